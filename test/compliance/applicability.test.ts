import { TerraformStack } from 'cdktf';
import { ComplianceStatus, SecurityBaseline, SecurityProfile } from '../../src/compliance';
import { CATALOGUE } from '../../src/compliance/private/rules/catalogue';
import { add, PlainData } from '../support/plain-azurerm';
import { newStack } from '../support/synth';

const TYPES = [...new Set(CATALOGUE.flatMap(({ types }) => types))].filter((type) => type.startsWith('azurerm_'));

/** What the isolated profile, which asks for everything, says of a stack: its rules, and types that they judge. */
function judged(define: (stack: TerraformStack) => void): Map<string, string[]> {
  const stack = newStack();
  define(stack);
  const { findings } = SecurityBaseline.evaluate(stack, { profile: SecurityProfile.ISOLATED });
  const types = new Map<string, Set<string>>();
  for (const { rule, type } of findings) types.set(rule, (types.get(rule) ?? new Set()).add(type));
  return new Map([...types].map(([rule, found]) => [rule, [...found].sort()]));
}

describe.each(CATALOGUE.map((rule) => [rule.id, rule] as const))('%s', (id, { types }) => {
  const own = types.filter((type) => type.startsWith('azurerm_')).sort();

  test('has a line for each resource of its types, and none for others', () => {
    const all = judged((stack) => TYPES.forEach((type) => add(stack, type, type)));
    expect(all.get(id)?.filter((type) => type.startsWith('azurerm_')) ?? []).toEqual(own);
  });

  test('does not apply to anything else, nor to data sources of its types', () => {
    const others = judged((stack) => {
      TYPES.filter((type) => !own.includes(type)).forEach((type) => add(stack, type, type));
      own.forEach((type) => new PlainData(stack, type, `Data_${type}`, {}));
    });
    expect(others.get(id) ?? []).toEqual(types.filter((type) => type === 'backend'));
  });
});

test('what only the isolated profile asks for does not apply in the other', () => {
  const stack = newStack();
  TYPES.forEach((type) => add(stack, type, type));
  const report = SecurityBaseline.evaluate(stack, { profile: SecurityProfile.PUBLIC_CLIENTS });
  const statuses = report.findings
    .filter(({ rule }) => ['SIG6', 'NAC4', 'APP11', 'LOG7'].includes(rule))
    .map(({ status, reason }) => `${status}: ${reason}`);
  expect(new Set(statuses)).toEqual(
    new Set([`${ComplianceStatus.NOT_APPLICABLE}: the profile publicClients does not require it.`]),
  );
});
