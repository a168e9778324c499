import { ComplianceRule } from './compliance-rule';
import { ReportFormat } from './report-format';
import { SecurityProfile } from './security-profile';

/** Options of the security baseline for resources. An absent option is that of the next attachment above. */
export interface SecurityBaselineOptions {
  /**
   * The architecture that the rules hold resources to.
   *
   * @default - that of the next attachment above, or else SecurityProfile.PUBLIC_CLIENTS
   */
  readonly profile?: SecurityProfile;

  /**
   * Fails synth for violations of rules with severity error. With `false` they are warnings.
   *
   * @default - that of the next attachment above, or else true
   */
  readonly enforce?: boolean;

  /**
   * Also fails synth where a rule with severity error cannot decide, because a value is only known when Terraform
   * runs. With `false` that is a warning.
   *
   * @default - that of the next attachment above, or else false
   */
  readonly failOnUnknown?: boolean;

  /**
   * The day on which acknowledgements are judged to have expired, as `YYYY-MM-DD`. Give it for reports that do not change
   * from day to day.
   *
   * @default - that of the next attachment above, or else the current day in UTC
   */
  readonly today?: string;

  /**
   * Formats in which synth writes the report of the whole app to its output directory, as `compliance.json` and so on;
   * also when it fails. Formats of all attachments add up. `SecurityBaseline.evaluate` writes nothing.
   *
   * @default - no reports
   */
  readonly reports?: ReportFormat[];

  /**
   * Rules of your own, which judge in addition to those of the library. Those of attachments above add up; of two with one id that of
   * the nearest attachment judges.
   *
   * @default - no further rules
   */
  readonly rules?: ComplianceRule[];
}
