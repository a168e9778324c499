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

/** Party that configures a security feature, according to the security baseline of the service. */
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

/** Outcome of a control of the security baseline. */
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

  /** Violated, and accepted. */
  ACKNOWLEDGED = 'acknowledged',

  /** Microsoft manages it; there is nothing to configure. */
  MICROSOFT = "Microsoft's share",

  /** There is nothing to which it applies. */
  NOT_APPLICABLE = 'not applicable',

  /** A configuration does not show it. */
  NOT_EVALUABLE = 'not evaluable here',

  /** A rule could not decide at synth. */
  UNKNOWN = 'unknown',
}

/** Verdict of one rule on the resources that decide a control. */
export interface ControlDecision {
  /** Id of the rule, such as `SIG2`. */
  readonly rule: string;

  /** Verdict of the rule. */
  readonly status: ComplianceStatus;

  /** Paths of the resources of which it says so, in the order in which it judged them. */
  readonly resources: string[];
}

/** State of one feature of a security baseline. */
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

  /** Party that configures the feature. */
  readonly responsibility: ControlResponsibility;

  /** Ids of the rules that decide it. */
  readonly rules: string[];

  /** Outcome of the control. */
  readonly outcome: ControlOutcome;

  /** By what, or why not. */
  readonly reason: string;

  /** Verdicts of the rules that decide the control; for a satisfied one, the rules and resources that satisfy it. */
  readonly decisions: ControlDecision[];
}
