import { Answer } from './answer';
import { ComplianceStatus } from './compliance-status';
import { RuleFinding } from './rule-finding';
import { checkInput } from '../core/internal/input/check-input';

/** Verdict of a rule on one resource. */
export class RuleVerdict {
  /**
   * The resource is as the rule asks.
   *
   * @param reason why, in one clause
   */
  public static compliant(reason: string): RuleVerdict {
    checkInput('compliance.RuleVerdict.compliant', arguments);
    return new RuleVerdict(ComplianceStatus.COMPLIANT, reason);
  }

  /**
   * The rule has nothing to say of the resource.
   *
   * @param reason why, in one clause
   */
  public static notApplicable(reason: string): RuleVerdict {
    checkInput('compliance.RuleVerdict.notApplicable', arguments);
    return new RuleVerdict(ComplianceStatus.NOT_APPLICABLE, reason);
  }

  /**
   * Unknown: a value that decides is not known at synth.
   *
   * @param reason what decides, in one clause
   */
  public static unknown(reason: string): RuleVerdict {
    checkInput('compliance.RuleVerdict.unknown', arguments);
    return new RuleVerdict(ComplianceStatus.UNKNOWN, reason);
  }

  /**
   * The resource is not as the rule asks.
   *
   * @param findings what is wrong, each a line of the report
   */
  public static violated(...findings: RuleFinding[]): RuleVerdict {
    checkInput('compliance.RuleVerdict.violated', arguments);
    return new RuleVerdict(ComplianceStatus.VIOLATED, findings.map(({ message }) => message).join('; '), findings);
  }

  /**
   * The verdict that an answer gives: compliant where it is yes, violated where it is no, unknown with what decides where it
   * is not known.
   *
   * @param answer whether the resource is as the rule asks
   * @param compliantFor why the resource is compliant, in one clause
   * @param violatedBy what is wrong, in one clause
   */
  public static of(answer: Answer, compliantFor: string, violatedBy: string): RuleVerdict {
    checkInput('compliance.RuleVerdict.of', arguments);
    const { isYes, isMaybe, because } = answer._certainty;
    if (isMaybe) return RuleVerdict.unknown(because!);
    return isYes ? RuleVerdict.compliant(compliantFor) : RuleVerdict.violated({ message: violatedBy });
  }

  private constructor(
    /** Compliant, violated, not applicable or unknown. */
    public readonly status: ComplianceStatus,
    /** Reason, in one clause. */
    public readonly reason: string,
    /** Findings of a violation. */
    public readonly findings: RuleFinding[] = [],
    /**
     * True where there may be more findings.
     *
     * @internal
     */
    public readonly _mayBeMore: boolean = false,
  ) {}

  /**
   * The same, where something else is not known.
   *
   * @internal
   */
  public _orMore(): RuleVerdict {
    return new RuleVerdict(this.status, this.reason, this.findings, true);
  }
}
