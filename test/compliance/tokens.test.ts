import { TerraformStack } from 'cdktf';
import { ComplianceStatus, SecurityProfile } from '../../src/compliance';
import { verdictOf } from '../../src/compliance/private/evaluation';
import { Rule } from '../../src/compliance/private/rule';
import { RuleContext } from '../../src/compliance/private/rule-context';
import { CATALOGUE } from '../../src/compliance/private/rules/catalogue';
import { ConstructModel } from '../../src/model/construct-model';
import { LEGACY_SITES } from '../../src/topology/apps/app-types';
import { add } from '../support/plain-azurerm';
import { AZURERM } from '../support/provider-schema';
import { newStack } from '../support/synth';

/** Adds a resource of which only Terraform will know anything. */
function addUnknown(stack: TerraformStack, type: string, id: string): void {
  const { attributes = {}, block_types = {} } = AZURERM.resource_schemas[type] ?? {};
  const names = FURTHER[type] ?? [...Object.keys(attributes), ...Object.keys(block_types)];
  expect(names.length).toBeGreaterThan(0);
  add(stack, type, id, Object.fromEntries(names.map((name) => [name, '${var.unknown}'])));
}

/** What a rule says of such a resource of a type, alone or among others. */
function statusOf(rule: Rule, type: string, others: readonly string[]): string {
  const stack = newStack();
  addUnknown(stack, type, 'Judged');
  others.forEach((other) => addUnknown(stack, other, `Other_${other}`));
  const model = ConstructModel.of(stack);
  const judged = model.all.find(({ path }) => path === 'Prod/Judged')!;
  return verdictOf(rule, judged, new RuleContext(model), SecurityProfile.ISOLATED).status;
}

/** What decides by referring to what is judged. */
const REFERRING = [
  'azurerm_private_endpoint',
  'azurerm_private_dns_zone_virtual_network_link',
  'azurerm_subnet_network_security_group_association',
  'azurerm_app_service_virtual_network_swift_connection',
  'azurerm_monitor_diagnostic_setting',
  'azurerm_resource_group_policy_assignment',
  'azurerm_linux_web_app',
  'azurerm_network_watcher_flow_log',
];

const LEGACY_APP = [
  'app_service_plan_id',
  'app_settings',
  'auth_settings',
  'connection_string',
  'https_only',
  'identity',
  'location',
  'name',
  'resource_group_name',
  'site_config',
];

const CONTAINER_APP = ['container_app_environment_id', 'identity', 'name', 'resource_group_name', 'secret', 'template'];

/** Types that the library does not touch, so that its part of azurerm's schema lacks them. */
const FURTHER: Readonly<Record<string, readonly string[]>> = {
  azurerm_app_service_virtual_network_swift_connection: ['app_service_id', 'subnet_id'],
  azurerm_pim_active_role_assignment: ['principal_id', 'role_definition_id', 'scope'],
  azurerm_pim_eligible_role_assignment: ['principal_id', 'role_definition_id', 'scope'],
  azurerm_container_app: CONTAINER_APP,
  azurerm_container_app_job: CONTAINER_APP,
  azurerm_app_service: LEGACY_APP,
  azurerm_app_service_slot: [...LEGACY_APP, 'app_service_name'],
  azurerm_function_app: LEGACY_APP,
  azurerm_function_app_slot: [...LEGACY_APP, 'function_app_name'],
  azurerm_logic_app_standard: [
    ...LEGACY_APP,
    'ftp_publish_basic_authentication_enabled',
    'public_network_access',
    'scm_publish_basic_authentication_enabled',
    'virtual_network_subnet_id',
  ],
  azurerm_app_service_plan: [
    'app_service_environment_id',
    'kind',
    'name',
    'resource_group_name',
    'sku',
    'zone_redundant',
  ],
  azurerm_key_vault_certificate: ['certificate', 'certificate_policy', 'key_vault_id', 'name'],
  azurerm_storage_account_network_rules: ['default_action', 'ip_rules', 'storage_account_id'],
  azurerm_network_watcher_flow_log: ['enabled', 'target_resource_id'],
  azurerm_key_vault_secret: ['content_type', 'expiration_date', 'key_vault_id', 'value'],
};

/**
 * A role of which nothing is known is taken for one that has nothing to do with SignalR, and a vault that nothing names too. One
 * app alone shares no hubs.
 */
const OF_NO_CONCERN = ['IAM2', 'IAM3', 'IAM4', 'KV7', 'SIG11'];

/** Its unknown case is an approval that says what it does, but not to what; see its own tests. */
const BY_TEXT = ['SPL3'];

/** Legacy types cannot turn publishing passwords off, whatever they are given. */
const NEVER_COMPLIANT = LEGACY_SITES.map((type) => `APP6 ${type}`);

const CASES = CATALOGUE.filter(({ id }) => !BY_TEXT.includes(id))
  .flatMap((rule) =>
    rule.types.filter((type) => type.startsWith('azurerm_')).map((type) => [rule.id, type, rule] as const),
  )
  .filter(([id, type]) => !NEVER_COMPLIANT.includes(`${id} ${type}`));

describe('what is only known when Terraform runs is never taken for checked', () => {
  test.each(CASES)('%s %s', (id, type, rule) => {
    const expected = OF_NO_CONCERN.includes(id) ? ComplianceStatus.NOT_APPLICABLE : ComplianceStatus.UNKNOWN;
    expect(statusOf(rule, type, REFERRING)).toBe(expected);
    // Alone, it may lack what has to refer to it; that much is known.
    expect(statusOf(rule, type, [])).not.toBe(ComplianceStatus.COMPLIANT);
  });
});
