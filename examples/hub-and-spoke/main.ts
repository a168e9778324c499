import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { AppNetwork, core, dns, network, privatelink, SecureSignalRApp } from 'cdktf-azure-secure-signalr';

const location = 'centralus';
const { AddressRange, RuleAddress, RuleDirection, RuleProtocol, SecurityRule, SubnetDelegation } = network;

/** The network in the middle: the zone that every spoke uses, and the resolver that on-premises DNS servers ask. */
export class HubStack extends TerraformStack {
  public readonly network: network.VirtualNetwork;
  public readonly zone: dns.PrivateDnsZone;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, 'azurerm', { features: [{}] });
    const resourceGroup = new core.ResourceGroup(this, 'ResourceGroup', { name: 'rg-hub-prod-centralus', location });

    this.network = new network.VirtualNetwork(this, 'Network', {
      name: 'vnet-hub-prod-centralus',
      resourceGroup,
      addressSpace: ['10.0.0.0/24'],
    });
    this.zone = new dns.PrivateDnsZone(this, 'Zone', {
      zoneName: dns.PrivateLinkZone.SIGNALR.nameIn(core.AzureCloud.PUBLIC),
      resourceGroup,
    });
    this.zone.addVirtualNetworkLink('HubLink', { name: 'link-hub', virtualNetwork: this.network });

    const resolver = new dns.PrivateDnsResolver(this, 'Resolver', {
      name: 'dnspr-hub-prod-centralus',
      resourceGroup,
      virtualNetwork: this.network,
    });
    const inbound = resolver.addInboundEndpoint('Inbound', {
      name: 'in-hub-prod-centralus',
      subnet: this.network.addSubnet('ResolverInbound', {
        name: 'snet-resolver-inbound',
        addressRange: AddressRange.prefixLength(28),
        delegation: SubnetDelegation.DNS_RESOLVERS,
        networkSecurityGroup: this.resolverSecurityGroup(resourceGroup),
      }),
    });

    // On-premises DNS servers forward service.signalr.net to this address, over VPN or ExpressRoute.
    new TerraformOutput(this, 'dns-forwarder', { value: inbound.ipAddress });
  }

  /** Lets in what asks for names, from the network, its peers and the premises connected to it. */
  private resolverSecurityGroup(resourceGroup: core.ResourceGroup): network.NetworkSecurityGroup {
    const inbound = { direction: RuleDirection.INBOUND, protocol: RuleProtocol.ANY };
    return new network.NetworkSecurityGroup(this, 'ResolverSecurityGroup', {
      name: 'nsg-resolver-prod-centralus',
      resourceGroup,
      rules: [
        SecurityRule.allow({
          ...inbound,
          name: 'AllowDnsInbound',
          priority: 100,
          source: RuleAddress.serviceTag('VirtualNetwork'),
          destinationPorts: ['53'],
        }),
        SecurityRule.deny({ ...inbound, name: 'DenyAllInbound', priority: 4000 }),
      ],
    });
  }
}

/** What tells one spoke from another. */
export interface SpokeProps {
  readonly hub: HubStack;
  readonly workload: string;
  readonly addressSpace: string[];
}

/** A network of its own for one app, peered with the hub. */
export class SpokeStack extends TerraformStack {
  constructor(scope: Construct, id: string, { hub, workload, addressSpace }: SpokeProps) {
    super(scope, id);
    new AzurermProvider(this, 'azurerm', { features: [{}] });

    const app = new SecureSignalRApp(this, 'App', {
      location,
      workload,
      environment: 'prod',
      network: AppNetwork.define({ addressSpace }),
      dns: privatelink.DnsIntegration.zone(hub.zone),
    });
    new network.VirtualNetworkPeering(this, 'Peering', {
      local: app.virtualNetwork,
      localName: 'peer-hub',
      localOptions: { allowForwardedTraffic: true },
      remote: hub.network,
      remoteName: `peer-${workload}`,
    });

    new TerraformOutput(this, 'signalr-private-ip', { value: app.privateEndpoint.privateIpAddress });
  }
}

/** A hub and two spokes. */
export function addHubAndSpokes(app: App): void {
  const hub = new HubStack(app, 'hub');
  new SpokeStack(app, 'spoke-chat', { hub, workload: 'chat', addressSpace: ['10.0.1.0/24'] });
  new SpokeStack(app, 'spoke-support', { hub, workload: 'support', addressSpace: ['10.0.2.0/24'] });
}

if (require.main === module) {
  const app = new App();
  addHubAndSpokes(app);
  app.synth();
}
