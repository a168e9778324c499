import { Problem } from '../../core/internal/violations';
import { Acknowledgement } from '../acknowledgement';
import { isDay } from './dates';
import { Rule } from './rule';

const MIN_REASON = 10;

/**
 * Problems of an acknowledgement.
 *
 * @param isOther whether an id is that of a rule which is not among these
 */
export function acknowledgementProblems(
  { rule, reason, expires }: Acknowledgement,
  rules: readonly Rule[],
  isOther: (id: string) => boolean = () => false,
): readonly Problem[] {
  const problems: Problem[] = [];
  const named = rule.replace(/\[.*\]$/s, '');
  if (!isOther(named) && !rules.some(({ id }) => named === id)) {
    const meant = rules.find(({ id, name }) => [id, name].some((each) => each.toLowerCase() === rule.toLowerCase()));
    const advice = meant ? `use ${meant.id}` : 'RULES.md lists all, and a single finding is written RULE[FINDING]';
    const message = `there is no rule ${rule}; ${advice}`;
    problems.push({ code: 'compliance/unknown-rule', message });
  }
  if (reason.trim().length < MIN_REASON) {
    const message = `the reason "${reason}" is shorter than ${MIN_REASON} characters; say why the finding is accepted`;
    problems.push({ code: 'compliance/acknowledgement-reason', message });
  }
  if (expires !== undefined && !isDay(expires)) {
    problems.push({
      code: 'compliance/acknowledgement-expiry',
      message: `"${expires}" is not a date; use YYYY-MM-DD`,
    });
  }
  return problems;
}
