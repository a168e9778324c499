import { Problem, withCode } from '../../../core/internal/violations';
import { ComplianceRule } from '../../compliance-rule';

/** Those of the library have two or three letters, also those that are still to come. */
const ID = /^[A-Z]{4,10}\d+$/;
const TYPE = /^[a-z0-9]+(_[a-z0-9]+)*$/;
const TEXTS = ['name', 'summary', 'explanation', 'fix'] as const;

/** Reports whether an id is one for a rule of a user. */
export function isOwnId(id: string): boolean {
  return ID.test(id);
}

/** Problems of a user's rules. */
export function ownRuleProblems(rules: readonly ComplianceRule[]): readonly Problem[] {
  const ids = rules.map(({ id }) => id);
  const twice = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  return [
    ...rules.flatMap(problemsOf),
    ...withCode(
      'compliance/rule-id',
      twice.map((id) => `several rules have the id ${id}; give each an id of its own`),
    ),
  ];
}

function problemsOf({ id, resourceTypes, link, ...texts }: ComplianceRule): Problem[] {
  const problems: Problem[] = [];
  if (!isOwnId(id)) {
    const message = `the id "${id}" of a rule is not four to ten capital letters and a number, such as CHAT1; shorter ids are those of the library`;
    problems.push({ code: 'compliance/rule-id', message });
  }
  for (const name of TEXTS.filter((each) => !texts[each]?.trim())) {
    problems.push({ code: 'compliance/rule-text', message: `the rule ${id} has no ${name}; reports need it` });
  }
  if (!resourceTypes?.length || !resourceTypes.every((type) => TYPE.test(type))) {
    const given = resourceTypes?.length ? `resourceTypes ${resourceTypes.join(', ')}` : 'no resourceTypes';
    const message = `the rule ${id} has ${given}; name types such as azurerm_signalr_service`;
    problems.push({ code: 'compliance/rule-types', message });
  }
  if (!link?.startsWith('https://')) {
    const message = `the link "${link}" of the rule ${id} does not begin with https://; name the page that asks for it`;
    problems.push({ code: 'compliance/rule-link', message });
  }
  return problems;
}
