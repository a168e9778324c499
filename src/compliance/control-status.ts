/** Who configures a security feature, as the security baseline of Azure SignalR Service tells. */
export enum ControlResponsibility {
  /** Microsoft: the feature is there on a default deployment. */
  MICROSOFT = 'Microsoft',

  /** The customer: the feature is off by default. */
  CUSTOMER = 'Customer',

  /** Nobody: the service does not support the feature. */
  NONE = 'Not applicable',
}

/** How far a control of the security baseline is met. */
export enum ControlOutcome {
  /** All rules that evaluate it are met. */
  SATISFIED = 'satisfied',

  /**
   * All rules of the profile that evaluate it are met. Clients connect over the internet, which the profile allows, and
   * the control does not.
   */
  SATISFIED_WITH_PUBLIC_CLIENTS = 'satisfied with public clients',

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

/**
 * How far one feature of the security baseline of Azure SignalR Service is used.
 *
 * @see https://learn.microsoft.com/security/benchmark/azure/baselines/azure-signalr-service-security-baseline
 */
export interface ControlStatus {
  /** Id in the Microsoft cloud security benchmark, such as `NS-2`. */
  readonly control: string;

  /** Title of the control. */
  readonly title: string;

  /** The feature of the service; several may serve one control. */
  readonly feature: string;

  /** Who configures it. */
  readonly responsibility: ControlResponsibility;

  /** Ids of the rules that evaluate it. */
  readonly rules: string[];

  /** How far it is met. */
  readonly outcome: ControlOutcome;

  /** By what, or why not. */
  readonly reason: string;
}
