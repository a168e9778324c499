import { ARCHITECTURES, newArchitecture } from '../support/architectures';
import { AZURERM, AZURERM_5, BlockSchema, Major, schemaViolations } from '../support/provider-schema';
import { only, synthesizedStacks, TerraformJson } from '../support/synth';
import { setUpWindows } from '../support/web-app';

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
/** Whether subnets are created with what is attached to them: as blocks with azurerm 4, by `azurerm_subnet` with azurerm 5. */
const hasBlocks = ({ resource }: TerraformJson) =>
  Object.values(resource?.azurerm_virtual_network ?? {}).some(({ subnet }) => subnet !== undefined);
const refusedTypes = (stack: TerraformJson, major: Major) =>
  new Set(schemaViolations(stack, major).map((violation) => violation.split('.')[0]));

/** The stacks of each architecture, synthesized for each major version; plain resources are as their author wrote them. */
const SYNTHESIZED = Object.keys(ARCHITECTURES)
  .filter((name) => name !== 'plain-azurerm')
  .map((name) => ({
    name,
    four: synthesizedStacks(newArchitecture(name, 4)),
    five: synthesizedStacks(newArchitecture(name, 5)),
  }));

describe.each(SYNTHESIZED)('$name', ({ four, five }) => {
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
      const [blocks, subnets] = hasBlocks(four[stack]) ? ['azurerm_virtual_network', 'azurerm_subnet'] : [];
      expect(refusedTypes(four[stack], 5)).toEqual(new Set(blocks ? [...types, blocks] : types));
      expect(refusedTypes(five[stack], 4)).toEqual(new Set(subnets ? [...types, subnets] : types));
    });
  });

  test('requires the version that it is written for', () => {
    const requirementsOf = (all: Record<string, TerraformJson>) =>
      Object.values(all).map((stack) => (stack as any).terraform.required_providers.azurerm);
    const source = 'azurerm';
    expect(requirementsOf(four)).toEqual(stacks.map(() => ({ source, version: '>= 4.55, < 5' })));
    expect(requirementsOf(five)).toEqual(stacks.map(() => ({ source, version: '~> 5.2' })));
  });

  test('has the same addresses in Terraform in both, but those of subnets that are blocks', () => {
    expect(Object.keys(five)).toEqual(stacks);
    stacks.forEach((stack) => {
      const ids = idsOf(five[stack]).filter((id) => !hasBlocks(four[stack]) || !id.startsWith('azurerm_subnet.'));
      expect(ids).toEqual(idsOf(four[stack]));
    });
  });
});

/** What a block of azurerm 4 has that azurerm 5 does not take any more, and what it wants besides. */
function differences(path: string, four: BlockSchema, five: BlockSchema): string[] {
  const [former, current] = [four.attributes ?? {}, five.attributes ?? {}];
  const removed = Object.entries(former).filter(
    ([name, { required, optional }]) => (required || optional) && !current[name],
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
    'application_gateway lacks enable_http2',
    'application_gateway lacks authentication_certificate blocks',
    'application_gateway.backend_http_settings lacks authentication_certificate blocks',
    'application_gateway.ssl_profile lacks verify_client_cert_issuer_dn',
    'application_insights lacks daily_data_cap_notifications_disabled',
    'application_insights lacks disable_ip_masking',
    'application_insights lacks local_authentication_disabled',
    'container_registry lacks trust_policy_enabled',
    'container_registry.georeplications lacks regional_endpoint_enabled',
    'container_registry.georeplications requires global_endpoint_routing_enabled',
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

/** The bodies of all resources by type. */
function bodiesIn(stacks: readonly TerraformJson[]): Map<string, Record<string, any>[]> {
  const bodies = new Map<string, Record<string, any>[]>();
  for (const [type, byId] of stacks.flatMap(({ resource }) => Object.entries(resource ?? {}))) {
    bodies.set(type, [...(bodies.get(type) ?? []), ...Object.values(byId)]);
  }
  return bodies;
}

describe.each([
  [4, SYNTHESIZED.flatMap(({ four }) => Object.values(four))],
  [5, SYNTHESIZED.flatMap(({ five }) => Object.values(five))],
] as const)('what both majors take the same way is written so for azurerm %d', (_major, stacks) => {
  const bodies = bodiesIn(stacks);

  test.each<[string, string, (body: Record<string, any>) => unknown, unknown]>([
    ['azurerm_key_vault', 'a required flag', (vault) => vault.rbac_authorization_enabled, true],
    ['azurerm_windows_web_app', 'a flag whose default differs', (app) => app.virtual_network_image_pull_enabled, false],
    [
      'azurerm_storage_account',
      'a flag whose default differs',
      (account) => account.allow_nested_items_to_be_public,
      false,
    ],
    ['azurerm_storage_account', 'a version that both have', (account) => account.min_tls_version, 'TLS1_2'],
    [
      'azurerm_log_analytics_workspace',
      'the flag that stays',
      ({ local_authentication_enabled, local_authentication_disabled }) => [
        local_authentication_enabled,
        local_authentication_disabled,
      ],
      [false, undefined],
    ],
    [
      'azurerm_monitor_diagnostic_setting',
      'metrics and logs in the blocks that stay',
      ({ metric, enabled_metric, enabled_log = [] }) => [
        metric,
        enabled_metric,
        enabled_log.some((log: object) => 'retention_policy' in log),
      ],
      [undefined, [{ category: 'AllMetrics' }], false],
    ],
    [
      'azurerm_signalr_service_custom_certificate',
      'the id of a certificate, not of a secret',
      ({ custom_certificate_id }) => custom_certificate_id.includes('/certificates/'),
      true,
    ],
    [
      'azurerm_policy_set_definition',
      'no management group, which has a type of its own',
      (initiative) => initiative.management_group_id,
      undefined,
    ],
  ])('%s: %s', (type, _, read, expected) => {
    expect(bodies.get(type)).toBeDefined();
    bodies.get(type)!.forEach((body) => expect(read(body)).toEqual(expected));
  });

  test('apps: neither versions of remote debuggers nor Ruby, which azurerm 5 dropped', () => {
    const apps = [...bodies].filter(([type]) => /_(web|function)_app(_slot)?$/.test(type)).flatMap(([, all]) => all);
    expect(apps.length).toBeGreaterThan(10);
    expect(JSON.stringify(apps)).not.toMatch(/remote_debugging_version|ruby_version/);
  });
});

test('slots of Windows web apps have the flag whose default differs', () => {
  const { stack, define } = setUpWindows();
  define().addSlot('Green', { name: 'green' });
  expect(only(stack, 'azurerm_windows_web_app_slot').virtual_network_image_pull_enabled).toBe(false);
});
