import { LinuxWebApp } from '@cdktf/provider-azurerm/lib/linux-web-app';
import { PrivateDnsZone } from '@cdktf/provider-azurerm/lib/private-dns-zone';
import { PrivateDnsZoneVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link';
import { PrivateEndpoint } from '@cdktf/provider-azurerm/lib/private-endpoint';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { SignalrService } from '@cdktf/provider-azurerm/lib/signalr-service';
import {
  SignalrServiceNetworkAcl,
  SignalrServiceNetworkAclConfig,
} from '@cdktf/provider-azurerm/lib/signalr-service-network-acl';
import { Subnet } from '@cdktf/provider-azurerm/lib/subnet';
import { VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { TerraformStack } from 'cdktf';
import { newStack } from './synth';

/** Id of a private endpoint that is none of those that trees define, for lists that name others alone. */
export const OTHER_ENDPOINT_ID =
  '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/other';

const PLAN_ID = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Web/serverFarms/plan';

/** What a test changes in the plain architecture. */
export interface PlainChatOptions {
  readonly stack?: TerraformStack;
  /** Without it the app calls out over App Service's own addresses. */
  readonly hasIntegration?: boolean;
  readonly hasEndpoint?: boolean;
  readonly hasLink?: boolean;
  /** `undefined` in place of the lists: no access control list at all. */
  readonly lists?: Partial<
    Pick<SignalrServiceNetworkAclConfig, 'defaultAction' | 'publicNetwork' | 'privateEndpoint'>
  > | null;
  /** Otherwise the list names another endpoint alone. */
  readonly isListed?: boolean;
}

/** A private chat as a user of plain azurerm writes it: service, app, two subnets, endpoint, zone, link, list. */
export function newPlainChat(options: PlainChatOptions = {}) {
  const {
    stack = newStack(),
    hasIntegration = true,
    hasEndpoint = true,
    hasLink = true,
    lists = {},
    isListed = true,
  } = options;
  const group = new ResourceGroup(stack, 'Group', { name: 'rg', location: 'centralus' });
  const inGroup = { resourceGroupName: group.name, location: 'centralus' };
  const network = new VirtualNetwork(stack, 'Network', { ...inGroup, name: 'vnet-cus', addressSpace: ['10.0.0.0/24'] });
  const subnet = (id: string, name: string, prefix: string) =>
    new Subnet(stack, id, {
      name,
      resourceGroupName: group.name,
      virtualNetworkName: network.name,
      addressPrefixes: [prefix],
    });
  const appSubnet = subnet('AppSubnet', 'public-subnet', '10.0.0.0/26');
  const endpointSubnet = subnet('EndpointSubnet', 'private-endpoint-subnet', '10.0.0.64/27');
  const service = new SignalrService(stack, 'Service', {
    ...inGroup,
    name: 'chat',
    sku: { name: 'Standard_S1', capacity: 1 },
  });
  const app = new LinuxWebApp(stack, 'App', {
    ...inGroup,
    name: 'app-chat',
    servicePlanId: PLAN_ID,
    siteConfig: { vnetRouteAllEnabled: true },
    virtualNetworkSubnetId: hasIntegration ? appSubnet.id : undefined,
  });
  const zone = new PrivateDnsZone(stack, 'Zone', {
    name: 'privatelink.service.signalr.net',
    resourceGroupName: group.name,
  });
  const endpoint = hasEndpoint
    ? new PrivateEndpoint(stack, 'Endpoint', {
        ...inGroup,
        name: 'pep',
        subnetId: endpointSubnet.id,
        privateServiceConnection: {
          name: 'c',
          isManualConnection: false,
          privateConnectionResourceId: service.id,
          subresourceNames: ['signalr'],
        },
        privateDnsZoneGroup: { name: 'default', privateDnsZoneIds: [zone.id] },
      })
    : undefined;
  const link = hasLink
    ? new PrivateDnsZoneVirtualNetworkLink(stack, 'Link', {
        name: 'link',
        resourceGroupName: group.name,
        privateDnsZoneName: zone.name,
        virtualNetworkId: network.id,
      })
    : undefined;
  const acl = lists
    ? new SignalrServiceNetworkAcl(stack, 'Acl', {
        signalrServiceId: service.id,
        defaultAction: 'Deny',
        publicNetwork: { allowedRequestTypes: ['ClientConnection'] },
        privateEndpoint: endpoint && [
          { id: isListed ? endpoint.id : OTHER_ENDPOINT_ID, allowedRequestTypes: ['ServerConnection', 'RESTAPI'] },
        ],
        ...lists,
      })
    : undefined;
  return { stack, group, network, appSubnet, endpointSubnet, service, app, zone, endpoint, link, acl };
}
