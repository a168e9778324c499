import { Acknowledgement } from './acknowledgement';
import { ComplianceStatus } from './compliance-status';
import { SecurityProfile } from './security-profile';
import { Severity } from './severity';

/** Controls of others that ask for the same as a finding, by their source. */
export interface ComplianceControls {
  /** Ids of the Microsoft cloud security benchmark, such as `NS-2`. */
  readonly benchmark: string[];

  /** Ids of built-in definitions of Azure Policy. */
  readonly policies: string[];

  /** References of PSRule for Azure, such as `AZR-000181`. */
  readonly psRule: string[];

  /** Ids of Checkov, such as `CKV_AZURE_14`. */
  readonly checkov: string[];

  /** Controls that a rule of your own names. */
  readonly own: string[];
}

/** One line of a compliance report: what one rule says of one resource, or one of the things that it found wrong. */
export interface ComplianceFinding {
  /** Id of the rule, such as `SIG5`. */
  readonly rule: string;

  /** Long name of the rule, such as `SignalRCorsRestricted`. */
  readonly name: string;

  /** Effect of a violation on synth. */
  readonly severity: Severity;

  /** Path of the resource in the construct tree. */
  readonly path: string;

  /** Type of the resource in Terraform, such as `azurerm_signalr_service`; `output` for outputs. */
  readonly type: string;

  /** The file that the resource is synthesized to, below the output directory of the app. */
  readonly file: string;

  /** Profile that the resource was judged by. */
  readonly profile: SecurityProfile;

  /** Verdict of the rule. */
  readonly status: ComplianceStatus;

  /**
   * Key of the finding among those of the rule on one resource, such as `Origin::http://localhost:3000`.
   *
   * @default - the rule can find one thing only
   */
  readonly id?: string;

  /** Reason of the verdict, or the finding. */
  readonly reason: string;

  /** Advice for a violation. */
  readonly fix: string;

  /** Page of Azure or the provider that the rule follows. */
  readonly link: string;

  /**
   * Controls of others that ask for the same: ids of the Microsoft cloud security benchmark such as `NS-2`, of built-in
   * Azure Policy
   * definitions, of PSRule for Azure such as `AZR-000181`, of Checkov such as `CKV_AZURE_14`.
   */
  readonly controls: string[];

  /** The same ids, by whose they are. */
  readonly controlsByKind: ComplianceControls;

  /**
   * Reason for which a violation is accepted.
   *
   * @default - it is not accepted, or not a violation
   */
  readonly acknowledgement?: Acknowledgement;
}
