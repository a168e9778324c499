import { faultsIn } from './support/json-oracle';
import { TerraformJson } from '../support/synth';

const GROUP = { name: 'rg', location: 'centralus' };
const identity = (change: object = {}) => ({
  name: 'id-a',
  location: 'centralus',
  resource_group_name: '${azurerm_resource_group.Group.name}',
  ...change,
});
const endpoint = (name: string, change: object = {}) => ({
  name,
  location: 'centralus',
  resource_group_name: 'rg',
  subnet_id: 'subnet',
  private_service_connection: {
    name: 'c',
    is_manual_connection: false,
    private_connection_resource_id: '${azurerm_user_assigned_identity.One.id}',
    subresource_names: ['signalr'],
  },
  ...change,
});
const stack = (resource: TerraformJson['resource']): TerraformJson => ({
  resource: { azurerm_resource_group: { Group: GROUP }, ...resource },
});
const identities = (One: object, Two: object) => stack({ azurerm_user_assigned_identity: { One, Two } });
const endpoints = (one: object, two: object) =>
  stack({
    azurerm_user_assigned_identity: { One: identity() },
    azurerm_private_endpoint: { One: endpoint('pep-a', one), Two: endpoint('pep-b', two) },
  });
const at = (address: string) => ({
  ip_configuration: [{ name: 'ip', private_ip_address: address, subresource_name: 'signalr' }],
});
const zone = { private_dns_zone_group: { name: 'z', private_dns_zone_ids: ['zone'] } };

describe('what the sweep holds JSON to', () => {
  test.each<[string, TerraformJson]>([
    [
      'names by reference',
      identities(identity(), identity({ name: 'id-b', depends_on: ['azurerm_resource_group.Group'] })),
    ],
    ['addresses', endpoints(at('10.0.0.4'), at('10.0.0.5'))],
    ['escaped templates', identities(identity(), identity({ name: 'id-b', tags: { a: '$${azurerm_no.Such.id}' } }))],
    ['ids of any script', stack({ azurerm_user_assigned_identity: { ümlaut: identity() } })],
  ])('passes %s', (_, json) => {
    expect(faultsIn(json, 4)).toEqual([]);
  });

  test.each<[string, TerraformJson, string]>([
    ['one name in one group, in other letter case', identities(identity(), identity({ name: 'ID-A' })), 'take'],
    [
      'a group that is named and referred to',
      identities(identity(), identity({ resource_group_name: 'RG' })),
      'take azurerm_user_assigned_identity',
    ],
    ['one address in one subnet', endpoints(at('10.0.0.4'), at('10.0.0.4')), 'take address subnet 10.0.0.4'],
    ['one record of one target', endpoints(zone, zone), 'take record zone'],
    ['a missing resource', identities(identity(), identity({ name: '${azurerm_no_such.One.name}' })), 'is not there'],
    [
      'a missing attribute',
      identities(identity(), identity({ name: '${azurerm_resource_group.Group.nothing}' })),
      'has no such attribute',
    ],
    [
      'a missing dependency',
      identities(identity(), identity({ name: 'b', depends_on: ['azurerm_subnet.A'] })),
      'not there',
    ],
    ['a missing variable', identities(identity(), identity({ name: '${var.x}' })), 'the variable x'],
    ['a missing provider', identities(identity(), identity({ name: 'b', provider: 'azurerm.hub' })), 'azurerm.hub'],
    [
      'a cycle',
      identities(
        identity({ depends_on: ['azurerm_user_assigned_identity.Two'] }),
        identity({ name: '${azurerm_user_assigned_identity.One.name}-b' }),
      ),
      'a cycle',
    ],
    ['a token', identities(identity(), identity({ name: '${TfToken[TOKEN.7]}' })), 'left over'],
    ['a number token', identities(identity(), identity({ name: 'a--8.10956221259138e+298' })), 'left over'],
    ['an id that Terraform refuses', stack({ azurerm_user_assigned_identity: { '2fast': identity() } }), '"2fast"'],
    ['an unknown argument', identities(identity(), identity({ name: 'b', nothing: 1 })), 'no attribute or block'],
  ])('reports %s', (_, json, fault) => {
    expect(faultsIn(json, 4).join('\n')).toContain(fault);
  });
});
