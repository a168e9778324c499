import { AppServiceEnvironmentV3 } from '@cdktf/provider-azurerm/lib/app-service-environment-v3';
import { AppServiceVirtualNetworkSwiftConnection } from '@cdktf/provider-azurerm/lib/app-service-virtual-network-swift-connection';
import { NetworkSecurityGroup } from '@cdktf/provider-azurerm/lib/network-security-group';
import { PrivateDnsZone } from '@cdktf/provider-azurerm/lib/private-dns-zone';
import { PrivateDnsZoneVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link';
import { ServicePlan } from '@cdktf/provider-azurerm/lib/service-plan';
import { SubnetNetworkSecurityGroupAssociation } from '@cdktf/provider-azurerm/lib/subnet-network-security-group-association';
import { verdicts } from '../support/connectivity';
import { MEANT, NAME_UNKNOWN, NOT_LINKED, override, Row, Tree, WAY_UNKNOWN } from '../support/doubtful';
import { PLAN_ID } from '../support/ids';
import { newPlainChat } from '../support/plain-chat';

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
    'an app whose plan is elsewhere, and that pulls its image over the network, as in an App Service Environment',
    ({ app }) => {
      app.servicePlanId = PLAN_ID;
      app.vnetImagePullEnabled = true;
    },
    ['internet public + - - -', 'subnet unknown ? ? ? -', 'private endpoint private - + + -'],
    { hasIntegration: false },
  ],
  [
    'an app whose plan is elsewhere, and that pulls no image over the network, so that it is in no environment',
    ({ app }) => void (app.servicePlanId = PLAN_ID),
    ['internet public + - - -', 'app public + - - -', 'private endpoint private - + + -'],
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
  [
    'two security groups for one subnet: the last association decides, and nobody knows which',
    (tree) => {
      closeSubnet(tree);
      new SubnetNetworkSecurityGroupAssociation(tree.stack, 'Second', {
        subnetId: tree.appSubnet.id,
        networkSecurityGroupId:
          '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/networkSecurityGroups/x',
      });
    },
    WAY_UNKNOWN,
  ],
  [
    'two zones of one name that are linked to the network, of which Azure takes one',
    ({ stack, network }) => {
      const zone = { name: 'privatelink.service.signalr.net', resourceGroupName: 'rg-other' };
      const other = new PrivateDnsZone(stack, 'OtherZone', zone);
      new PrivateDnsZoneVirtualNetworkLink(stack, 'OtherLink', {
        name: 'other',
        resourceGroupName: zone.resourceGroupName,
        privateDnsZoneName: other.name,
        virtualNetworkId: network.id,
      });
    },
    NAME_UNKNOWN,
  ],
  [
    'one zone that is linked twice',
    ({ stack, network, zone, group }) =>
      new PrivateDnsZoneVirtualNetworkLink(stack, 'Again', {
        name: 'again',
        resourceGroupName: group.name,
        privateDnsZoneName: zone.name,
        virtualNetworkId: network.id,
      }),
    MEANT,
  ],
  [
    'regions that only Terraform knows, but that of the network in the US government cloud, and the zone of another',
    ({ group, network, service, endpoint }) => {
      group.location = '${var.x}';
      service.location = '${var.x}';
      network.location = 'usgovvirginia';
      endpoint!.location = '${var.x}';
    },
    NOT_LINKED,
  ],
  [
    'no zone: others may keep the record of the endpoint in one of theirs',
    ({ stack, endpoint }) => {
      endpoint!.addOverride('private_dns_zone_group', undefined);
      stack.node.tryRemoveChild('Zone');
    },
    NAME_UNKNOWN,
    { hasLink: false },
  ],
];

test.each(TABLE)('%s', (_, change, lines, options = {}) => {
  const tree = newPlainChat(options);
  change(tree);
  expect(verdicts(tree.stack)).toEqual(lines);
});
