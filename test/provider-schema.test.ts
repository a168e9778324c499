import { AZAPI, AZURERM, AZURERM_5, schemaViolations } from './support/provider-schema';

const GROUP = { name: 'rg', location: 'centralus' };
const SIGNALR = { name: 's', location: 'l', resource_group_name: 'g', sku: { name: 'Free_F1', capacity: 1 } };
const KEY_VAULT = { name: 'k', location: 'l', resource_group_name: 'g', sku_name: 'standard', tenant_id: 't' };
const ACL = { signalr_service_id: 'id', default_action: 'Deny', public_network: {} };

const violations = (type: string, body: Record<string, unknown>) =>
  schemaViolations({ resource: { [type]: { x: body } } });

describe('schemaViolations', () => {
  test('is told by the schema of azurerm 4.55.0', () => {
    expect(AZURERM).toMatchObject({ provider: 'registry.terraform.io/hashicorp/azurerm', version: '4.55.0' });
  });

  test('is told by the schema of azurerm 5.2.0 where that is asked for', () => {
    expect(AZURERM_5).toMatchObject({ provider: AZURERM.provider, version: '5.2.0' });
    const typesOf = ({ resource_schemas, data_source_schemas }: typeof AZURERM) =>
      [resource_schemas, data_source_schemas].map((schemas) => Object.keys(schemas));
    expect(typesOf(AZURERM_5)).toEqual(typesOf(AZURERM));
    const stack = { resource: { azurerm_key_vault: { x: KEY_VAULT } } };
    expect(schemaViolations(stack)).toEqual([]);
    expect(schemaViolations(stack, 5)).toEqual(['azurerm_key_vault.x: rbac_authorization_enabled is required']);
  });

  test('is told of azapi by its documentation, where a body has any form', () => {
    expect(AZAPI).toMatchObject({ provider: 'registry.terraform.io/azure/azapi' });
    const body = { properties: { ipRules: [{ action: 'Allow' }] } };
    expect(violations('azapi_update_resource', { type: 't', resource_id: 'i', body })).toEqual([]);
    expect(violations('azapi_update_resource', { resource_id: 1, body, replica: true })).toEqual([
      'azapi_update_resource.x: no attribute or block replica',
      'azapi_update_resource.x: type is required',
      'azapi_update_resource.x.resource_id: 1 is not of type "string"',
    ]);
  });

  test('takes what azurerm takes', () => {
    const meta = { depends_on: ['a.b'], lifecycle: { prevent_destroy: true }, '//': {} };
    expect(
      violations('azurerm_resource_group', { ...GROUP, tags: { a: 'b' }, timeouts: { create: '1h' }, ...meta }),
    ).toEqual([]);
    expect(violations('azurerm_signalr_service', { ...SIGNALR, cors: [{ allowed_origins: ['a'] }] })).toEqual([]);
    expect(violations('azurerm_signalr_service_network_acl', ACL)).toEqual([]);
  });

  test('takes a Terraform expression for any type, but not text that only holds one', () => {
    const https = (https_only: unknown) =>
      violations('azurerm_linux_web_app', {
        ...{ name: 'a', location: 'l', resource_group_name: 'g', service_plan_id: 'p', site_config: {} },
        https_only,
      });
    expect(https('${var.flag}')).toEqual([]);
    expect(https('yes ${var.flag}')).toEqual([
      'azurerm_linux_web_app.x.https_only: "yes ${var.flag}" is not of type "bool"',
    ]);
  });

  test.each<[string, string, Record<string, unknown>, string]>([
    ['an unknown type', 'azurerm_signalr', {}, 'azurerm_signalr.x: no such type'],
    [
      'an unknown attribute',
      'azurerm_resource_group',
      { ...GROUP, sku: 'x' },
      'azurerm_resource_group.x: no attribute or block sku',
    ],
    ['a missing attribute', 'azurerm_resource_group', { name: 'rg' }, 'azurerm_resource_group.x: location is required'],
    [
      'an attribute in camel case',
      'azurerm_signalr_service',
      { ...SIGNALR, serviceMode: 'Default' },
      'azurerm_signalr_service.x: no attribute or block serviceMode',
    ],
    [
      'a read-only attribute',
      'azurerm_signalr_service',
      { ...SIGNALR, hostname: 'h' },
      'azurerm_signalr_service.x.hostname: is read-only',
    ],
    [
      'a deprecated attribute',
      'azurerm_log_analytics_workspace',
      { name: 'l', location: 'l', resource_group_name: 'g', local_authentication_disabled: true },
      'azurerm_log_analytics_workspace.x.local_authentication_disabled: is deprecated',
    ],
    [
      'a wrong type',
      'azurerm_signalr_service',
      { ...SIGNALR, local_auth_enabled: 'false' },
      'azurerm_signalr_service.x.local_auth_enabled: "false" is not of type "bool"',
    ],
    [
      'a wrong type in a list',
      'azurerm_virtual_network',
      { name: 'v', location: 'l', resource_group_name: 'g', address_space: ['10.0.0.0/8', 1] },
      'azurerm_virtual_network.x.address_space[1]: 1 is not of type "string"',
    ],
    [
      'text in place of a list',
      'azurerm_virtual_network',
      { name: 'v', location: 'l', resource_group_name: 'g', address_space: '10.0.0.0/8' },
      'azurerm_virtual_network.x.address_space: "10.0.0.0/8" is not of type ["set","string"]',
    ],
    [
      'a wrong type in a map',
      'azurerm_resource_group',
      { ...GROUP, tags: { a: 1 } },
      'azurerm_resource_group.x.tags.a: 1 is not of type "string"',
    ],
    [
      'a missing block',
      'azurerm_signalr_service_network_acl',
      { signalr_service_id: 'id', default_action: 'Deny' },
      'azurerm_signalr_service_network_acl.x.public_network: 0 blocks, at least 1 needed',
    ],
    [
      'a block too many',
      'azurerm_signalr_service_network_acl',
      { ...ACL, public_network: [{}, {}] },
      'azurerm_signalr_service_network_acl.x.public_network: 2 blocks, at most 1 allowed',
    ],
    [
      'an unknown attribute in a block',
      'azurerm_signalr_service_network_acl',
      { ...ACL, private_endpoint: [{ id: 'a' }, { id: 'b', allow: [] }] },
      'azurerm_signalr_service_network_acl.x.private_endpoint[1]: no attribute or block allow',
    ],
    [
      'text in place of a block',
      'azurerm_signalr_service_network_acl',
      { ...ACL, public_network: 'open' },
      'azurerm_signalr_service_network_acl.x.public_network: "open" is not a block',
    ],
  ])('refuses %s', (_, type, body, violation) => {
    expect(violations(type, body)).toEqual([violation]);
  });

  test('judges data sources as well', () => {
    const data = { azurerm_resource_group: { x: { nom: 'rg' } } };
    expect(schemaViolations({ data })).toEqual([
      'azurerm_resource_group.x: no attribute or block nom',
      'azurerm_resource_group.x: name is required',
    ]);
  });

  test('wants every member of an object, as Terraform does in JSON', () => {
    const rule = { name: 'A', priority: 100, direction: 'Inbound', access: 'Allow', protocol: '*' };
    const body = { name: 'n', location: 'l', resource_group_name: 'g', security_rule: [{ ...rule, colour: 'red' }] };
    const found = violations('azurerm_network_security_group', body);
    expect(found).toContain('azurerm_network_security_group.x.security_rule[0]: no member colour');
    expect(found).toContain('azurerm_network_security_group.x.security_rule[0]: description is required');
  });
});
