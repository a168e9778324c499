import { adoptionOf, GROUP_ID, inState, stackOf, stateOf } from './support/adoption';
import { MARKER } from './support/markers';

const IN_GROUP = { location: 'westeurope', resource_group_name: 'rg' };
const STACK_GROUP = { G: { name: 'rg', location: 'West Europe' } };

describe('differences', () => {
  const ADDRESS = {
    ...IN_GROUP,
    id: `${GROUP_ID}/providers/Microsoft.Network/publicIPAddresses/pip`,
    name: 'pip',
    allocation_method: 'Static',
    sku: 'Standard',
    ip_version: 'IPv4',
    zones: ['1', '2'],
    tags: { team: 'chat' },
  };
  const compared = async (given: object, state: object = {}) => {
    const stack = stackOf({
      azurerm_public_ip: { P: { ...IN_GROUP, name: 'pip', allocation_method: 'Static', ...given } },
    });
    const { section } = await adoptionOf(stateOf(inState('azurerm_public_ip.p', { ...ADDRESS, ...state })), stack);
    const lines = (id: string) => section(id).map(({ code, message }) => `${code} ${message}`);
    return {
      replaced: lines('replaced'),
      open: lines('open'),
      changed: section('changed').map(({ message }) => message),
    };
  };

  test('are none where sets have another order, and defaults are left out', async () => {
    const given = { zones: ['2', '1'], tags: { team: 'chat' } };
    expect(await compared(given)).toEqual({ replaced: [], open: [], changed: [] });
  });

  test('replace where a default was given otherwise, and where a value is left out', async () => {
    const { replaced } = await compared({ tags: { team: 'chat' } }, { sku: 'Basic' });
    expect(replaced).toEqual([
      'sku is "Basic" in the state and missing in the stack',
      'zones is "1", "2" in the state and missing in the stack',
    ]);
  });

  test('may replace where values decide, or where Terraform alone knows', async () => {
    const { replaced, open } = await compared(
      { zones: '${var.zones}', domain_name_label_scope: 'TenantReuse' },
      { domain_name_label_scope: 'NoReuse' },
    );
    expect(replaced).toEqual([]);
    expect(open).toEqual([
      'zones is "1", "2" in the state and var.zones in the stack',
      'domain_name_label_scope is "NoReuse" in the state and "TenantReuse" in the stack',
    ]);
  });

  test('change in place, by the names of attributes alone', async () => {
    const { changed } = await compared(
      { zones: ['1', '2'], tags: { team: 'x' }, idle_timeout_in_minutes: 5 },
      { idle_timeout_in_minutes: 4 },
    );
    expect(changed).toEqual(['tags, idle_timeout_in_minutes']);
  });

  test('of a type that the library does not define are left to the plan', async () => {
    const values = { ...IN_GROUP, id: `${GROUP_ID}/providers/Microsoft.Cache/redis/r`, name: 'r' };
    const stack = stackOf({ azurerm_redis_cache: { R: { ...IN_GROUP, name: 'r', location: 'northeurope' } } });
    const { json } = await adoptionOf(stateOf(inState('azurerm_redis_cache.r', values)), stack);
    expect(json.notes[0]).toBe('What replaces azurerm_redis_cache is not known here; read the plan.');
  });

  test('a sensitive value is neither compared nor shown', async () => {
    const values = { id: GROUP_ID, name: 'rg', location: MARKER };
    const state = stateOf(inState('azurerm_resource_group.main', values, { sensitive_values: { location: true } }));
    const { json, stdout } = await adoptionOf(state, stackOf({ azurerm_resource_group: STACK_GROUP }));
    expect(json.holds).toBe(true);
    expect(stdout).not.toContain(MARKER);
  });
});
