import { ComplianceStatus } from './compliance-status';

/** The services whose security baselines are evaluated. */
export enum ControlBaseline {
  /**
   * Azure SignalR Service.
   *
   * @see https://learn.microsoft.com/security/benchmark/azure/baselines/azure-signalr-service-security-baseline
   */
  SIGNALR_SERVICE = 'Azure SignalR Service',

  /**
   * App Service: web apps, function apps and Logic Apps.
   *
   * @see https://learn.microsoft.com/security/benchmark/azure/baselines/app-service-security-baseline
   */
  APP_SERVICE = 'App Service',
}

/** Who configures a security feature, as the security baseline of the service says. */
export enum ControlResponsibility {
  /** Microsoft: the feature is there on a default deployment. */
  MICROSOFT = 'Microsoft',

  /** The customer: the feature is off by default. */
  CUSTOMER = 'Customer',

  /** Microsoft and the customer. */
  SHARED = 'Shared',

  /** No party: the service does not support the feature. */
  NONE = 'Not applicable',
}

/** How far a control of the security baseline is met. */
export enum ControlOutcome {
  /** All rules that decide it are met, also those that the profile does not ask for. */
  SATISFIED = 'satisfied',

  /**
   * All rules of the profile that decide it are met: client connections come over the public endpoint on purpose, and
   * nothing else does. Azure Policy reports such a service as non-compliant.
   */
  SATISFIED_WITH_PUBLIC_CLIENTS = 'satisfied with public clients',

  /** It is not met, and the profile does not ask for it: browsers call an app over the internet. */
  NOT_ASKED = 'not asked for by the profile',

  /** A rule with severity error or warning is violated. */
  VIOLATED = 'violated',

  /** What is violated has been accepted. */
  ACKNOWLEDGED = 'acknowledged',

  /** Microsoft sees to it; there is nothing to configure. */
  MICROSOFT = "Microsoft's share",

  /** There is nothing to which it applies. */
  NOT_APPLICABLE = 'not applicable',

  /** It cannot be told from a construct tree. */
  NOT_EVALUABLE = 'not evaluable here',

  /** A rule could not decide at synth. */
  UNKNOWN = 'unknown',
}

/** What one rule says of the resources that decide a control. */
export interface ControlDecision {
  /** Id of the rule, such as `SIG2`. */
  readonly rule: string;

  /** What it says. */
  readonly status: ComplianceStatus;

  /** Paths of the resources of which it says so, in the order in which it judged them. */
  readonly resources: string[];
}

/** How far one feature of a security baseline is used. */
export interface ControlStatus {
  /** The service whose baseline lists it. */
  readonly baseline: ControlBaseline;

  /** The benchmark that the baseline follows, with its version: `Microsoft cloud security benchmark v1`. */
  readonly benchmark: string;

  /** Id in the benchmark, such as `NS-2`. */
  readonly control: string;

  /** Title of the control. */
  readonly title: string;

  /** The feature of the service; several may serve one control. */
  readonly feature: string;

  /** Who configures it. */
  readonly responsibility: ControlResponsibility;

  /** Ids of the rules that decide it. */
  readonly rules: string[];

  /** How far it is met. */
  readonly outcome: ControlOutcome;

  /** By what, or why not. */
  readonly reason: string;

  /** What the rules say that decide it: where it is satisfied, by what. */
  readonly decisions: ControlDecision[];
}
