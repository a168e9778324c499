import { ModelResource } from '../../model/model-resource';
import { ComplianceStatus } from '../compliance-status';
import { SecurityProfile } from '../security-profile';
import { Severity } from '../severity';
import { RuleContext } from './rule-context';

/** Stands for resources of every type; a rule on them has no line for those that it does not apply to. */
export const EVERY_TYPE: readonly string[] = ['*'];

/** Where others ask for the same as a rule. */
export interface Controls {
  /** Ids of the Microsoft cloud security benchmark, such as `NS-2`. */
  readonly benchmark?: readonly string[];
  /** Ids of built-in Azure Policy definitions. */
  readonly policies?: readonly string[];
  /** References of PSRule for Azure, such as `AZR-000181`. */
  readonly psRule?: readonly string[];
  /** Ids of Checkov, such as `CKV_AZURE_14`. */
  readonly checkov?: readonly string[];
}

/** One thing that is wrong with a resource. */
export interface Finding {
  /** Tells the findings of a rule on one resource apart, such as `Public::ServerConnection`; none where there can be only one. */
  readonly id?: string;
  /** What was found, in one sentence. */
  readonly message: string;
  /** Where it differs from the rule's. */
  readonly severity?: Severity;
}

/** What a rule says of one resource. */
export class RuleVerdict {
  /** The resource is as the rule asks, for the reason told. */
  public static compliant(reason: string): RuleVerdict {
    return new RuleVerdict(ComplianceStatus.COMPLIANT, reason);
  }

  /** The rule has nothing to say of the resource, for the reason told. */
  public static notApplicable(reason: string): RuleVerdict {
    return new RuleVerdict(ComplianceStatus.NOT_APPLICABLE, reason);
  }

  /** What decides is not known at synth. */
  public static unknown(reason: string): RuleVerdict {
    return new RuleVerdict(ComplianceStatus.UNKNOWN, reason);
  }

  /** The resource is not as the rule asks. */
  public static violated(...findings: readonly Finding[]): RuleVerdict {
    return new RuleVerdict(ComplianceStatus.VIOLATED, findings.map(({ message }) => message).join('; '), findings);
  }

  private constructor(
    public readonly status: ComplianceStatus,
    /** Why, in one sentence. */
    public readonly reason: string,
    public readonly findings: readonly Finding[] = [],
  ) {}
}

/** One thing that resources are held to. */
export interface Rule {
  /** Short id, such as `SIG1`. */
  readonly id: string;
  /** Long name, such as `SignalRSkuNotFree`. */
  readonly name: string;
  /** What a violation does, unless a finding says otherwise. */
  readonly severity: Severity;
  /** Types of resources in Terraform that it judges, or `EVERY_TYPE`; only managed ones, no data sources. */
  readonly types: readonly string[];
  /** The only profile that asks for it; all of them where none is named. */
  readonly profile?: SecurityProfile;
  readonly controls: Controls;
  /** The state that the rule asks for, in one sentence. */
  readonly summary: string;
  /** Why it matters. */
  readonly explanation: string;
  /** Page of Azure or the provider that says so. */
  readonly link: string;
  /** What to do about a violation. */
  readonly fix: string;
  /** Judges one resource of the types above. Never throws. */
  evaluate(resource: ModelResource, context: RuleContext, profile: SecurityProfile): RuleVerdict;
  /**
   * Judges one as the policies among its controls do, where they ask for something else: Azure evaluates the request for
   * the resource alone, without what others add to it.
   */
  evaluatePolicy?(resource: ModelResource): RuleVerdict;
}
