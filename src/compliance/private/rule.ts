import { ModelResource } from '../../model/model-resource';
import { ControlBaseline } from '../control-status';
import { RuleVerdict } from '../rule-verdict';
import { SecurityProfile } from '../security-profile';
import { Severity } from '../severity';
import { RuleContext } from './rule-context';

/** Stands for resources of every type; a rule on them has no line for those that it does not apply to. */
export const EVERY_TYPE: readonly string[] = ['*'];

/** Controls of others that ask for the same as a rule. */
export interface Controls {
  /** Ids of the Microsoft cloud security benchmark, such as `NS-2`. */
  readonly benchmark?: readonly string[];
  /** Ids of built-in Azure Policy definitions. */
  readonly policies?: readonly string[];
  /** References of PSRule for Azure, such as `AZR-000181`. */
  readonly psRule?: readonly string[];
  /** Ids of Checkov, such as `CKV_AZURE_14`. */
  readonly checkov?: readonly string[];
  /** Controls that a user names for their own rule. */
  readonly own?: readonly string[];
}

/** One thing that resources are held to. */
export interface Rule {
  /** Short id, such as `SIG1`. */
  readonly id: string;
  /** Long name, such as `SignalRSkuNotFree`. */
  readonly name: string;
  /** Effect of a violation, unless a finding has another severity. */
  readonly severity: Severity;
  /** Types of resources in Terraform that it judges, or `EVERY_TYPE`; only managed ones, no data sources. */
  readonly types: readonly string[];
  /** The only profile that asks for it; all of them where none is named. */
  readonly profile?: SecurityProfile;
  readonly controls: Controls;
  /**
   * Differences of the rule on purpose, by the id of the policy, PSRule or Checkov rule among its controls: a
   * sentence of what that one does, and why this one does not.
   */
  readonly differs?: Readonly<Record<string, string>>;
  /** The state that the rule asks for, in one sentence. */
  readonly summary: string;
  /** Risk that the rule guards against. */
  readonly explanation: string;
  /** Page of Azure or the provider that says so. */
  readonly link: string;
  /** Advice for a violation. */
  readonly fix: string;
  /** Controls of others that ask for the same of one resource, if that depends on the purpose of the resource. */
  controlsOf?(resource: ModelResource): Controls;
  /**
   * The baselines that count what it says of a resource; all that name the rule where it does not differ by resource. A
   * private endpoint of a vault is no feature of a SignalR service.
   */
  baselinesOf?(resource: ModelResource, context: RuleContext): readonly ControlBaseline[];
  /** Judges one resource of the types above. Never throws. */
  evaluate(resource: ModelResource, context: RuleContext, profile: SecurityProfile): RuleVerdict;
  /**
   * Judges one as the policies among its controls do, where they ask for something else: Azure evaluates the request for
   * the resource alone, without what others add to it.
   */
  evaluatePolicy?(resource: ModelResource): RuleVerdict;
}

export { RuleVerdict } from '../rule-verdict';
export type { RuleFinding as Finding } from '../rule-finding';
