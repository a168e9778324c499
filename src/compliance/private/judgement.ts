import { Finding, RuleVerdict } from './rule';
import { Block, isOn, Value } from '../../topology/values';

/** What a rule that looks at several things has found so far. A violation counts more than what is not known. */
export class Judgement {
  private readonly findings: Finding[] = [];
  private readonly unknowns: string[] = [];

  /** Takes what is wrong. */
  public violates(...findings: readonly Finding[]): this {
    this.findings.push(...findings);
    return this;
  }

  /** Takes what cannot be told, in a sentence each. */
  public cannotTell(...reasons: readonly string[]): this {
    this.unknowns.push(...reasons);
    return this;
  }

  /** The verdict on everything; what it is compliant for, where nothing is wrong and all is known. */
  public verdict(compliantFor: string): RuleVerdict {
    if (this.findings.length > 0) return RuleVerdict.violated(...this.findings);
    return this.unknowns.length > 0
      ? RuleVerdict.unknown([...new Set(this.unknowns)].join('; '))
      : RuleVerdict.compliant(compliantFor);
  }
}

/** What is asked of a flag. */
export interface ExpectedFlag {
  /** Path of the attribute. */
  readonly attribute: string;
  readonly wanted: boolean;
  /** What azurerm takes for it where it is not given. */
  readonly byDefault: boolean;
}

/** The verdict on a resource that hangs on one flag. */
export function judgeFlag(block: Block, expected: ExpectedFlag): RuleVerdict {
  const judgement = new Judgement();
  addFlag(judgement, block, expected);
  return judgement.verdict(`${expected.attribute} is ${expected.wanted}`);
}

/** Judges a flag as one of several things. */
export function addFlag(
  judgement: Judgement,
  block: Block,
  { attribute, wanted, byDefault }: ExpectedFlag,
  finding: Omit<Finding, 'message'> = {},
): void {
  const value = block.at(attribute);
  const flag = isOn(value, byDefault);
  if (flag.isMaybe) judgement.cannotTell(runtimeOnly(attribute));
  else if (flag.isYes !== wanted) judgement.violates({ ...finding, message: messageOf(attribute, value, byDefault) });
}

/** Why nothing can be told where an attribute is only known when Terraform runs. */
export function runtimeOnly(attribute: string): string {
  return `${attribute} is only known when Terraform runs`;
}

function messageOf(attribute: string, value: Value, byDefault: boolean): string {
  return value.isAbsent
    ? `${attribute} is not set, which means ${byDefault}`
    : `${attribute} is ${String(value.known)}`;
}
