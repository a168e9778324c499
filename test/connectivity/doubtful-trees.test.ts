import { PrivateEndpoint } from '@cdktf/provider-azurerm/lib/private-endpoint';
import { SignalrServiceNetworkAcl } from '@cdktf/provider-azurerm/lib/signalr-service-network-acl';
import { VirtualNetworkPeering } from '@cdktf/provider-azurerm/lib/virtual-network-peering';
import { TerraformElement, TerraformVariable } from 'cdktf';
import { ConnectivityReport, Origin } from '../../src/connectivity';
import { RequestType } from '../../src/signalr';
import { verdicts } from '../support/connectivity';
import { MEANT, NAME_UNKNOWN, NOT_LINKED, override, Row, Tree, WAY_UNKNOWN } from '../support/doubtful';
import { newPlainChat } from '../support/plain-chat';
import { RawResource } from '../support/raw-resource';
import { newStack } from '../support/synth';

const LISTS_UNKNOWN = ['internet public ? ? ? ?', 'subnet private ? ? ? ?', 'private endpoint private ? ? ? ?'];
const OTHER_ENDPOINT = '/subscriptions/0/resourceGroups/rg-other/providers/Microsoft.Network/privateEndpoints/other';

const variable = ({ stack }: Tree) => new TerraformVariable(stack, 'given', {}).stringValue;
const inStack = (tree: Tree, element: TerraformElement, path: string, value: unknown) =>
  tree.stack.addOverride(
    `resource.${(element as any).terraformResourceType}.${element.friendlyUniqueId}${path}`,
    value,
  );
const azapi = (tree: Tree, attributes: Record<string, unknown>, type: string = 'azapi_update_resource') =>
  new RawResource(tree.stack, 'Azapi', type, attributes);
const SIGNALR = 'Microsoft.SignalRService/signalR@2024-03-01';

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
    ['internet public + + + +', 'subnet private + + + +', 'private endpoint private + + + +'],
  ],
  [
    'a peering that may be there, where the app calls the public endpoint anyhow',
    ({ stack, network }) =>
      new VirtualNetworkPeering(stack, 'Peering', {
        name: 'p',
        resourceGroupName: 'rg',
        virtualNetworkName: network.name,
        remoteVirtualNetworkId:
          '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet-hub',
      }).addOverride('count', '${var.x}'),
    ['internet public + - - -', 'subnet public + - - -'],
    { hasEndpoint: false },
  ],
  ['a service for each element', (tree) => override(tree.service, 'for_each', '${toset(var.x)}'), LISTS_UNKNOWN],
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
    'a security group of no subnet that may be left out',
    (tree) =>
      override(
        new RawResource(tree.stack, 'Nsg', 'azurerm_network_security_group', { name: 'n' }),
        'count',
        '${var.x}',
      ),
    MEANT,
  ],
  [
    'rules of a network manager',
    (tree) => new RawResource(tree.stack, 'Rule', 'azurerm_network_manager_admin_rule', { name: 'deny-all' }),
    WAY_UNKNOWN,
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
      /but Prod\/Link may link one: how many instances Prod\/Link has is only known when Terraform runs: count is var\.x$/,
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
