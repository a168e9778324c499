import { spawnSync } from 'child_process';
import { bodies, synthesized } from './support/examples';
import { blocksOf, read } from './support/markdown';
import { newStack } from './support/synth';
import { conditionFault } from '../src/core/internal/role-condition';
import { CustomRole } from '../src/identity/custom-role';
import { RoleScope } from '../src/identity/role-scope';

const PAGE = 'docs/how-to/deployer.md';

const [{ Actions: ofApp }, ofServerless]: [{ Actions: string[] }, string[]] = blocksOf(read(PAGE), 'json').map((code) =>
  JSON.parse(code),
) as any;

/** The examples that the page has a role for, each with the actions of the role. */
const EXAMPLES = [
  ['quick-start', ofApp],
  ['serverless', [...ofApp, ...ofServerless]],
] as const;

/** What the page says of a type of resource: the type in Azure, and actions beyond reading, writing and deleting it. */
interface Row {
  readonly type: string;
  readonly actions: readonly string[];
}

const ROWS: ReadonlyMap<string, Row> = new Map(
  [...read(PAGE).matchAll(/^\| `((?:azurerm|azapi)_\w+)`(.*) \| (.*) \| (.*) \|$/gm)].flatMap(
    ([, first, others, types, further]) => {
      const quoted = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, each]) => each);
      const [type, ...parts] = quoted(types);
      const row = { type, actions: [...parts, ...quoted(further)] };
      return [first, ...quoted(others)].map((name) => [name, row] as const);
    },
  ),
);

describe.each(EXAMPLES)('the role that deploys %s', (example, permitted) => {
  const lower = permitted.map((action) => action.toLowerCase());
  const json = synthesized(example)[example];
  const types = Object.keys({ ...json.resource, ...json.data });

  test('has a row for every type of resource and data source', () => {
    expect(types.length).toBeGreaterThan(15);
    expect(types.filter((type) => !ROWS.has(type))).toEqual([]);
  });

  test('may read, write and delete each of them, and do what its row says', () => {
    const missing = Object.keys(json.resource ?? {}).flatMap((type) => {
      const { type: azureType, actions } = ROWS.get(type)!;
      const basic = ['read', 'write', 'delete'].map((verb) => `${azureType}/${verb}`);
      const needed = type.startsWith('azapi_') ? actions : [...basic, ...actions];
      return needed.filter((action) => !lower.includes(action.toLowerCase())).map((action) => `${type}: ${action}`);
    });
    expect(missing).toEqual([]);
  });

  test('may do no more', () => {
    const needed = types.flatMap((name) => {
      const { type, actions } = ROWS.get(name)!;
      return [`${type}/read`, `${type}/write`, `${type}/delete`, ...actions].map((action) => action.toLowerCase());
    });
    expect(lower.filter((action) => !needed.includes(action))).toEqual([]);
  });

  test('is accepted by the constructs, without an action twice', () => {
    expect(new Set(lower).size).toBe(lower.length);
    const stack = newStack();
    const scope = RoleScope.subscription('00000000-0000-0000-0000-000000000000');
    const props = { name: 'Deployer', actions: [...permitted], assignableScopes: [scope] };
    expect(() => new CustomRole(stack, 'Deployer', props)).not.toThrow();
  });
});

test('the condition names exactly the roles that the examples assign, and Azure can read it', () => {
  const script = blocksOf(read(PAGE), 'sh').find((block) => block.includes('CONDITION='))!;
  const input = `${script.split('\naz ')[0]}\necho "$ROLES"\necho "$CONDITION"`;
  const [listed, condition] = spawnSync('bash', { input, encoding: 'utf8' }).stdout.split('\n');
  const assigned = EXAMPLES.flatMap(([example]) => bodies(synthesized(example)[example], 'azurerm_role_assignment'));
  const guids = assigned.map(({ role_definition_id }) => role_definition_id.split('/').pop() as string);
  expect(listed.split(', ').sort()).toEqual([...new Set(guids)].sort());
  expect(new Set(assigned.map(({ principal_type }) => principal_type))).toEqual(new Set(['ServicePrincipal']));
  expect(condition.split(listed)).toHaveLength(3);
  expect(conditionFault(condition)).toBeUndefined();
});
