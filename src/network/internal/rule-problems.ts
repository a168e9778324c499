import { IConstruct } from 'constructs';
import { nameAsIdProblems } from '../../core/internal/construct-ids';
import { Problem } from '../../core/internal/violations';
import { SecurityRule } from '../security-rule';

/** Reports what Azure would reject in the rules of one security group. */
export function rulesProblems(scope: IConstruct, rules: readonly SecurityRule[]): Problem[] {
  return rules.flatMap((rule, index) => ruleProblems(scope, rule, rules.slice(0, index)));
}

/** Reports what Azure would reject in a rule together with the others of its group. */
export function ruleProblems(scope: IConstruct, rule: SecurityRule, others: readonly SecurityRule[]): Problem[] {
  const problems = [...nameAsIdProblems('network/rule-name', 'a rule', rule._id), ...rule._problems(scope)];
  const rival = others.find((other) => other.direction === rule.direction && other.priority === rule.priority);
  if (rival) {
    problems.push({
      code: 'network/rule-priority',
      message: `rules ${rival.name} and ${rule.name} share the ${rule.direction.toLowerCase()} priority ${rule.priority}; give each its own`,
    });
  }
  if (others.some((other) => other.name.toLowerCase() === rule.name.toLowerCase())) {
    problems.push({ code: 'network/rule-name', message: `a rule ${rule.name} is defined already; use another name` });
  }
  return problems;
}
