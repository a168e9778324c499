import { ARCHITECTURES, newArchitecture, synthesized } from '../support/architectures';
import { AZURERM, AZURERM_5, BlockSchema, Major, schemaViolations } from '../support/provider-schema';
import { TerraformJson } from '../support/synth';

/** Types of which azurerm 4 and 5 want different attributes. */
const DIFFERENT = [
  'azurerm_application_insights',
  'azurerm_private_dns_a_record',
  'azurerm_private_dns_zone_virtual_network_link',
];

const typesOf = (stack: TerraformJson) => Object.keys(stack.resource ?? {});
const idsOf = (stack: TerraformJson) =>
  Object.entries({ ...stack.resource, ...stack.data }).flatMap(([type, byId]) =>
    Object.keys(byId).map((id) => `${type}.${id}`),
  );
const refusedTypes = (stack: TerraformJson, major: Major) =>
  new Set(schemaViolations(stack, major).map((violation) => violation.split('.')[0]));

describe.each(Object.keys(ARCHITECTURES))('%s', (name) => {
  const four = synthesized(newArchitecture(name, 4));
  const five = synthesized(newArchitecture(name, 5));
  const stacks = Object.keys(four);

  test('is accepted by the schema of each major version that it is written for', () => {
    expect(stacks.length).toBeGreaterThan(0);
    stacks.forEach((stack) => {
      expect(schemaViolations(four[stack], 4)).toEqual([]);
      expect(schemaViolations(five[stack], 5)).toEqual([]);
    });
  });

  test('is refused by the other one for each type that differs, and for no other type', () => {
    stacks.forEach((stack) => {
      const types = typesOf(four[stack]).filter((type) => DIFFERENT.includes(type));
      expect(refusedTypes(four[stack], 5)).toEqual(new Set(types));
      expect(refusedTypes(five[stack], 4)).toEqual(new Set(types));
    });
  });

  test('requires the version that it is written for', () => {
    const requirementsOf = (all: Record<string, TerraformJson>) =>
      Object.values(all).map((stack) => (stack as any).terraform.required_providers.azurerm);
    const source = 'azurerm';
    expect(requirementsOf(four)).toEqual(stacks.map(() => ({ source, version: '4.55.0' })));
    expect(requirementsOf(five)).toEqual(stacks.map(() => ({ source, version: '~> 5.2' })));
  });

  test('has the same addresses in Terraform in both', () => {
    expect(Object.keys(five)).toEqual(stacks);
    stacks.forEach((stack) => expect(idsOf(five[stack])).toEqual(idsOf(four[stack])));
  });
});

/** What a block of azurerm 4 has that azurerm 5 does not take any more, and what it wants besides. */
function differences(path: string, four: BlockSchema, five: BlockSchema): string[] {
  const [former, current] = [four.attributes ?? {}, five.attributes ?? {}];
  const removed = Object.entries(former).filter(([name, { required, optional }]) =>
    (required || optional) && !current[name],
  );
  const wanted = Object.keys(current).filter((name) => current[name].required && !former[name]?.required);
  const deprecated = Object.keys(current).filter((name) => current[name].deprecated && !former[name]?.deprecated);
  const blocks = Object.entries(four.block_types ?? {});
  const kept = five.block_types ?? {};
  return [
    ...removed.map(([name]) => `${path} lacks ${name}`),
    ...wanted.map((name) => `${path} requires ${name}`),
    ...deprecated.map((name) => `${path} deprecates ${name}`),
    ...blocks.filter(([name]) => !kept[name]).map(([name]) => `${path} lacks ${name} blocks`),
    ...blocks
      .filter(([name]) => kept[name])
      .flatMap(([name, { block }]) => differences(`${path}.${name}`, block, kept[name].block)),
  ];
}

test('azurerm 5 differs in these attributes of the types that the library defines', () => {
  const found = Object.entries(AZURERM.resource_schemas).flatMap(([type, schema]) =>
    differences(type.replace('azurerm_', ''), schema, AZURERM_5.resource_schemas[type]),
  );
  expect(found).toEqual([
    'application_insights lacks daily_data_cap_notifications_disabled',
    'application_insights lacks disable_ip_masking',
    'application_insights lacks local_authentication_disabled',
    'key_vault lacks enable_rbac_authorization',
    'key_vault requires rbac_authorization_enabled',
    'key_vault lacks contact blocks',
    'linux_web_app.site_config.application_stack lacks ruby_version',
    'linux_web_app_slot.site_config.application_stack lacks ruby_version',
    'log_analytics_workspace lacks internet_ingestion_enabled',
    'log_analytics_workspace lacks internet_query_enabled',
    'log_analytics_workspace lacks local_authentication_disabled',
    'monitor_diagnostic_setting lacks metric blocks',
    'monitor_diagnostic_setting.enabled_log lacks retention_policy blocks',
    'policy_set_definition lacks management_group_id',
    'private_dns_a_record lacks resource_group_name',
    'private_dns_a_record lacks zone_name',
    'private_dns_a_record requires private_dns_zone_id',
    'private_dns_zone_virtual_network_link lacks private_dns_zone_name',
    'private_dns_zone_virtual_network_link lacks resource_group_name',
    'private_dns_zone_virtual_network_link requires private_dns_zone_id',
    'storage_account lacks queue_properties blocks',
    'storage_account lacks static_website blocks',
    'storage_account.customer_managed_key lacks managed_hsm_key_id',
    'storage_account.customer_managed_key requires key_vault_key_id',
    'storage_container lacks storage_account_name',
    'storage_container requires storage_account_id',
    'subnet lacks service_endpoints',
  ]);
});
