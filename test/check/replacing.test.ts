import { replacing } from '../../src/check/private/adopt/replacing';
import { AZURERM, AZURERM_5, BlockSchema, schemaOf } from '../support/provider-schema';

/** Whether a schema has an attribute or block, in blocks by a path. */
function has(schema: BlockSchema | undefined, path: string): boolean {
  const [first, ...rest] = path.split('.');
  const block = schema?.block_types?.[first]?.block;
  return rest.length > 0
    ? has(block, rest.join('.'))
    : block !== undefined || schema?.attributes?.[first] !== undefined;
}

test('every attribute is one of the schema', () => {
  for (const major of [4, 5] as const) {
    const { resource_schemas: schemas } = major === 4 ? AZURERM : AZURERM_5;
    const unknown = Object.keys(schemas).flatMap((type) =>
      replacing(type, String(major))!.filter(({ path }) => !has(schemaOf(type, false, major), path)),
    );
    expect(unknown).toEqual([]);
  }
});

test.each([
  ['4', ['name', 'private_dns_zone_name', 'resource_group_name', 'virtual_network_id']],
  ['5', ['name', 'private_dns_zone_id', 'virtual_network_id']],
])('azurerm %s replaces a zone link for', (major, paths) => {
  const rows = replacing('azurerm_private_dns_zone_virtual_network_link', major)!;
  expect(rows.map(({ path }) => path)).toEqual(paths);
});

test('marks say what is left out, and where values decide', () => {
  const of = (type: string, path: string) => replacing(type, '4')!.find((row) => row.path === path);
  expect(of('azurerm_public_ip', 'sku')).toMatchObject({ otherwise: 'Standard', isKept: false, isSometimes: false });
  expect(of('azurerm_role_assignment', 'role_definition_id')).toMatchObject({ isKept: true });
  expect(of('azurerm_service_plan', 'zone_balancing_enabled')).toMatchObject({ isSometimes: true });
  expect(replacing('azurerm_redis_cache', '4')).toBeUndefined();
});
