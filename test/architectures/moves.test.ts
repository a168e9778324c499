import { readFileSync } from 'fs';
import { StackJson } from '../../projenrc/moves/bodies';
import { CASES } from '../../projenrc/moves/cases';
import { moveOf } from '../../projenrc/moves/move';
import { GROUPS, optionsOf } from '../../projenrc/moves/options';
import { OptionMoves, optionMoves } from '../../projenrc/moves/table';
import { PAGE, withMoves } from '../../projenrc/moves/write';

const named = ({ group, option }: OptionMoves) => `${group}: ${option}`;

describe('options after the first deployment', () => {
  let all: OptionMoves[];

  beforeAll(() => {
    all = optionMoves();
  });

  test('are in the tables of docs/upgrading.md; otherwise run npm run rules', () => {
    const page = readFileSync(PAGE, 'utf8');
    expect(withMoves(page, all)).toBe(page);
  });

  test('have all another value to compare with, in projenrc/moves/cases.ts', () => {
    expect(all.filter(({ moves }) => moves.length === 0).map(named)).toEqual([]);
    const declared = Object.fromEntries(
      GROUPS.map((group) => [
        group.title,
        optionsOf(group)
          .map(({ name }) => name)
          .sort(),
      ]),
    );
    const compared = Object.fromEntries(
      Object.entries(CASES).map(([title, options]) => [title, Object.keys(options).sort()]),
    );
    expect(compared).toEqual(declared);
  });

  test('say it where another value replaces resources', () => {
    const replacing = all.filter(({ moves }) => moves.some(({ move }) => move.replaced.length > 0));
    expect(replacing.length).toBeGreaterThan(10);
    expect(replacing.filter(({ text }) => !/\breplaces?\b/.test(text)).map(named)).toEqual([]);
  });

  test('say it where Azure rejects another value', () => {
    const refused = all.filter(({ moves }) => moves.some(({ move }) => move.refused.length > 0));
    expect(refused.length).toBeGreaterThan(5);
    expect(
      refused.filter(({ text }) => !/\b(Azure (refuses|rejects)|which Azure refuses)\b/.test(text)).map(named),
    ).toEqual([]);
  });
});

/** A stack with a network, a subnet and an endpoint in it, and what a test changes of them. */
function stackOf(changed: Record<string, object> = {}): StackJson {
  const bodies: Record<string, object> = {
    azurerm_virtual_network: { name: 'vnet', location: 'centralus', address_space: ['10.0.0.0/24'] },
    azurerm_subnet: {
      name: 'snet',
      virtual_network_name: '${azurerm_virtual_network.A.name}',
      address_prefixes: ['10.0.0.0/26'],
    },
    azurerm_private_endpoint: {
      name: 'pep',
      subnet_id: '${azurerm_subnet.A.id}',
      private_service_connection: { name: 'pep', is_manual_connection: false },
    },
  };
  const merged = Object.entries({ ...bodies, ...changed }).map(([type, body]) => [
    type,
    { A: { ...bodies[type], ...body } },
  ]);
  return { resource: Object.fromEntries(merged) };
}

const replacedBy = (changed: Record<string, object>, before: Record<string, object> = {}) =>
  moveOf(stackOf(before), stackOf(changed)).replaced.map(({ type, forcing }) => `${type}: ${forcing.join(', ')}`);

describe('what a change replaces', () => {
  test('is nothing where nothing changes', () => {
    expect(moveOf(stackOf(), stackOf())).toEqual({
      replaced: [],
      inPlace: [],
      added: [],
      removed: [],
      replacesAll: false,
      refused: [],
    });
  });

  test('is what has another value that forces it, also within a block', () => {
    const connection = { name: 'psc', is_manual_connection: false };
    expect(replacedBy({ azurerm_private_endpoint: { private_service_connection: connection } })).toEqual([
      'azurerm_private_endpoint: private_service_connection.name',
    ]);
    expect(replacedBy({ azurerm_private_endpoint: { private_service_connection: [connection] } })).toEqual([
      'azurerm_private_endpoint: private_service_connection.name',
    ]);
  });

  test('is also what refers to it, and what refers to that', () => {
    expect(replacedBy({ azurerm_virtual_network: { name: 'vnet-cus' } })).toEqual([
      'azurerm_virtual_network: name',
      'azurerm_subnet: virtual_network_name',
      'azurerm_private_endpoint: subnet_id',
    ]);
  });

  test('is not what refers to an attribute that stays', () => {
    expect(replacedBy({ azurerm_virtual_network: { location: 'eastus' } })).toEqual([
      'azurerm_virtual_network: location',
    ]);
  });

  test('is nothing that Terraform is to ignore', () => {
    const lifecycle = { ignore_changes: ['name'] };
    expect(replacedBy({ azurerm_virtual_network: { name: 'other', lifecycle } })).toEqual([]);
    const blocks = { ignore_changes: ['private_service_connection[0].name'] };
    const connection = { name: 'psc', is_manual_connection: false };
    expect(
      replacedBy({ azurerm_private_endpoint: { private_service_connection: connection, lifecycle: blocks } }),
    ).toEqual([]);
  });

  test('is a plan of one worker whose zone balancing is turned on, and no other', () => {
    const plan = (body: object) => ({ azurerm_service_plan: { sku_name: 'P1v3', ...body } });
    expect(replacedBy(plan({ zone_balancing_enabled: true }), plan({}))).toEqual([
      'azurerm_service_plan: zone_balancing_enabled',
    ]);
    expect(replacedBy(plan({ zone_balancing_enabled: true, worker_count: 3 }), plan({}))).toEqual([]);
    expect(replacedBy(plan({}), plan({ zone_balancing_enabled: true }))).toEqual([]);
  });

  test('is only known of types that the table has', () => {
    const cluster = (name: string) => ({ azurerm_kubernetes_cluster: { name } });
    expect(() => moveOf(stackOf(cluster('a')), stackOf(cluster('b')))).toThrow(
      'Nothing says what replaces azurerm_kubernetes_cluster',
    );
  });
});

describe('what Azure rejects of a change', () => {
  const moved = { azurerm_subnet: { address_prefixes: ['10.0.0.64/26'] } };

  test('is another range of a subnet in use, which azurerm changes in place', () => {
    const { replaced, refused } = moveOf(stackOf(), stackOf(moved));
    expect(replaced).toEqual([]);
    expect(refused).toEqual([
      'Azure rejects another range of a subnet that is in use ([source](https://github.com/hashicorp/terraform-provider-azurerm/issues/11211))',
    ]);
  });

  test('is nothing where the subnet is replaced or empty', () => {
    expect(moveOf(stackOf(), stackOf({ ...moved, azurerm_virtual_network: { name: 'other' } })).refused).toEqual([]);
    const elsewhere = { azurerm_private_endpoint: { subnet_id: 'another' } };
    expect(moveOf(stackOf(elsewhere), stackOf({ ...moved, ...elsewhere })).refused).toEqual([]);
  });
});
