import { Configuration } from '../../../src/model/terraform/configuration';
import { instanceAddressOf } from '../../../src/model/terraform/written-path';

const NETWORKS = ['"app"', '"endpoints"'].map((key) => `module.network.azurerm_subnet.this[${key}]`);

/** A configuration in which `consumer` is given one argument, by the references that a plan lists of it. */
function given(references: string[], attribute = 'subnet_id', body: object = {}, instances: string[] = []): unknown {
  const consumer = { address: 'azurerm_thing.this', expressions: { [attribute]: { references } }, ...body };
  const configuration = {
    root_module: {
      resources: [{ address: 'azurerm_subnet.only', expressions: {} }],
      module_calls: {
        network: {
          module: {
            outputs: {
              id: { expression: { references: ['azurerm_virtual_network.this.id', 'azurerm_virtual_network.this'] } },
              ids: { expression: { references: ['azurerm_subnet.this'] } },
            },
          },
        },
        consumer: {
          expressions: {
            network: { references: ['module.network.id', 'module.network'] },
            subnet: { references: ['module.network.ids["app"]', 'module.network.ids', 'module.network'] },
            own: { references: ['azurerm_subnet.only.id', 'azurerm_subnet.only'] },
            computed: { references: ['local.subnet'] },
            map: { references: ['module.network.id', 'module.network'] },
            chosen: { references: ['var.choice', 'azurerm_subnet.only.id', 'azurerm_subnet.only'] },
          },
          module: { resources: [consumer] },
        },
      },
    },
  };
  const address = instances[0] ?? 'module.consumer.azurerm_thing.this';
  const others = ['azurerm_subnet.only', 'module.network.azurerm_virtual_network.this', ...NETWORKS];
  const all = [address, ...others, ...instances.slice(1)].map(instanceAddressOf);
  const read = new Configuration(configuration, all).of(instanceAddressOf(address))!;
  return read.read((read.expressions as Record<string, unknown>)[attribute], attribute);
}

describe('an expression of a plan', () => {
  test.each([
    ['a variable that is given a resource', ['var.own'], '${azurerm_subnet.only.id}'],
    ['a variable that is given an output', ['var.network'], '${module.network.azurerm_virtual_network.this.id}'],
  ])('leads through %s', (_, references, expected) => {
    expect(given(references)).toBe(expected);
  });

  test.each([
    ['an output that is made of several instances', ['var.subnet'], '${module.network.ids["app"]}'],
    ['a local value', ['var.computed'], '${local.subnet}'],
    ['a condition', ['var.chosen'], '${var.choice, azurerm_subnet.only.id}'],
    ['a local value of the module itself', ['local.subnet'], '${local.subnet}'],
  ])('is named where it is %s', (_, references, expected) => {
    expect(given(references)).toBe(expected);
  });

  test('of several sources has each, and is none of them', () => {
    expect(given(['var.own', 'var.network'], 'scope')).toBe(
      '${azurerm_subnet.only.id}, ${module.network.azurerm_virtual_network.this.id}',
    );
  });

  test('of a list of one id is a list', () => {
    expect(given(['var.own'], 'subnet_ids')).toEqual(['${azurerm_subnet.only.id}']);
  });

  describe('with the key of its instance', () => {
    const keyed = (references: string[], attribute: string, body: object = {}) =>
      given(references, attribute, body, [
        'module.consumer.azurerm_thing.this["app"]',
        'module.consumer.azurerm_subnet.each["app"]',
        'module.consumer.azurerm_subnet.each["endpoints"]',
      ]);
    const OWN = '${module.consumer.azurerm_subnet.each["app"].id}';

    test('leads to the instance of the same key', () => {
      expect(keyed(['azurerm_subnet.each', 'each.key'], 'subnet_id')).toBe(OWN);
      expect(keyed(['azurerm_subnet.each', 'each.key'], 'principal_id')).toBe(OWN.replace('.id}', '.principal_id}'));
    });

    test('without the key leads nowhere', () => {
      expect(keyed(['azurerm_subnet.each'], 'subnet_id')).toBe('${azurerm_subnet.each}');
    });

    test('leads to what each.value is', () => {
      const forEach = (references: string[]) => ({ for_each_expression: { references } });
      expect(keyed(['each.value.id', 'each.value'], 'subnet_id', forEach(['azurerm_subnet.each']))).toBe(OWN);
      const network = '${module.network.azurerm_virtual_network.this.id}';
      expect(keyed(['each.value'], 'virtual_network_id', forEach(['var.map']))).toBe(network);
      expect(keyed(['each.value'], 'subnet_id', forEach(['local.subnets']))).toBe('${local.subnets}');
    });
  });
});
