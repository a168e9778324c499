import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformOutput, TerraformVariable } from 'cdktf';
import {
  ContainerImage,
  ContainerRegistry,
  ContainerRegistryProps,
  PlanSku,
  RegistryAccess,
  Runtime,
} from '../../src/appservice';
import { LogDestination } from '../../src/observability';
import { DnsIntegration } from '../../src/privatelink';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, newStack, only, problemsOf, readable, resources, synth } from '../support/synth';
import { newIdentity, setUpLinux } from '../support/web-app';

const TYPE = 'azurerm_container_registry';
const ACR_PUSH = '8311e382-0749-4cb8-b61a-304f252e45ec';

function newRegistry(props: Partial<ContainerRegistryProps> = {}) {
  const { stack, resourceGroup } = newGroup();
  const registry = new ContainerRegistry(stack, 'Registry', { name: 'crContoso', resourceGroup, ...props });
  return { stack, resourceGroup, registry };
}

/** What an app starts from, in the network of its registry's endpoint. */
function withApp() {
  const { stack, define, resourceGroup, endpointSubnet } = setUpLinux(PlanSku.P0V3);
  const registry = new ContainerRegistry(stack, 'Registry', { name: 'crcontoso', resourceGroup });
  define({ runtime: Runtime.container(ContainerImage.inRegistry(registry, 'chat/hub', '1.4.2')) });
  const endpoint = (dns?: DnsIntegration) =>
    registry.addPrivateEndpoint('Endpoint', { name: 'pep', resourceGroup, subnet: endpointSubnet, dns });
  return { stack, registry, endpoint };
}

describe('A new ContainerRegistry', () => {
  test('is reached through private endpoints only, and takes no passwords', () => {
    const { stack } = newRegistry();
    expect(only(stack, TYPE)).toEqual({
      name: 'crContoso',
      location: 'centralus',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      sku: 'Premium',
      admin_enabled: false,
      anonymous_pull_enabled: false,
      public_network_access_enabled: false,
      export_policy_enabled: false,
      network_rule_bypass_option: 'None',
    });
    expect(([4, 5] as const).flatMap((major) => schemaViolations(synth(stack), major))).toEqual([]);
  });

  test('takes what is given', () => {
    const { stack } = newRegistry({
      access: RegistryAccess.ipRanges('203.0.113.0/28', '198.51.100.7/32'),
      allowTrustedServices: true,
      untaggedRetentionInDays: 30,
      location: 'East US',
      tags: { team: 'chat' },
      lockName: 'keep',
    });
    expect(only(stack, TYPE)).toMatchObject({
      location: 'eastus',
      public_network_access_enabled: true,
      // Azure rejects an open registry without export.
      export_policy_enabled: true,
      network_rule_set: [
        {
          default_action: 'Deny',
          ip_rule: [
            { action: 'Allow', ip_range: '203.0.113.0/28' },
            { action: 'Allow', ip_range: '198.51.100.7/32' },
          ],
        },
      ],
      network_rule_bypass_option: 'AzureServices',
      retention_policy_in_days: 30,
      tags: { team: 'chat' },
    });
    expect(only(stack, 'azurerm_management_lock')).toMatchObject({ name: 'keep' });
    expect(([4, 5] as const).flatMap((major) => schemaViolations(synth(stack), major))).toEqual([]);
  });

  test('is open to all on demand', () => {
    const { stack } = newRegistry({ access: RegistryAccess.publicNetwork() });
    const { network_rule_set: rules, public_network_access_enabled: isPublic } = only(stack, TYPE);
    expect([isPublic, rules]).toEqual([true, undefined]);
  });

  test('lets pipelines push, each once, in the subscription of the registry', () => {
    const stack = newStack();
    const provider = new AzurermProvider(stack, 'shared', { alias: 'shared', features: [{}] });
    const registry = ContainerRegistry.fromContainerRegistryAttributes(stack, 'Registry', {
      registryId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/crcontoso',
      loginServer: 'crcontoso.azurecr.io',
      provider,
    });
    const pipeline = newIdentity(stack);
    expect(registry.grantPush(pipeline)).toBe(registry.grantPush(pipeline));
    expect(only(stack, 'azurerm_role_assignment')).toMatchObject({
      role_definition_id: expect.stringContaining(ACR_PUSH),
      scope: registry.registryId,
      provider: 'azurerm.shared',
    });
  });

  test('sends who pushed and pulled to a workspace', () => {
    const { stack, registry } = newRegistry();
    registry.sendLogsTo(LogDestination.newWorkspace());
    expect(only(stack, 'azurerm_log_analytics_workspace').name).toBe('log-crContoso');
    expect(only(stack, 'azurerm_monitor_diagnostic_setting')).toMatchObject({
      target_resource_id: '${azurerm_container_registry.Registry.id}',
      enabled_log: [{ category_group: 'allLogs' }],
    });
  });

  test('is awaited by the app: registry, role, endpoint and the link of its zone', () => {
    const { stack, endpoint } = withApp();
    endpoint();
    const app = only(stack, 'azurerm_linux_web_app');
    const [pull] = Object.entries<any>(readable(stack).resource!.azurerm_role_assignment)
      .filter(([, { scope }]) => scope === '${azurerm_container_registry.Registry.id}')
      .map(([name]) => name);
    expect(app.depends_on).toEqual(
      expect.arrayContaining([
        `azurerm_role_assignment.${pull}`,
        expect.stringMatching(/^azurerm_private_endpoint\.Registry_Endpoint/),
      ]),
    );
    expect(app.site_config.application_stack.docker_registry_url).toBe(
      'https://${azurerm_container_registry.Registry.login_server}',
    );
    expect(only(stack, 'azurerm_private_endpoint')).toMatchObject({
      private_service_connection: {
        private_connection_resource_id: '${azurerm_container_registry.Registry.id}',
        subresource_names: ['registry'],
      },
      depends_on: [expect.stringContaining('azurerm_private_dns_zone_virtual_network_link.')],
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('has a record for itself and one for its data, each with the address that Azure gave it', () => {
    const { stack, endpoint } = withApp();
    const { dnsRecords } = endpoint(DnsIntegration.managedByPolicy());
    expect(dnsRecords.map(({ name, type }) => [name, type])).toEqual([
      ['crcontoso.privatelink.azurecr.io', 'A'],
      ['crcontoso.centralus.data.privatelink.azurecr.io', 'A'],
    ]);
    new TerraformOutput(stack, 'data', { value: dnsRecords[1].address });
    const { value } = (synth(stack) as any).output.data;
    expect(value).toMatch(
      /^\$\{element\(concat\(flatten\(azurerm_private_endpoint\.\S+\.custom_dns_configs\[\*\]\.ip_addresses\), flatten\(azurerm_private_endpoint\.\S+\.private_dns_zone_configs\[\*\]\.record_sets\[\*\]\.ip_addresses\)\), index\(split\(",", lower\(replace\(join\(",", concat\(.*fqdn.*\)\), "\.privatelink\.", "\."\)\)\), lower\("crcontoso\.centralus\.data\.azurecr\.io"\)\)\)\}$/,
    );
  });

  test('is judged as a whole', () => {
    const { stack, resourceGroup } = newGroup();
    const bad: Partial<ContainerRegistryProps> = {
      access: RegistryAccess.ipRanges('203.0.113.1/28', '2001:db8::/32'),
      untaggedRetentionInDays: 366,
      lockName: '',
    };
    expect(
      messageOf(() => new ContainerRegistry(stack, 'Registry', { name: 'cr-contoso', resourceGroup, ...bad })).split(
        '\n',
      ),
    ).toEqual([
      'Prod/Registry: [appservice/registry-name] "cr-contoso" is not the name of a container registry; use 5 to 50 letters or digits',
      'Prod/Registry: [appservice/registry-access] "203.0.113.1/28" has host bits set; use 203.0.113.0/28',
      'Prod/Registry: [appservice/registry-access] "2001:db8::/32" is an IPv6 range; use an IPv4 range',
      'Prod/Registry: [appservice/registry-retention] retention of 366 days given; use a whole number from 0 to 365',
      expect.stringContaining('[lock/name]'),
    ]);
    expect(messageOf(() => newRegistry({ access: RegistryAccess.ipRanges() }))).toBe(
      'Prod/Registry: [appservice/registry-access] no range is given; name at least one, or use privateOnly()',
    );
    expect(resources(stack, TYPE)).toEqual([]);
  });

  test('shares its name with no other registry', () => {
    const { stack, resourceGroup } = newRegistry();
    new ContainerRegistry(stack, 'Other', { name: 'crcontoso', resourceGroup });
    expect(problemsOf(stack).join()).toContain('[appservice/registry-name-conflict]');
  });

  test('takes a region that only Terraform knows', () => {
    const { stack, resourceGroup } = newGroup();
    const location = new TerraformVariable(stack, 'region', {}).stringValue;
    const registry = new ContainerRegistry(stack, 'Registry', { name: 'crcontoso', resourceGroup, location });
    expect(registry.privateLink.hostnames).toHaveLength(1);
  });

  test('has the names of its cloud', () => {
    const { registry } = newRegistry({ location: 'usgovvirginia', access: RegistryAccess.publicNetwork() });
    expect(registry.privateLink.hostnames).toEqual(['crcontoso.azurecr.us', 'crcontoso.usgovvirginia.data.azurecr.us']);
  });
});
