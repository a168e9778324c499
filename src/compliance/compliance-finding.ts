import { Acknowledgement } from './acknowledgement';
import { ComplianceStatus } from './compliance-status';
import { SecurityProfile } from './security-profile';
import { Severity } from './severity';

/** Where others ask for the same as a finding does, by who they are. */
export interface ComplianceControls {
  /** Ids of the Microsoft cloud security benchmark, such as `NS-2`. */
  readonly benchmark: string[];

  /** Ids of built-in definitions of Azure Policy. */
  readonly policies: string[];

  /** References of PSRule for Azure, such as `AZR-000181`. */
  readonly psRule: string[];

  /** Ids of Checkov, such as `CKV_AZURE_14`. */
  readonly checkov: string[];

  /** What a rule of your own names. */
  readonly own: string[];
}

/** One line of a compliance report: what one rule says of one resource, or one of the things that it found wrong. */
export interface ComplianceFinding {
  /** Id of the rule, such as `SIG5`. */
  readonly rule: string;

  /** Long name of the rule, such as `SignalRCorsRestricted`. */
  readonly name: string;

  /** What a violation does to synth. */
  readonly severity: Severity;

  /** Path of the resource in the construct tree. */
  readonly path: string;

  /** Type of the resource in Terraform, such as `azurerm_signalr_service`; `output` for outputs. */
  readonly type: string;

  /** The file that the resource is synthesized to, below the output directory of the app. */
  readonly file: string;

  /** What the resource was held to. */
  readonly profile: SecurityProfile;

  /** What the rule says. */
  readonly status: ComplianceStatus;

  /**
   * Tells what the rule found on one resource apart, such as `Origin::http://localhost:3000`.
   *
   * @default - the rule can find one thing only
   */
  readonly id?: string;

  /** Why, or what was found. */
  readonly reason: string;

  /** What to do about a violation. */
  readonly fix: string;

  /** Page of Azure or the provider that the rule follows. */
  readonly link: string;

  /**
   * Where others ask for the same: ids of the Microsoft cloud security benchmark such as `NS-2`, of built-in Azure Policy
   * definitions, of PSRule for Azure such as `AZR-000181`, of Checkov such as `CKV_AZURE_14`.
   */
  readonly controls: string[];

  /** The same ids, by whose they are. */
  readonly controlsByKind: ComplianceControls;

  /**
   * Why a violation is accepted.
   *
   * @default - it is not accepted, or there is none
   */
  readonly acknowledgement?: Acknowledgement;
}
