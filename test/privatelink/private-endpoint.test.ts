import { Construct } from 'constructs';
import { ResourceGroup } from '../../src/core';
import { PrivateDnsZone } from '../../src/dns';
import { NetworkSecurityGroup, AddressRange, Subnet } from '../../src/network';
import {
  DnsIntegration,
  IPrivateEndpoint,
  IPrivateLinkTarget,
  PrivateEndpoint,
  PrivateLinkConnection,
  PrivateLinkSubresource,
} from '../../src/privatelink';
import { armId, NETWORK_ID, SUBNET_ID } from '../support/ids';
import { newNetwork } from '../support/network';
import { messageOf, newGroup, only, problemsOf } from '../support/synth';

class Target extends Construct implements IPrivateLinkTarget {
  public readonly privateLink = PrivateLinkConnection.resource(
    '/subscriptions/0/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/chat',
    PrivateLinkSubresource.SIGNALR,
    'chat.service.signalr.net',
  );
  public readonly accepted: string[] = [];
  public acceptPrivateEndpoint(endpoint: IPrivateEndpoint) {
    this.accepted.push(endpoint.node.path);
  }
}

function setUp() {
  const { stack, resourceGroup, zone, appSubnet, endpointSubnet, virtualNetwork } = newNetwork();
  const target = new Target(stack, 'Target');
  const props = { name: 'pep-test', resourceGroup, target, subnet: endpointSubnet, dns: DnsIntegration.zone(zone) };
  return { stack, resourceGroup, appSubnet, virtualNetwork, props };
}

describe('PrivateEndpoint', () => {
  test('is approved at once, and recorded in the zone after the zone was linked', () => {
    const { stack, props } = setUp();
    new PrivateEndpoint(stack, 'Endpoint', props);
    expect(only(stack, 'azurerm_private_endpoint')).toEqual({
      name: 'pep-test',
      location: 'centralus',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      subnet_id: '${azurerm_subnet.Network_Endpoints.id}',
      private_service_connection: {
        name: 'pep-test',
        private_connection_resource_id:
          '/subscriptions/0/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/chat',
        subresource_names: ['signalr'],
        is_manual_connection: false,
      },
      private_dns_zone_group: {
        name: 'default',
        private_dns_zone_ids: ['${azurerm_private_dns_zone.Zone.id}'],
      },
      depends_on: ['azurerm_private_dns_zone_virtual_network_link.Zone_Link'],
    });
  });

  test('waits for the security group of its subnet', () => {
    const { stack, resourceGroup, virtualNetwork, props } = setUp();
    const subnet = virtualNetwork.addSubnet('Guarded', {
      name: 'guarded',
      addressRange: AddressRange.prefixLength(28),
      networkSecurityGroup: new NetworkSecurityGroup(stack, 'Rules', { name: 'nsg', resourceGroup }),
    });
    new PrivateEndpoint(stack, 'Endpoint', { ...props, subnet });
    expect(only(stack, 'azurerm_private_endpoint').depends_on[0]).toMatch(
      /^azurerm_subnet_network_security_group_association\.Network_Guarded_/,
    );
  });

  test('lies in the given region, which must be that of its network', () => {
    const { stack, props } = setUp();
    const subnet = Subnet.fromSubnetAttributes(stack, 'Elsewhere', {
      subnetId: SUBNET_ID,
      virtualNetworkId: NETWORK_ID,
    });
    const dns = DnsIntegration.recordsOnly();
    new PrivateEndpoint(stack, 'Endpoint', { ...props, subnet, dns, location: 'East US' });
    expect(only(stack, 'azurerm_private_endpoint').location).toBe('eastus');
    expect(messageOf(() => new PrivateEndpoint(stack, 'Wrong', { ...props, name: 'pep-2', location: 'eastus' }))).toBe(
      'Prod/Wrong: [privatelink/location] the endpoint is in eastus, but the network of subnet Prod/Network/Endpoints is in centralus; use the region of the network',
    );
  });

  test('tells its target', () => {
    const { stack, props } = setUp();
    new PrivateEndpoint(stack, 'Endpoint', props);
    expect(props.target.accepted).toEqual(['Prod/Endpoint']);
  });

  test('fails when another endpoint leads from the same network to the target', () => {
    const { stack, virtualNetwork, props } = setUp();
    new PrivateEndpoint(stack, 'Endpoint', props);
    const addressRange = AddressRange.prefixLength(28);
    const subnet = virtualNetwork.addSubnet('More', { name: 'more', addressRange });
    const dns = DnsIntegration.recordsOnly();
    new PrivateEndpoint(stack, 'Again', { ...props, name: 'pep-2', subnet, dns });
    expect(problemsOf(stack)).toEqual([
      '[privatelink/duplicate-target] Prod/Endpoint/Resource and Prod/Again/Resource connect one network to one target, and one DNS record would hide the other; remove one',
    ]);
  });

  test('fails when another endpoint of its resource group has its name', () => {
    const { stack, props } = setUp();
    new PrivateEndpoint(stack, 'Endpoint', props);
    const target = new Target(stack, 'OtherTarget');
    const subnet = Subnet.fromSubnetAttributes(stack, 'Elsewhere', {
      subnetId: SUBNET_ID,
      virtualNetworkId: NETWORK_ID,
    });
    new PrivateEndpoint(stack, 'Again', { ...props, target, subnet, dns: DnsIntegration.recordsOnly() });
    expect(problemsOf(stack)).toEqual([
      '[core/duplicate-name] Prod/Endpoint/Resource and Prod/Again/Resource are private endpoints named "pep-test" in one resource group; give one of them another name',
    ]);
  });

  test('reports every violation at once', () => {
    const { stack, resourceGroup, appSubnet, props } = setUp();
    const zoneName = 'privatelink.azurewebsites.net';
    const dns = DnsIntegration.zone(new PrivateDnsZone(stack, 'Other', { zoneName, resourceGroup }));
    const bad = { ...props, name: '-', subnet: appSubnet, dns, tags: { '': '' } };
    expect(messageOf(() => new PrivateEndpoint(stack, 'Endpoint', bad))).toBe(
      [
        'Prod/Endpoint: [privatelink/name] "-" is not a private endpoint name; use 1 to 80 letters, digits, dashes, underscores or periods, beginning with a letter or digit',
        'Prod/Endpoint: [privatelink/delegated-subnet] subnet Prod/Network/Apps is delegated to Microsoft.Web/serverFarms and accepts no private endpoints; use another subnet',
        'Prod/Endpoint: [dns/zone-name] zone privatelink.azurewebsites.net given, but Prod/Target is looked up in privatelink.service.signalr.net; use a zone of that name',
        'Prod/Endpoint: [core/tags] a tag name is empty; give the tag a name or remove it',
      ].join('\n'),
    );
  });

  test('wants the zone of the cloud that it lies in', () => {
    const { stack, props } = setUp();
    const subnet = Subnet.fromSubnetAttributes(stack, 'Existing', {
      subnetId: SUBNET_ID,
      virtualNetworkId: NETWORK_ID,
      location: 'usgovvirginia',
    });
    expect(messageOf(() => new PrivateEndpoint(stack, 'Endpoint', { ...props, subnet }))).toBe(
      'Prod/Endpoint: [dns/zone-name] zone privatelink.service.signalr.net given, but Prod/Target is looked up in privatelink.signalr.azure.us; use a zone of that name',
    );
  });

  test('fails when a new zone is to be named by a region that is not known', () => {
    const { stack, props } = setUp();
    const resourceGroup = ResourceGroup.fromLookup(stack, 'Looked', { name: 'rg' });
    const subnet = Subnet.fromSubnetAttributes(stack, 'Elsewhere', {
      subnetId: SUBNET_ID,
      virtualNetworkId: NETWORK_ID,
    });
    const dns = DnsIntegration.newZone();
    expect(messageOf(() => new PrivateEndpoint(stack, 'Endpoint', { ...props, resourceGroup, subnet, dns }))).toBe(
      'Prod/Endpoint: [dns/zone-name] the name of a new zone depends on the region, which is only known when Terraform runs; give the location as plain text, or a zone with DnsIntegration.zone(...)',
    );
  });

  test('may be an existing one', () => {
    const { stack } = newGroup();
    const attributes = { privateEndpointId: armId('Microsoft.Network/privateEndpoints', 'pep') };
    expect(PrivateEndpoint.fromPrivateEndpointAttributes(stack, 'Endpoint', attributes)).toMatchObject(attributes);
  });

  test('does not judge the links of an existing zone', () => {
    const { stack, props } = setUp();
    const zone = PrivateDnsZone.fromPrivateDnsZoneAttributes(stack, 'Existing', {
      zoneId:
        '/subscriptions/0/resourceGroups/hub/providers/Microsoft.Network/privateDnsZones/privatelink.service.signalr.net',
      zoneName: 'privatelink.service.signalr.net',
    });
    new PrivateEndpoint(stack, 'Endpoint', { ...props, dns: DnsIntegration.zone(zone) });
    expect(only(stack, 'azurerm_private_endpoint').private_dns_zone_group.private_dns_zone_ids).toEqual([
      '/subscriptions/0/resourceGroups/hub/providers/Microsoft.Network/privateDnsZones/privatelink.service.signalr.net',
    ]);
  });
});
