import { ControlBaseline, ControlOutcome, ControlResponsibility } from '../control-status';

/** One feature that the security baseline of a service lists under a control. */
export interface BaselineControl {
  readonly baseline: ControlBaseline;
  readonly control: string;
  readonly title: string;
  readonly feature: string;
  readonly responsibility: ControlResponsibility;
  /** Ids of the rules that decide it: what they ask for is this feature of this service. */
  readonly rules: readonly string[];
  /** Reason for which a profile does not ask for some of the rules, as a clause; given where it does not. */
  readonly notAsked?: string;
  /** Given where public clients alone leave a control met. */
  readonly publicClients?: {
    /** Id of the rule, which a profile leaves out, that finds where clients come over the public network. */
    readonly seenBy: string;
    /** Id of the rule that holds the same resource to letting nothing else do so. */
    readonly closedBy: string;
  };
  /** Outcome where no rule has a verdict. */
  readonly otherwise: Otherwise;
}

/** An outcome that no rule decides, and why. */
export interface Otherwise {
  readonly outcome: ControlOutcome;
  readonly reason: string;
}

/** There is nothing that a control is about. */
export function notApplicable(reason: string): Otherwise {
  return { outcome: ControlOutcome.NOT_APPLICABLE, reason };
}

/** Outcome of a control that a configuration does not show. */
export function notEvaluable(reason: string): Otherwise {
  return { outcome: ControlOutcome.NOT_EVALUABLE, reason };
}

/** A control is not applicable for want of what it is about. */
export function nothingToJudge(what: string): Otherwise {
  return notApplicable(`there is no ${what} to judge`);
}

/** Titles of the controls of version 1 of the benchmark. */
export const TITLES = {
  NS_1: { control: 'NS-1', title: 'Establish network segmentation boundaries' },
  NS_2: { control: 'NS-2', title: 'Secure cloud services with network controls' },
  NS_5: { control: 'NS-5', title: 'Deploy DDOS protection' },
  NS_6: { control: 'NS-6', title: 'Deploy web application firewall' },
  IM_1: { control: 'IM-1', title: 'Use centralized identity and authentication system' },
  IM_3: { control: 'IM-3', title: 'Manage application identities securely and automatically' },
  IM_7: { control: 'IM-7', title: 'Restrict resource access based on conditions' },
  IM_8: { control: 'IM-8', title: 'Restrict the exposure of credential and secrets' },
  PA_1: { control: 'PA-1', title: 'Separate and limit highly privileged/administrative users' },
  PA_7: { control: 'PA-7', title: 'Follow just enough administration (least privilege) principle' },
  PA_8: { control: 'PA-8', title: 'Choose approval process for third-party support' },
  DP_1: { control: 'DP-1', title: 'Discover, classify, and label sensitive data' },
  DP_2: { control: 'DP-2', title: 'Monitor anomalies and threats targeting sensitive data' },
  DP_3: { control: 'DP-3', title: 'Encrypt sensitive data in transit' },
  DP_4: { control: 'DP-4', title: 'Enable data at rest encryption by default' },
  DP_5: { control: 'DP-5', title: 'Use customer-managed key option in data at rest encryption when required' },
  DP_6: { control: 'DP-6', title: 'Use a secure key management process' },
  DP_7: { control: 'DP-7', title: 'Use a secure certificate management process' },
  AM_2: { control: 'AM-2', title: 'Use only approved services' },
  AM_4: { control: 'AM-4', title: 'Limit access to asset management' },
  LT_1: { control: 'LT-1', title: 'Enable threat detection capabilities' },
  LT_4: { control: 'LT-4', title: 'Enable network logging for security investigation' },
  PV_2: { control: 'PV-2', title: 'Audit and enforce secure configurations' },
  PV_7: { control: 'PV-7', title: 'Conduct regular red team operations' },
  BR_1: { control: 'BR-1', title: 'Ensure regular automated backups' },
  DS_6: { control: 'DS-6', title: 'Enforce security of workload throughout DevOps lifecycle' },
} as const;
