import { Severity } from './severity';

/** Texts of a rule in reports. */
export interface ComplianceRuleProps {
  /**
   * Short id by which findings are acknowledged: four to ten capital letters and a number, such as `CHAT1`. Those of the
   * library have fewer letters.
   */
  readonly id: string;

  /** Long name, such as `CostCenterTag`. */
  readonly name: string;

  /** Effect of a violation on synth, unless a finding has another severity. */
  readonly severity: Severity;

  /** Types of resources in Terraform that the rule judges, such as `azurerm_signalr_service`. Data sources are not judged. */
  readonly resourceTypes: string[];

  /** The state that the rule asks for, in one sentence. */
  readonly summary: string;

  /** Risk that the rule guards against. */
  readonly explanation: string;

  /** Advice for a violation. */
  readonly fix: string;

  /** Page that says so; begins with `https://`. */
  readonly link: string;

  /**
   * Controls of others that ask for the same, such as `ISO 27001 A.8.1`.
   *
   * @default - no other source is named
   */
  readonly controls?: string[];
}
