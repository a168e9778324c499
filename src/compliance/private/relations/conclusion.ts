import { Finding, RuleVerdict } from '../rule';

/**
 * What a rule says after several checks: what is wrong comes first, then what is not known.
 *
 * @param unknowns what could not be checked, a sentence each
 * @param compliant why the resource is compliant, where nothing is wrong or unknown
 */
export function conclude(findings: readonly Finding[], unknowns: readonly string[], compliant: string): RuleVerdict {
  if (findings.length > 0) return RuleVerdict.violated(...findings);
  return unknowns.length > 0 ? RuleVerdict.unknown(unknowns.join('; ')) : RuleVerdict.compliant(compliant);
}
