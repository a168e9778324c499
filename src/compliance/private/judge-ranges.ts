import { everybodyIn, isOnInternet } from '../../topology/network/internet';
import { Value } from '../../topology/values';
import { SecurityProfile } from '../security-profile';
import { Severity } from '../severity';
import { runtimeOnly } from './judgement';
import { RuleVerdict } from './rule';

/** What lets ranges of addresses in to something that denies all others. */
export interface LetIn {
  readonly ranges: Value;
  /** What a message calls the list of ranges. */
  readonly name: string;
  /** What it is compliant for where the ranges do not open it. */
  readonly otherwise: string;
  /** Where it differs from the rule's. */
  readonly severity?: Severity;
}

/** Judges ranges that are let in: in the isolated profile each on the internet is too much, elsewhere those of everybody. */
export function judgeRanges({ ranges, name, otherwise, severity }: LetIn, profile: SecurityProfile): RuleVerdict {
  const each = ranges.isAbsent ? [] : (ranges.elements ?? [ranges]);
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
