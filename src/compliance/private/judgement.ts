import { Finding, RuleVerdict } from './rule';
import { asText } from '../../core/internal/as-text';
import { Certainty } from '../../core/internal/certainty';
import { everybodyIn, isOnInternet } from '../../topology/network/internet';
import { Block, isGiven, isOn, Switch, Value } from '../../topology/values';
import { ComplianceStatus } from '../compliance-status';
import { SecurityProfile } from '../security-profile';
import { Severity } from '../severity';

/** Findings so far of a rule that judges several values. A violation counts more than what is not known. */
export class Judgement {
  private readonly findings: Finding[] = [];
  private readonly unknowns: string[] = [];

  /** Takes what is wrong. */
  public violates(...findings: readonly Finding[]): this {
    this.findings.push(...findings);
    return this;
  }

  /** Adds unknown values, in a sentence each. */
  public cannotTell(...reasons: readonly string[]): this {
    this.unknowns.push(...reasons);
    return this;
  }

  /** The verdict on everything; what it is compliant for, where nothing is wrong and all is known. */
  public verdict(compliantFor: string): RuleVerdict {
    if (this.findings.length > 0) {
      const violated = RuleVerdict.violated(...this.findings);
      return this.unknowns.length > 0 ? violated._orMore() : violated;
    }
    return this.unknowns.length > 0
      ? RuleVerdict.unknown([...new Set(this.unknowns)].join('; '))
      : RuleVerdict.compliant(compliantFor);
  }
}

/** Requirement on a flag. */
export interface ExpectedFlag {
  /** Path of the attribute. */
  readonly attribute: string;
  readonly wanted: boolean;
  /** Default of azurerm for an absent flag. */
  readonly byDefault: boolean;
}

/** The verdict on a resource that hangs on one flag. */
export function judgeFlag(block: Block, expected: ExpectedFlag): RuleVerdict {
  const judgement = new Judgement();
  addFlag(judgement, block, expected);
  return judgement.verdict(`${expected.attribute} is ${expected.wanted}`);
}

/** The verdict on a resource that hangs on a switch which has to be off. */
export function judgeOff(given: Switch, compliantFor: string = stateOf(given)): RuleVerdict {
  const { attribute, isOn: isOpen } = given;
  if (isOpen.isMaybe) return RuleVerdict.unknown(runtimeOnly(attribute, isOpen.because));
  return isOpen.isNo ? RuleVerdict.compliant(compliantFor) : RuleVerdict.violated({ message: stateOf(given) });
}

/** State of a switch. */
export function stateOf({ attribute, value }: Switch): string {
  return messageOf(attribute, value, true);
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

/**
 * The verdict where something else has to apply, too, for a violation to be one; all that is not a violation holds either
 * way.
 *
 * @param because why it is not known whether that applies
 */
export function onlyWhere(applies: Certainty, because: string, verdict: RuleVerdict): RuleVerdict {
  return applies.isMaybe && verdict.status === ComplianceStatus.VIOLATED ? RuleVerdict.unknown(because) : verdict;
}

/**
 * Reason for an unknown verdict on an attribute that is only known when Terraform runs.
 *
 * @param decidedBy the expression that decides, where the attribute alone does not name it
 */
export function runtimeOnly(attribute: string, decidedBy?: string): string {
  return decidedBy
    ? `${attribute} is ${decidedBy}, which is only known when Terraform runs`
    : `${attribute} is only known when Terraform runs`;
}

/** Judges as one of several things whether an attribute is given. */
export function addGiven(
  judgement: Judgement,
  block: Block,
  attribute: string,
  finding: Omit<Finding, 'message'> = {},
): void {
  const given = isGiven(block.at(attribute));
  if (given.isNo) judgement.violates({ ...finding, message: `${attribute} is not set` });
  if (given.isMaybe) judgement.cannotTell(runtimeOnly(attribute, given.because));
}

function messageOf(attribute: string, value: Value, byDefault: boolean): string {
  return value.isAbsent
    ? `${attribute} is not set, which means ${byDefault}`
    : `${attribute} is ${asText(value.known)}`;
}

/** Ranges of addresses that are allowed to a resource which denies all others. */
export interface LetIn {
  readonly ranges: Value | readonly Value[];
  /** Name of the list of ranges in messages. */
  readonly name: string;
  /** Reason of a compliant verdict where the ranges do not open the resource. */
  readonly otherwise: string;
  /** Severity, where it differs from the rule's. */
  readonly severity?: Severity;
}

/**
 * Judges ranges that are let in: in the isolated profile each on the internet is too much, elsewhere those of every
 * client.
 */
export function judgeRanges({ ranges, name, otherwise, severity }: LetIn, profile: SecurityProfile): RuleVerdict {
  const each = 'isAbsent' in ranges ? elementsOf(ranges) : ranges;
  const known = each.flatMap(({ knownText }) => knownText ?? []);
  const everybody = everybodyIn(known);
  const open = everybody === undefined ? [] : [everybody];
  const found = profile === SecurityProfile.ISOLATED ? known.filter(isOnInternet) : open;
  if (found.length > 0) {
    return RuleVerdict.violated({
      id: 'Ranges',
      message: `${name} allows ${found.join(', ')} from the internet`,
      ...(severity && { severity }),
    });
  }
  const doubt = each.find(({ isUnknown }) => isUnknown);
  return doubt ? RuleVerdict.unknown(runtimeOnly(name, doubt.decidedBy)) : RuleVerdict.compliant(otherwise);
}

function elementsOf(ranges: Value): readonly Value[] {
  return ranges.isAbsent ? [] : (ranges.elements ?? [ranges]);
}
