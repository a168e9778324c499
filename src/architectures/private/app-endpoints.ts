import { Construct } from 'constructs';
import { BoundNetwork } from './network-choice';
import { Foundation } from './service-parts';
import { AzureCloud, RegionalResourceProps } from '../../core';
import { isKnown, Problem, Violations } from '../../core/internal/violations';
import { sharedLinkName } from '../../dns/internal/link-name';
import { RuleAddress, RuleDirection, SecurityRule } from '../../network';
import { DnsIntegration, PrivateEndpoint } from '../../privatelink';
import { AppEndpointOptions } from '../app-endpoint-options';

/** Ports on which preset rules of the endpoint subnet allow the app. */
const OPEN_TO_APPS = ['443'];

const FIRST_PRIORITY = 200;
const PRIORITY_STEP = 10;

/** Rules that are added for one endpoint. */
type Rules = readonly SecurityRule[];

/** The private endpoints that are added to an architecture, in the subnet of its own. */
export class AppEndpoints {
  private readonly network: BoundNetwork;
  private readonly regional: RegionalResourceProps;
  private count = 0;

  /**
   * @param scope the architecture
   * @param dns who keeps the records of its own endpoint
   */
  public constructor(
    private readonly scope: Construct,
    { network, regional, endpointGroup }: Foundation,
    private readonly dns: DnsIntegration,
  ) {
    this.network = network;
    this.regional = { ...regional, resourceGroup: endpointGroup };
  }

  /** Adds an endpoint, with the rules that allow the app and clients. */
  public add(id: string, options: AppEndpointOptions): PrivateEndpoint {
    const { clients, rulePriority, appsRuleName, clientsRuleName, ...endpoint } = options;
    const { privateEndpointSecurityGroup: group, privateEndpointSubnet: subnet } = this.network;
    const rules = group ? this.rulesFor(id, options) : [];
    const violations = new Violations(this.scope);
    violations.include(group ? group._problemsOfAdding(rules) : givenRuleProblems(options), id);
    violations.throwIfAny();
    const { resourceGroup, location, tags } = this.regional;
    const dns = options.dns ?? this.dnsFor(options);
    const added = new PrivateEndpoint(this.scope, id, { resourceGroup, location, tags, ...endpoint, dns, subnet });
    this.count++;
    this.link(id, dns, options);
    rules.forEach((rule) => group!.addRule(rule));
    return added;
  }

  private rulesFor(id: string, options: AppEndpointOptions): Rules {
    const { target, clients, staticIpAddress } = options;
    const { integrationSubnet, privateEndpointSubnet } = this.network;
    const ports = target.privateLink.subresource?.ports ?? OPEN_TO_APPS;
    const closed = ports.filter((port) => !OPEN_TO_APPS.includes(port));
    const priority = options.rulePriority ?? FIRST_PRIORITY + PRIORITY_STEP * this.count;
    const name = isKnown(options.name) ? options.name : id;
    const inbound = {
      direction: RuleDirection.INBOUND,
      destination: RuleAddress.cidr(staticIpAddress ? `${staticIpAddress}/32` : privateEndpointSubnet.addressPrefix!),
    };
    const rules: SecurityRule[] = [];
    if (closed.length > 0) {
      rules.push(
        SecurityRule.allow({
          ...inbound,
          name: options.appsRuleName ?? `AllowAppsInbound-${name}`,
          description: `Apps reach the private endpoint ${name}`,
          priority,
          source: RuleAddress.cidr(integrationSubnet.addressPrefix!),
          destinationPorts: closed,
        }),
      );
    }
    if (clients) {
      rules.push(
        SecurityRule.allow({
          ...inbound,
          name: options.clientsRuleName ?? `AllowClientsInbound-${name}`,
          description: `Clients reach the private endpoint ${name}`,
          priority: priority + 1,
          source: clients,
          destinationPorts: ports,
        }),
      );
    }
    return rules;
  }

  /**
   * A network has one zone of a name, so an endpoint shares that of an earlier one; others keep what they keep already.
   */
  private dnsFor({ target }: AppEndpointOptions): DnsIntegration {
    if (!this.dns.isNewZone && !this.dns.privateDnsZone) return this.dns;
    const zoneName = target.privateLink.subresource?.zone._nameIn(AzureCloud.ofLocation(this.regional.location!));
    const { virtualNetworkId } = this.network.virtualNetwork;
    const zones = this.scope.node
      .findAll()
      .flatMap((each) => (each instanceof PrivateEndpoint ? (each.dns?.privateDnsZone ?? []) : []));
    const shared = zones.find(
      (zone) => zone.zoneName.toLowerCase() === zoneName && zone.resolvesFor(virtualNetworkId) !== false,
    );
    return shared ? DnsIntegration.zone(shared) : DnsIntegration.newZone();
  }

  /** A new network is linked to nothing yet; an existing one may be linked to the zone already. */
  private link(id: string, dns: DnsIntegration, { name, virtualNetworkLinkName }: AppEndpointOptions): void {
    const { newNetwork: virtualNetwork } = this.network;
    const zone = dns.privateDnsZone;
    if (!virtualNetwork || !zone || !dns.needsLink || zone.resolvesFor(virtualNetwork.virtualNetworkId)) return;
    zone.addVirtualNetworkLink(`${id}VirtualNetworkLink`, {
      scope: this.scope,
      name: virtualNetworkLinkName ?? sharedLinkName(virtualNetwork, isKnown(name) ? name : id),
      virtualNetwork,
      provider: dns.zoneProvider,
      tags: this.regional.tags,
    });
  }
}

/** Rules are those of a new network alone. */
function givenRuleProblems({ clients, rulePriority, appsRuleName, clientsRuleName }: AppEndpointOptions): Problem[] {
  return Object.entries({ clients, rulePriority, appsRuleName, clientsRuleName })
    .filter(([, value]) => value !== undefined)
    .map(([prop]) => ({
      code: 'network/existing-network',
      message: `${prop} given, but the security groups of a network that is given with AppNetwork.existing(...) stay as they are; leave ${prop} out, and add the rules there`,
    }));
}
