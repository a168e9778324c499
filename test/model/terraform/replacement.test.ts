import table from '../../../src/model/terraform/force-new.json';
import { replacedSometimes, replacingPaths } from '../../../src/model/terraform/replacement';
import { AZURERM, AZURERM_5, BlockSchema } from '../../support/provider-schema';

/** The attribute or block at a path of a schema, with or without blocks around it. */
function has(schema: BlockSchema | undefined, path: string): boolean {
  const [first, ...rest] = path.split('.');
  if (rest.length === 0) return first in (schema?.attributes ?? {}) || first in (schema?.block_types ?? {});
  return has(schema?.block_types?.[first]?.block, rest.join('.'));
}

/** Types that the fixtures have for examples and tests alone: the library makes none of them. */
const isMade = (type: string) => !type.startsWith('azurerm_cdn_');

describe('what azurerm replaces', () => {
  test.each([
    [4, AZURERM],
    [5, AZURERM_5],
  ] as const)(
    'is known of every type that the library makes, for azurerm %d, and is in its schema',
    (major, schema) => {
      const types = Object.keys(schema.resource_schemas).filter(isMade);
      expect(types.filter((type) => !replacingPaths(type, major))).toEqual([]);
      const unknown = types.flatMap((type) =>
        replacingPaths(type, major)!
          .filter((path) => !has(schema.resource_schemas[type], path))
          .map((path) => `${type}.${path}`),
      );
      expect(unknown).toEqual([]);
    },
  );

  test('is name, group and region of what has them', () => {
    expect(replacingPaths('azurerm_signalr_service', 4)).toEqual(['location', 'name', 'resource_group_name']);
    expect(replacingPaths('azurerm_subnet', 4)).toEqual(['name', 'resource_group_name', 'virtual_network_name']);
  });

  test('is the connection of a private endpoint', () => {
    expect(replacingPaths('azurerm_private_endpoint', 4)).toEqual(
      expect.arrayContaining(['private_service_connection.name', 'ip_configuration.name', 'subnet_id']),
    );
  });

  test('is not known of other types', () => {
    expect(replacingPaths('azurerm_kubernetes_cluster', 4)).toBeUndefined();
  });

  test('may depend on the values', () => {
    expect(replacedSometimes('azurerm_service_plan', 'zone_balancing_enabled')).toBe(
      'where it is turned on for a plan with fewer than two workers',
    );
    expect(replacedSometimes('azurerm_service_plan', 'sku_name')).toBeUndefined();
    expect(replacedSometimes('azurerm_service_plan', 'toString')).toBeUndefined();
  });

  test('differs between the major versions', () => {
    expect(replacingPaths('azurerm_role_assignment', 4)).toContain('description');
    expect(replacingPaths('azurerm_role_assignment', 5)).not.toContain('description');
    expect(replacingPaths('azurerm_storage_container', 5)).toContain('storage_account_id');
  });

  test('was read in the releases whose schemas the fixtures have', () => {
    expect(table.releases).toEqual({ 4: '4.55.0', 5: '5.2.0' });
  });
});
