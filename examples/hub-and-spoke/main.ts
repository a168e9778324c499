import { PrivateDnsResolverVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-resolver-virtual-network-link';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { AppNetwork, core, dns, network, privatelink, SecureSignalRApp, signalr } from 'cdktf-azure-secure-signalr';

const location = 'centralus';
const { AddressRange, RuleAddress, RuleDirection, RuleProtocol, SecurityRule, SubnetDelegation } = network;
const { AccessRules, NetworkAccess, RequestType } = signalr;

/** What is connected to the hub by VPN or ExpressRoute. */
const ON_PREMISES = { addressRange: '192.168.0.0/16', domainName: 'corp.contoso.com', dnsServer: '192.168.0.53' };

/** The network in the middle: the zone that every spoke uses, and the resolver between it and on-premises DNS servers. */
export class HubStack extends TerraformStack {
  public readonly network: network.VirtualNetwork;
  public readonly zone: dns.PrivateDnsZone;
  public readonly forwarding: dns.DnsForwardingRuleset;

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
    // On-premises DNS servers forward service.signalr.net to this address.
    const inbound = resolver.addInboundEndpoint('Inbound', {
      name: 'in-hub-prod-centralus',
      subnet: this.addResolverSubnet('Inbound', resourceGroup, [
        SecurityRule.allow({
          name: 'AllowDnsInbound',
          direction: RuleDirection.INBOUND,
          priority: 100,
          protocol: RuleProtocol.ANY,
          source: RuleAddress.serviceTag('VirtualNetwork'),
          destinationPorts: ['53'],
        }),
      ]),
    });
    new TerraformOutput(this, 'dns-forwarder', { value: inbound.ipAddress });

    // The other way round, names of machines on premises are looked up there.
    const outbound = resolver.addOutboundEndpoint('Outbound', {
      name: 'out-hub-prod-centralus',
      subnet: this.addResolverSubnet('Outbound', resourceGroup, []),
    });
    this.forwarding = new dns.DnsForwardingRuleset(this, 'Forwarding', {
      name: 'dnsfrs-hub-prod-centralus',
      resourceGroup,
      outboundEndpoints: [outbound],
    });
    this.forwarding.addRule('OnPremises', {
      domainName: ON_PREMISES.domainName,
      targetDnsServers: [ON_PREMISES.dnsServer],
    });
    this.forwarding.addVirtualNetworkLink('HubLink', { name: 'link-hub', virtualNetwork: this.network });
  }

  /** A subnet for one endpoint of the resolver, which lets nothing in but what the rules name. */
  private addResolverSubnet(
    id: string,
    resourceGroup: core.ResourceGroup,
    rules: network.SecurityRule[],
  ): network.Subnet {
    const name = id.toLowerCase();
    const denyAll = SecurityRule.deny({
      name: 'DenyAllInbound',
      direction: RuleDirection.INBOUND,
      priority: 4000,
      protocol: RuleProtocol.ANY,
    });
    return this.network.addSubnet(`Resolver${id}`, {
      name: `snet-resolver-${name}`,
      addressRange: AddressRange.prefixLength(28),
      delegation: SubnetDelegation.DNS_RESOLVERS,
      networkSecurityGroup: new network.NetworkSecurityGroup(this, `Resolver${id}SecurityGroup`, {
        name: `nsg-resolver-${name}-prod-centralus`,
        resourceGroup,
        rules: [...rules, denyAll],
      }),
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
      network: AppNetwork.define({ addressSpace, privateClients: RuleAddress.cidr(ON_PREMISES.addressRange) }),
      dns: privatelink.DnsIntegration.zone(hub.zone),
      // On premises the name resolves to the private endpoint, so it must let clients in too; others come over the internet.
      networkAccess: NetworkAccess.custom({
        publicNetwork: AccessRules.allow(RequestType.CLIENT_CONNECTION),
        privateEndpoints: AccessRules.allow(
          RequestType.CLIENT_CONNECTION,
          RequestType.SERVER_CONNECTION,
          RequestType.REST_API,
        ),
      }),
    });
    new network.VirtualNetworkPeering(this, 'Peering', {
      local: app.virtualNetwork,
      localName: 'peer-hub',
      localOptions: { allowForwardedTraffic: true },
      remote: hub.network,
      remoteName: `peer-${workload}`,
      remoteOptions: { allowGatewayTransit: true },
    });
    new PrivateDnsResolverVirtualNetworkLink(this, 'ForwardingLink', {
      name: `link-${workload}`,
      dnsForwardingRulesetId: hub.forwarding.dnsForwardingRulesetId,
      virtualNetworkId: app.virtualNetwork.virtualNetworkId,
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
