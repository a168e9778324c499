import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { ResourceGroup } from '../../src/core';
import { PrivateDnsZone } from '../../src/dns';
import { AddressRange, SubnetBaseOptions, VirtualNetwork } from '../../src/network';
import { ApplicationInsights, LogWorkspace } from '../../src/observability';
import { Major, schemaViolations } from '../support/provider-schema';
import { newStack, only, resources, synth } from '../support/synth';

const ZONE_NAME = 'corp.contoso.com';
const LINK = 'azurerm_private_dns_zone_virtual_network_link';

function setUp(azurermMajor: Major = 5, app = Testing.app({ context: { azurermMajor } })) {
  const stack = newStack('Prod', undefined, app);
  const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg-test', location: 'centralus' });
  const network = new VirtualNetwork(stack, 'Network', {
    name: 'vnet',
    resourceGroup,
    addressSpace: ['10.0.0.0/24'],
  });
  return { app, stack, resourceGroup, network };
}

/** Both majors' forms are valid where they belong, and nowhere else. */
function expectOnlyFive(stack: TerraformStack) {
  expect(schemaViolations(synth(stack), 5)).toEqual([]);
  expect(schemaViolations(synth(stack), 4)).not.toEqual([]);
}

describe('a link to a private DNS zone', () => {
  test('names the zone by its id', () => {
    const { stack, resourceGroup, network } = setUp();
    const zone = new PrivateDnsZone(stack, 'Zone', { zoneName: ZONE_NAME, resourceGroup });
    zone.addVirtualNetworkLink('Link', { virtualNetwork: network, name: 'link' });
    expect(only(stack, LINK)).toEqual({
      name: 'link',
      private_dns_zone_id: '${azurerm_private_dns_zone.Zone.id}',
      virtual_network_id: '${azurerm_virtual_network.Network.id}',
      registration_enabled: false,
    });
    expectOnlyFive(stack);
  });

  test('names an existing zone as azurerm compares ids, without the parts of the id', () => {
    const { stack, network } = setUp();
    const zone = PrivateDnsZone.fromPrivateDnsZoneAttributes(stack, 'Zone', {
      zoneId: `/subscriptions/0/resourcegroups/RG-Hub/providers/microsoft.network/privatednszones/${ZONE_NAME}`,
      zoneName: ZONE_NAME,
    });
    zone.addVirtualNetworkLink('Link', { virtualNetwork: network, name: 'link' });
    expect(only(stack, LINK)).toEqual({
      name: 'link',
      private_dns_zone_id: `/subscriptions/0/resourceGroups/RG-Hub/providers/Microsoft.Network/privateDnsZones/${ZONE_NAME}`,
      virtual_network_id: '${azurerm_virtual_network.Network.id}',
      registration_enabled: false,
    });
  });

  test('names a zone that is looked up by what was found', () => {
    const { stack, network } = setUp();
    const zone = PrivateDnsZone.fromLookup(stack, 'Zone', { zoneName: ZONE_NAME, resourceGroupName: 'rg-hub' });
    zone.addVirtualNetworkLink('Link', { virtualNetwork: network, name: 'link' });
    expect(only(stack, LINK).private_dns_zone_id).toBe('${data.azurerm_private_dns_zone.Zone.id}');
    expectOnlyFive(stack);
  });

  test('takes the form of the stack that it is defined in, not that of the zone', () => {
    const app = Testing.app();
    const hub = setUp(4, app);
    const zone = new PrivateDnsZone(hub.stack, 'Zone', { zoneName: ZONE_NAME, resourceGroup: hub.resourceGroup });
    const spoke = new TerraformStack(app, 'Spoke');
    spoke.node.setContext('azurermMajor', 5);
    new AzurermProvider(spoke, 'azurerm', { features: [{}] });
    zone.addVirtualNetworkLink('Here', { virtualNetwork: hub.network, name: 'here' });
    zone.addVirtualNetworkLink('There', {
      name: 'there',
      scope: spoke,
      virtualNetwork: VirtualNetwork.fromVirtualNetworkAttributes(spoke, 'Network', {
        virtualNetworkId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/other',
        virtualNetworkName: 'other',
        resourceGroupName: 'rg',
        location: 'centralus',
      }),
    });
    expect(schemaViolations(synth(hub.stack), 4)).toEqual([]);
    expect(schemaViolations(synth(spoke), 5)).toEqual([]);
    expect(synth(spoke)).toMatchObject({ terraform: { required_providers: { azurerm: { version: '~> 5.2' } } } });
  });
});

test('a record names the zone by its id', () => {
  const { stack, resourceGroup } = setUp();
  const zone = new PrivateDnsZone(stack, 'Zone', { zoneName: ZONE_NAME, resourceGroup });
  zone.addARecord('Record', { name: 'app', addresses: ['10.0.0.4'] });
  expect(only(stack, 'azurerm_private_dns_a_record')).toEqual({
    name: 'app',
    private_dns_zone_id: '${azurerm_private_dns_zone.Zone.id}',
    records: ['10.0.0.4'],
    ttl: 300,
  });
  expectOnlyFive(stack);
});

describe('a subnet', () => {
  const define = (options: Partial<SubnetBaseOptions>) => {
    const { stack, network } = setUp();
    const subnet = network.addSubnet('Apps', {
      name: 'apps',
      addressRange: AddressRange.prefixLength(26),
      ...options,
    });
    return { stack, subnet };
  };
  const body = {
    name: 'apps',
    resource_group_name: '${azurerm_resource_group.Group.name}',
    virtual_network_name: '${azurerm_virtual_network.Network.name}',
    address_prefixes: ['10.0.0.0/26'],
    default_outbound_access_enabled: false,
    private_endpoint_network_policies: 'Enabled',
  };

  test('has a block for each service endpoint, once, in the given order', () => {
    const { stack } = define({ serviceEndpoints: ['Microsoft.Storage', 'Microsoft.KeyVault', 'Microsoft.Storage'] });
    expect(only(stack, 'azurerm_subnet')).toEqual({
      ...body,
      service_endpoint: [{ service: 'Microsoft.Storage' }, { service: 'Microsoft.KeyVault' }],
    });
    expectOnlyFive(stack);
  });

  test.each([[undefined], [[]]])('is the same in both majors with service endpoints %j', (serviceEndpoints) => {
    const { stack } = define({ serviceEndpoints });
    expect(only(stack, 'azurerm_subnet')).toEqual(body);
    expect([...schemaViolations(synth(stack), 4), ...schemaViolations(synth(stack), 5)]).toEqual([]);
  });

  test('follows the provider resource when service endpoints are changed later', () => {
    const { stack, subnet } = define({ serviceEndpoints: ['Microsoft.KeyVault'] });
    subnet.resource.serviceEndpoints = ['Microsoft.Web'];
    expect(only(stack, 'azurerm_subnet').service_endpoint).toEqual([{ service: 'Microsoft.Web' }]);
    subnet.resource.resetServiceEndpoints();
    expect(only(stack, 'azurerm_subnet')).toEqual(body);
  });

  test('keeps what users set of the provider resource', () => {
    const { stack, subnet } = define({ serviceEndpoints: ['Microsoft.KeyVault'] });
    subnet.resource.lifecycle = { ignoreChanges: ['service_endpoint'] };
    subnet.resource.addOverride('service_endpoint', [{ service: 'Microsoft.Storage', network_identifier: 'id' }]);
    expect(only(stack, 'azurerm_subnet')).toEqual({
      ...body,
      service_endpoint: [{ service: 'Microsoft.Storage', network_identifier: 'id' }],
      lifecycle: { ignore_changes: ['service_endpoint'] },
    });
  });

  test('makes Terraform repeat the block for a list that only Terraform knows', () => {
    const { stack, network } = setUp();
    const list = new TerraformVariable(stack, 'services', { type: 'list(string)' }).listValue;
    network.addSubnet('Apps', {
      name: 'apps',
      addressRange: AddressRange.prefixLength(26),
      serviceEndpoints: list,
    });
    expect(only(stack, 'azurerm_subnet')).toEqual({
      ...body,
      dynamic: { service_endpoint: { for_each: '${var.services}', content: { service: '${service_endpoint.value}' } } },
    });
  });
});

describe('Application Insights and its workspace', () => {
  const define = () => {
    const { stack, resourceGroup } = setUp();
    const workspace = new LogWorkspace(stack, 'Logs', { name: 'log-test', resourceGroup });
    const insights = new ApplicationInsights(stack, 'Insights', { name: 'appi', resourceGroup, workspace });
    return { stack, workspace: workspace.resource, insights: insights.resource };
  };
  const flagsOf = (stack: TerraformStack, type: string) =>
    Object.fromEntries(Object.entries(only(stack, type)).filter(([name]) => /_(dis|en)abled$|_type$/.test(name)));

  test('take no keys', () => {
    const { stack } = define();
    expect(flagsOf(stack, 'azurerm_application_insights')).toEqual({
      application_type: 'web',
      internet_ingestion_enabled: true,
      internet_query_enabled: true,
      local_authentication_enabled: false,
    });
    expect(flagsOf(stack, 'azurerm_log_analytics_workspace')).toEqual({ local_authentication_enabled: false });
    expectOnlyFive(stack);
  });

  test('take over what is set of the provider resources later', () => {
    const { stack, workspace, insights } = define();
    insights.localAuthenticationDisabled = false;
    insights.disableIpMasking = true;
    insights.dailyDataCapNotificationsDisabled = true;
    workspace.internetIngestionEnabled = false;
    workspace.internetQueryEnabled = true;
    expect(flagsOf(stack, 'azurerm_application_insights')).toEqual({
      application_type: 'web',
      daily_data_cap_notifications_enabled: false,
      internet_ingestion_enabled: true,
      internet_query_enabled: true,
      ip_masking_enabled: false,
      local_authentication_enabled: true,
    });
    expect(flagsOf(stack, 'azurerm_log_analytics_workspace')).toEqual({
      internet_ingestion_access_type: 'Disabled',
      internet_query_access_type: 'Enabled',
      local_authentication_enabled: false,
    });
    expectOnlyFive(stack);
  });

  test('let Terraform turn flags round that only Terraform knows', () => {
    const { stack, workspace, insights } = define();
    const flag = new TerraformVariable(stack, 'flag', { type: 'bool' }).booleanValue;
    insights.disableIpMasking = flag;
    workspace.internetQueryEnabled = flag;
    expect(only(stack, 'azurerm_application_insights').ip_masking_enabled).toBe('${!var.flag}');
    expect(only(stack, 'azurerm_log_analytics_workspace').internet_query_access_type).toBe(
      '${var.flag ? "Enabled" : "Disabled"}',
    );
    expect(schemaViolations(synth(stack), 5)).toEqual([]);
  });
});

test('all of this stays as it was for azurerm 4', () => {
  const { stack, resourceGroup, network } = setUp(4);
  const zone = new PrivateDnsZone(stack, 'Zone', { zoneName: ZONE_NAME, resourceGroup });
  zone.addVirtualNetworkLink('Link', { virtualNetwork: network, name: 'link' });
  zone.addARecord('Record', { name: 'app', addresses: ['10.0.0.4'] });
  network.addSubnet('Apps', {
    name: 'apps',
    addressRange: AddressRange.prefixLength(26),
    serviceEndpoints: ['Microsoft.KeyVault'],
  });
  const workspace = new LogWorkspace(stack, 'Logs', { name: 'log-test', resourceGroup });
  const insights = new ApplicationInsights(stack, 'Insights', { name: 'appi', resourceGroup, workspace });
  insights.resource.disableIpMasking = true;
  workspace.resource.internetQueryEnabled = false;
  expect(only(stack, LINK)).toMatchObject({ private_dns_zone_name: '${azurerm_private_dns_zone.Zone.name}' });
  expect(only(stack, 'azurerm_private_dns_a_record')).toMatchObject({
    zone_name: '${azurerm_private_dns_zone.Zone.name}',
  });
  expect(only(stack, 'azurerm_subnet')).toMatchObject({ service_endpoints: ['Microsoft.KeyVault'] });
  expect(resources(stack, 'azurerm_application_insights')).toMatchObject([
    { local_authentication_disabled: true, disable_ip_masking: true },
  ]);
  expect(only(stack, 'azurerm_log_analytics_workspace')).toMatchObject({ internet_query_enabled: false });
  expect(schemaViolations(synth(stack), 4)).toEqual([]);
});
