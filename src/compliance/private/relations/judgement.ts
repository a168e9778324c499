import { ModelBlock } from '../../../core/private/model/model-block';
import { ModelResource } from '../../../core/private/model/model-resource';
import { ModelValue } from '../../../core/private/model/model-value';
import { Finding, RuleVerdict } from '../rule';

/** A value of any resource. */
export type Value = ModelValue<ModelResource>;

/** A block of any resource, or a resource itself. */
export type Block = ModelBlock<ModelResource>;

/** What a rule that looks at several things has found so far. A violation counts more than what is not known. */
export class Judgement {
  private readonly findings: Finding[] = [];
  private readonly unknowns: string[] = [];

  /** Takes what is wrong. */
  public violates(finding: Finding): void {
    this.findings.push(finding);
  }

  /** Takes what cannot be told. */
  public cannotTell(reason: string): void {
    this.unknowns.push(reason);
  }

  /** The verdict on everything; what it is compliant for, where nothing is wrong and all is known. */
  public verdict(compliantFor: string): RuleVerdict {
    if (this.findings.length > 0) return RuleVerdict.violated(...this.findings);
    return this.unknowns.length > 0 ? RuleVerdict.unknown(this.unknowns[0]) : RuleVerdict.compliant(compliantFor);
  }
}

/** What a flag is when Terraform has read it; `undefined` where that is not known. */
export function flagOf(value: Value, byDefault: boolean): boolean | undefined {
  if (value.isAbsent) return byDefault;
  if (value.isUnknown) return undefined;
  // Terraform takes the text "true" for the value.
  return String(value.known) === 'true';
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
  const flag = flagOf(value, byDefault);
  if (flag === undefined) judgement.cannotTell(runtimeOnly(attribute));
  else if (flag !== wanted) judgement.violates({ ...finding, message: messageOf(attribute, value, byDefault) });
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
