import { AppServiceEnvironmentV3 } from '@cdktf/provider-azurerm/lib/app-service-environment-v3';
import { AppServiceVirtualNetworkSwiftConnection } from '@cdktf/provider-azurerm/lib/app-service-virtual-network-swift-connection';
import { NetworkSecurityGroup } from '@cdktf/provider-azurerm/lib/network-security-group';
import { PrivateEndpoint } from '@cdktf/provider-azurerm/lib/private-endpoint';
import { ServicePlan } from '@cdktf/provider-azurerm/lib/service-plan';
import { SignalrServiceNetworkAcl } from '@cdktf/provider-azurerm/lib/signalr-service-network-acl';
import { SubnetNetworkSecurityGroupAssociation } from '@cdktf/provider-azurerm/lib/subnet-network-security-group-association';
import { TerraformElement, TerraformVariable } from 'cdktf';
import { ConnectivityReport, Origin } from '../../src/connectivity';
import { RequestType } from '../../src/signalr';
import { verdicts } from '../support/connectivity';
import { newPlainChat, PlainChatOptions } from '../support/plain-chat';
import { RawResource } from '../support/raw-resource';
import { newStack } from '../support/synth';

type Tree = ReturnType<typeof newPlainChat>;
type Row = [what: string, change: (tree: Tree) => void, lines: string[], options?: PlainChatOptions];

const MEANT = ['internet public + - - -', 'subnet private - + + -', 'private endpoint private - + + -'];
const LISTS_UNKNOWN = ['internet public ? ? ? ?', 'subnet private ? ? ? ?', 'private endpoint private ? ? ? ?'];
const NAME_UNKNOWN = ['internet public + - - -', 'subnet unknown ? ? ? -', 'private endpoint unknown - + + -'];
const NOT_LINKED = ['internet public + - - -', 'subnet public + - - -', 'private endpoint public - + + -'];
const WAY_UNKNOWN = ['internet public + - - -', 'subnet private - ? ? -', 'private endpoint private - + + -'];
const OTHER_ENDPOINT = '/subscriptions/0/resourceGroups/rg-other/providers/Microsoft.Network/privateEndpoints/other';

const variable = ({ stack }: Tree) => new TerraformVariable(stack, 'given', {}).stringValue;
const override = (element: TerraformElement, path: string, value: unknown) => (element as any).addOverride(path, value);
const inStack = (tree: Tree, element: TerraformElement, path: string, value: unknown) =>
  tree.stack.addOverride(
    `resource.${(element as any).terraformResourceType}.${element.friendlyUniqueId}${path}`,
    value,
  );
const azapi = (tree: Tree, attributes: Record<string, unknown>, type: string = 'azapi_update_resource') =>
  new RawResource(tree.stack, 'Azapi', type, attributes);
const SIGNALR = 'Microsoft.SignalRService/signalR@2024-03-01';

/** Puts the plan of the app into an environment in the app's subnet. */
function inEnvironment({ stack, app, appSubnet }: Tree): ServicePlan {
  const environment = new AppServiceEnvironmentV3(stack, 'Environment', {
    name: 'ase',
    resourceGroupName: 'rg',
    subnetId: appSubnet.id,
  });
  const plan = new ServicePlan(stack, 'Plan', {
    name: 'plan',
    resourceGroupName: 'rg',
    location: 'centralus',
    osType: 'Linux',
    skuName: 'I1v2',
    appServiceEnvironmentId: environment.id,
  });
  app.servicePlanId = plan.id;
  return plan;
}

/** Lets nothing out of the app's subnet. */
function closeSubnet({ stack, appSubnet }: Tree): void {
  const group = new NetworkSecurityGroup(stack, 'Closed', {
    name: 'nsg',
    resourceGroupName: 'rg',
    location: 'centralus',
  });
  group.putSecurityRule([
    {
      name: 'deny-all',
      priority: 100,
      direction: 'Outbound',
      access: 'Deny',
      protocol: '*',
      sourcePortRange: '*',
      destinationPortRange: '*',
      sourceAddressPrefix: '*',
      destinationAddressPrefix: '*',
    },
  ]);
  new SubnetNetworkSecurityGroupAssociation(stack, 'ClosedSubnet', {
    subnetId: appSubnet.id,
    networkSecurityGroupId: group.id,
  });
}

/** What Azure does, by hand: what the name resolves to, then client, server, REST, trace. */
const TABLE: Row[] = [
  [
    'a second list for the service: the last one applied decides, and nobody knows which',
    ({ stack, service }) =>
      new SignalrServiceNetworkAcl(stack, 'Second', {
        signalrServiceId: service.id,
        defaultAction: 'Allow',
        publicNetwork: {},
      }),
    LISTS_UNKNOWN,
  ],
  [
    'a second list in another stack',
    ({ stack, service }) =>
      new SignalrServiceNetworkAcl(newStack('Other', undefined, stack.node.root), 'Second', {
        signalrServiceId: service.id,
        defaultAction: 'Deny',
        publicNetwork: {},
      }),
    LISTS_UNKNOWN,
  ],
  [
    'a list for a service that only Terraform knows',
    (tree) => override(tree.acl!, 'signalr_service_id', variable(tree)),
    LISTS_UNKNOWN,
  ],
  ['a list that may be left out', (tree) => override(tree.acl!, 'count', variable(tree)), LISTS_UNKNOWN],
  [
    'a list that is left out',
    (tree) => override(tree.acl!, 'count', 0),
    ['internet public + + + +', 'subnet private ? ? ? ?', 'private endpoint private ? ? ? ?'],
  ],
  ['a service for each element', (tree) => override(tree.service, 'for_each', '${toset(["a"])}'), LISTS_UNKNOWN],
  ['a list that is there once', (tree) => override(tree.acl!, 'count', 1), MEANT],
  [
    'a list of a service that is closed, whatever the second list says',
    (tree) => {
      override(tree.service, 'public_network_access_enabled', 'false');
      override(tree.acl!, 'count', '${var.x}');
    },
    ['internet public - - - -', ...LISTS_UNKNOWN.slice(1)],
  ],
  [
    'an override of the stack that opens the service',
    (tree) => inStack(tree, tree.acl!, '.public_network.allowed_request_types', ['ServerConnection']),
    ['internet public + + - -', ...MEANT.slice(1)],
  ],
  [
    'an override of the stack that closes the service',
    (tree) => inStack(tree, tree.service, '.public_network_access_enabled', false),
    ['internet public - - - -', ...MEANT.slice(1)],
  ],
  ['an override of the stack that removes the link', (tree) => inStack(tree, tree.link!, '', undefined), NOT_LINKED],
  [
    'azapi that changes the lists',
    (tree) =>
      azapi(tree, {
        type: SIGNALR,
        resource_id: tree.service.id,
        body: { properties: { networkACLs: { defaultAction: 'Allow' } } },
      }),
    LISTS_UNKNOWN,
  ],
  [
    'azapi that changes public network access, in JSON',
    (tree) =>
      azapi(tree, {
        type: SIGNALR,
        resource_id: tree.service.id,
        body: JSON.stringify({ properties: { publicNetworkAccess: 'Enabled' } }),
      }),
    LISTS_UNKNOWN,
  ],
  [
    'azapi with a body that only Terraform knows',
    (tree) => azapi(tree, { type: SIGNALR, resource_id: tree.service.id, body: variable(tree) }),
    LISTS_UNKNOWN,
  ],
  [
    'azapi for a service that only Terraform knows',
    (tree) =>
      azapi(tree, { type: SIGNALR, resource_id: variable(tree), body: { properties: { publicNetworkAccess: 'x' } } }),
    LISTS_UNKNOWN,
  ],
  [
    'azapi that changes something else of the service, with values that only Terraform knows',
    (tree) =>
      azapi(tree, { type: SIGNALR, resource_id: tree.service.id, body: { properties: { cors: variable(tree) } } }),
    MEANT,
  ],
  [
    'azapi that links the zone',
    (tree) =>
      azapi(tree, { type: 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' }, 'azapi_resource'),
    NAME_UNKNOWN,
    { hasLink: false },
  ],
  ['a link that may be left out', (tree) => override(tree.link!, 'count', variable(tree)), NAME_UNKNOWN],
  ['a link that is left out', (tree) => override(tree.link!, 'count', 0), NOT_LINKED],
  [
    'an endpoint that may be left out',
    (tree) => override(tree.endpoint!, 'count', variable(tree)),
    ['internet public + - - -', 'subnet unknown ? ? ? -', 'private endpoint unknown - ? ? -'],
  ],
  [
    'an endpoint that may be of the service',
    ({ stack, endpointSubnet }) => {
      const given = new TerraformVariable(stack, 'given', {}).stringValue;
      new PrivateEndpoint(stack, 'Open', {
        name: 'open',
        location: 'centralus',
        resourceGroupName: 'rg',
        subnetId: endpointSubnet.id,
        privateServiceConnection: { name: 'c', isManualConnection: false, privateConnectionResourceId: given },
      });
    },
    ['internet public + - - -', 'subnet unknown ? ? ? ?'],
    { hasEndpoint: false },
  ],
  [
    'an endpoint of something else',
    ({ stack, endpointSubnet, app }) =>
      new PrivateEndpoint(stack, 'Other', {
        name: 'other',
        location: 'centralus',
        resourceGroupName: 'rg',
        subnetId: endpointSubnet.id,
        privateServiceConnection: { name: 'c', isManualConnection: false, privateConnectionResourceId: app.id },
      }),
    ['internet public + - - -', 'subnet public + - - -'],
    { hasEndpoint: false },
  ],
  [
    'a list that names an endpoint outside of the tree: names may lead there',
    ({ acl }) => acl!.putPrivateEndpoint([{ id: OTHER_ENDPOINT, allowedRequestTypes: ['ServerConnection'] }]),
    ['internet public + - - -', 'subnet unknown ? ? ? ?'],
    { hasEndpoint: false },
  ],
  [
    'an endpoint that waits for approval: until then public DNS does not lead to its zone',
    ({ endpoint }) => override(endpoint!, 'private_service_connection.is_manual_connection', true),
    ['internet public + - - -', 'subnet unknown ? ? ? -', 'private endpoint unknown - ? ? -'],
  ],
  [
    'a security group that may be left out',
    (tree) =>
      override(
        new RawResource(tree.stack, 'Nsg', 'azurerm_network_security_group', { name: 'n' }),
        'count',
        '${var.x}',
      ),
    WAY_UNKNOWN,
  ],
  [
    'rules of a network manager',
    (tree) => new RawResource(tree.stack, 'Rule', 'azurerm_network_manager_admin_rule', { name: 'deny-all' }),
    WAY_UNKNOWN,
  ],
  [
    'a connection that may give the app another subnet',
    ({ stack, appSubnet }) =>
      new AppServiceVirtualNetworkSwiftConnection(stack, 'Swift', { appServiceId: '${var.x}', subnetId: appSubnet.id }),
    ['internet public + - - -', 'subnet unknown ? ? ? -', 'private endpoint private - + + -'],
    { hasIntegration: false },
  ],
  [
    'a connection of the app that may be left out',
    ({ stack, appSubnet, app }) =>
      new AppServiceVirtualNetworkSwiftConnection(stack, 'Swift', {
        appServiceId: app.id,
        subnetId: appSubnet.id,
      }).addOverride('count', '${var.x}'),
    ['internet public + - - -', 'subnet unknown ? ? ? -', 'private endpoint private - + + -'],
    { hasIntegration: false },
  ],
  [
    'an app in an App Service Environment, which runs in a subnet and sends all through it',
    (tree) => {
      inEnvironment(tree);
      closeSubnet(tree);
    },
    ['internet public + - - -', 'subnet private - - - -', 'private endpoint private - + + -'],
    { hasIntegration: false },
  ],
  [
    'an app in an App Service Environment that the tree does not have',
    (tree) => override(inEnvironment(tree), 'app_service_environment_id', '${var.x}'),
    ['internet public + - - -', 'subnet unknown ? ? ? -', 'private endpoint private - + + -'],
    { hasIntegration: false },
  ],
  [
    'a subnet that lets nothing out, and an app that may send only private addresses through it',
    (tree) => {
      closeSubnet(tree);
      tree.app.addOverride('site_config.vnet_route_all_enabled', '${var.x}');
    },
    ['internet public + - - -', 'subnet public ? - - -', 'private endpoint public - + + -'],
    { hasLink: false },
  ],
  [
    'the old app setting that sends all through the subnet',
    (tree) => {
      closeSubnet(tree);
      tree.app.addOverride('site_config.vnet_route_all_enabled', false);
      tree.app.addOverride('app_settings', { WEBSITE_VNET_ROUTE_ALL: '1' });
    },
    ['internet public + - - -', 'subnet public ? - - -', 'private endpoint public - + + -'],
    { hasLink: false },
  ],
  [
    'DNS servers in app settings that only Terraform knows',
    (tree) => tree.app.addOverride('app_settings', '${var.x}'),
    ['internet public + - - -', 'subnet unknown ? ? ? -', 'private endpoint private - + + -'],
  ],
];

describe('a tree with', () => {
  test.each(TABLE)('%s', (_, change, lines, options = {}) => {
    const tree = newPlainChat(options);
    change(tree);
    expect(verdicts(tree.stack)).toEqual(lines);
  });

  test.each<[string, (tree: Tree) => void, RegExp]>([
    [
      'the lists',
      ({ stack, service }) =>
        new SignalrServiceNetworkAcl(stack, 'Second', {
          signalrServiceId: service.id,
          defaultAction: 'Allow',
          publicNetwork: {},
        }),
      /^Prod\/Acl and Prod\/Second both write the access control list of Prod\/Service, and the last one replaces the other$/,
    ],
    [
      'what may be left out',
      ({ link }) => override(link!, 'count', '${var.x}'),
      /^how often Prod\/Link is there is only known when Terraform runs$/,
    ],
    [
      'what azapi changes',
      (tree) => azapi(tree, { type: 'Microsoft.Network/virtualNetworks@2024-05-01' }),
      /^Prod\/Azapi changes networks by azapi$/,
    ],
  ])('a doubt names %s', (_, change, reason) => {
    const tree = newPlainChat();
    change(tree);
    const report = ConnectivityReport.of(tree.stack);
    expect(report.path(Origin.of(tree.app), tree.service, RequestType.SERVER_CONNECTION).reason).toMatch(reason);
  });
});
