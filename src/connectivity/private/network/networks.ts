import { Destination } from './destination';
import { Endpoints } from './endpoints';
import { inboundDestination } from './inbound-endpoints';
import { Party, privateParty, publicParty } from './party';
import { Peerings } from './peerings';
import { reportNetworks } from './picture';
import { mayHoldPublic, routeToInternet, routeToPrivate } from './routes';
import { decideByRules } from './security-rule';
import { entersSubnet, Sender } from './sender';
import { allowed, decisive, ruledBy, Step, unknown } from './step';
import { DNS_QUERIES, Flow, HTTPS, Traffic } from './traffic';
import { Certainty } from '../../../core/internal/certainty';
import { ModelResource } from '../../../model/model-resource';
import { ModelValue } from '../../../model/model-value';
import { Target } from '../../../model/target';
import { TerraformModel } from '../../../model/terraform-model';
import { Hosts } from '../../../topology/apps/integrations';
import { allBut, liesIn, rangeOf } from '../../../topology/network/addresses';
import { Attached, Attachments } from '../../../topology/network/attachments';
import { Direction } from '../../../topology/network/effective-rules';
import { labelOf, nameOf, targetLabel } from '../../../topology/network/label';
import { Lookup } from '../../../topology/network/lookup';
import { Subnets } from '../../../topology/network/subnets';
import { VirtualNetworks } from '../../../topology/network/virtual-networks';
import { Topology } from '../../../topology/topology';
import { ReportedNetwork } from '../../connectivity-data';
import { Verdict } from '../../verdict';

/** Walks packets through the networks of a configuration: subnet, security group, route, peering, security group. */
export class Networks {
  /** The subnets through which apps call out. */
  public readonly hosts: Hosts;

  private readonly networks: VirtualNetworks;
  private readonly subnets: Subnets;
  private readonly peerings: Peerings;
  private readonly groups: Lookup;
  private readonly endpoints: Endpoints;
  private readonly securityGroups: Attachments;
  private readonly routeTables: Attachments;
  private knownRouted?: ReadonlySet<string | undefined>;

  public constructor(model: TerraformModel) {
    const topology = Topology.of(model);
    this.networks = topology.networks;
    this.subnets = topology.subnets;
    this.peerings = new Peerings(model, this.networks);
    this.groups = new Lookup(model, 'azurerm_application_security_group');
    this.endpoints = new Endpoints(model, this.subnets, this.groups);
    this.hosts = topology.integrations;
    this.securityGroups = topology.securityGroups;
    this.routeTables = topology.routeTables;
  }

  /** Key of the network that an id refers to; `undefined` where it is not known. */
  public networkKey(id: ModelValue<ModelResource>): string | undefined {
    return this.networks.keyOf(id);
  }

  /** Key of the virtual network that a subnet is in; `undefined` where it is not known. */
  public networkOf(subnet: Target): string | undefined {
    return this.subnets.networkOf(this.subnets.canonical(subnet));
  }

  /** The network that a private endpoint is in; `undefined` where it is not known. */
  public networkOfEndpoint(endpoint: ModelResource): string | undefined {
    return this.subnets.networkOf(this.endpoints.subnetOf(endpoint));
  }

  /** The networks from which requests may get to a private endpoint; `undefined` where these may be any. */
  public around(endpoint: ModelResource): string[] | undefined {
    const network = this.networkOfEndpoint(endpoint);
    return network === undefined ? undefined : this.peerings.mayJoin(network);
  }

  /** Reports whether the configuration defines a network. */
  public isManaged(network: string): boolean {
    return this.networks.isManaged(network);
  }

  /** Reports whether a network uses the gateway of another. */
  public usesGateway(network: string, owner: string): boolean {
    return this.peerings.usesGateway(network, owner);
  }

  /** Reports whether HTTPS arrives at a private endpoint. */
  public toEndpoint(from: Sender, endpoint: ModelResource): Step {
    return this.walk(from, this.endpoints.destination(endpoint), HTTPS);
  }

  /** Reports whether DNS queries arrive at the inbound endpoint of a resolver. */
  public toServer(from: Sender, inbound: ModelResource): Step {
    return this.walk(from, inboundDestination(inbound, this.subnets), DNS_QUERIES);
  }

  /**
   * Reports whether something else may have an address than some inbound endpoints, in the network that sends or a
   * joined one.
   */
  public mayHold({ network }: Sender, address: string, inbound: readonly ModelResource[]): boolean {
    const range = rangeOf(address);
    if (network === undefined || !range) return true;
    const known = inbound.map((each) => this.subnets.networkOf(inboundDestination(each, this.subnets).subnet));
    const others = [network, ...this.peerings.remotesOf(network)].filter((key) => !known.includes(key));
    return others.some((key) => !liesIn([range], this.networks.addressSpace(key) ?? [range]).isNo);
  }

  /** Sender of the queries that a ruleset forwards. */
  public outbound({ key, resource }: Target): Sender {
    const subnet = resource ? this.subnets.target(resource.at('subnet_id')) : Target.unknown();
    const label = key ?? 'an outbound endpoint that is not known';
    return { label, network: this.subnets.networkOf(subnet), subnet, routesAll: Certainty.YES };
  }

  /** Step of the routes of a subnet for traffic of its gateways to a private endpoint. */
  public routedFrom(gateways: Target, endpoint: ModelResource): Step {
    const subnet = this.subnets.canonical(gateways);
    const network = this.subnets.networkOf(subnet);
    if (network === undefined) return unknownNetwork(targetLabel('subnet', subnet));
    const to = this.endpoints.destination(endpoint);
    return this.routed(subnet, network, to, this.direct(network, to));
  }

  /** Reports whether HTTPS from clients outside of Azure, which enters through the gateway of a network, arrives. */
  public throughNetwork(network: string, endpoint: ModelResource): Step {
    const label = `what enters through ${this.networks.label(network)}`;
    const to = this.endpoints.destination(endpoint);
    // Gateways lead no traffic from addresses that one of the networks has itself.
    const inside = [network, this.subnets.networkOf(to.subnet)].flatMap((key) => this.networks.addressSpace(key) ?? []);
    const from = privateParty(label, allBut(inside), Certainty.YES, () => Certainty.NO);
    return this.enters(network, from, to, HTTPS);
  }

  /**
   * Reports whether HTTPS from the apps of a subnet arrives at the public endpoint of a service.
   *
   * @param serviceTag tag of the service, such as `AzureSignalR`
   * @param routesAll whether internet traffic of the apps goes through the subnet
   */
  public toInternet(subnet: Target, serviceTag: string, routesAll: Certainty): Step {
    const label = targetLabel('subnet', subnet);
    if (routesAll.isNo) {
      // https://learn.microsoft.com/azure/app-service/overview-vnet-integration#application-routing
      return allowed(
        `internet traffic of the apps in ${label} leaves through App Service's own addresses, not through the subnet`,
      );
    }
    const step = this.leaves(subnet, serviceTag);
    if (routesAll.isYes || step.verdict === Verdict.ALLOWED) return step;
    const doubt = `it is not known whether internet traffic of the apps goes through ${label}, where ${step.reason}`;
    return { ...unknown(doubt), decidedBy: step.decidedBy };
  }

  /** The networks of the tree, and existing ones that apps, endpoints and peerings of it use. */
  public reported(): ReportedNetwork[] {
    const { networks, subnets, peerings, endpoints, hosts } = this;
    return reportNetworks({ networks, subnets, peerings, endpoints, hosts });
  }

  private walk({ label, network, subnet, routesAll }: Sender, to: Destination, traffic: Traffic): Step {
    if (network === undefined) return unknownNetwork(subnet ? targetLabel('subnet', subnet) : label);
    if (!subnet) return this.enters(network, this.machinesOf(network), to, traffic);
    const direct = this.direct(network, to);
    const flow = { traffic, from: this.appsIn(subnet), to: to.party(inVirtualNetwork(direct)) };
    const path = this.routed(subnet, network, to, direct);
    const steps = [entersSubnet(subnet, routesAll, flow), path, this.filtered(subnet, 'Outbound', flow)];
    // What an appliance forwards arrives with an address that is not known, or as if it came directly.
    if (path.verdict === Verdict.ALLOWED) steps.push(this.received(to, flow));
    return decisive(steps);
  }

  private direct(network: string, { label, subnet }: Destination): Step {
    const to = this.subnets.networkOf(subnet);
    return to === undefined ? unknownNetwork(label) : this.peerings.between(network, to);
  }

  private routed(subnet: Target, network: string, to: Destination, direct: Step): Step {
    const table = this.routeTables.of(subnet);
    if (!table) return this.notInTree('route table', subnet);
    const target = this.subnets.networkOf(to.subnet);
    const step = routeToPrivate(table.members, {
      party: to.party(inVirtualNetwork(direct)),
      direct,
      isInSameNetwork: target === network,
      obeysRoutes: to.obeysRoutes,
      addressSpace: this.networks.addressSpace(target),
    });
    return step === direct ? step : ruled(step, table, subnet);
  }

  private leaves(subnet: Target, serviceTag: string): Step {
    const label = `${serviceTag} on the internet`;
    const table = this.routeTables.of(subnet);
    const routes = table?.members;
    const outside = publicParty(label, serviceTag, Certainty.NO);
    const inTag = routes ? mayHoldPublic(routes, outside) : Certainty.MAYBE;
    const from = this.appsIn(subnet);
    const filtered = this.filtered(subnet, 'Outbound', {
      traffic: HTTPS,
      from,
      to: publicParty(label, serviceTag, inTag),
    });
    const direct = allowed(`${from.label} may call ${label}`);
    const routed = routes ? routeToInternet(routes, outside, direct) : this.notInTree('route table', subnet);
    const path = table && routed !== direct ? ruled(routed, table, subnet) : routed;
    return decisive([path, filtered]);
  }

  private enters(network: string, from: Party, to: Destination, traffic: Traffic): Step {
    const direct = this.direct(network, to);
    if (direct.verdict === Verdict.ALLOWED) return this.received(to, { traffic, from, to: to.party(Certainty.YES) });
    if (direct.verdict === Verdict.UNKNOWN || !this.routedNetworks.has(network)) return direct;
    return unknown(`${direct.reason}, but routes in ${this.networks.label(network)} may send traffic there`);
  }

  /** The rules of the subnet of a destination, where they govern it. */
  private received({ subnet, obeysRules }: Destination, flow: Flow): Step {
    const label = targetLabel('subnet', subnet);
    // https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy
    if (obeysRules.isNo) return allowed(`security rules do not apply to private endpoints in ${label}`);
    const step = this.filtered(subnet, 'Inbound', flow);
    if (obeysRules.isYes || step.verdict === Verdict.ALLOWED) return step;
    const doubt = `it is not known whether security rules apply to private endpoints in ${label}, where ${step.reason}`;
    return { ...unknown(doubt), decidedBy: step.decidedBy };
  }

  private filtered(subnet: Target, direction: Direction, flow: Flow): Step {
    const group = this.securityGroups.of(subnet);
    if (!group) return this.notInTree('security group', subnet);
    if (!group.owner) return allowed(`${targetLabel('subnet', subnet)} has no security group`);
    const label = labelOf('security group', group.owner);
    return ruled(decideByRules(group.members, direction, flow, this.groups, label), group, subnet);
  }

  private appsIn(subnet: Target): Party {
    // An app has no network interface of its own that could be in an application security group.
    const none = () => Certainty.NO;
    return privateParty(targetLabel('subnet', subnet), this.subnets.rangesOf(subnet), Certainty.YES, none);
  }

  /** Clients with addresses of a network, in no particular subnet. */
  private machinesOf(network: string): Party {
    const label = `clients in ${this.networks.label(network)}`;
    return privateParty(label, this.networks.addressSpace(network), Certainty.YES, () => Certainty.MAYBE);
  }

  private notInTree(what: string, subnet: Target): Step {
    return unknown(`the configuration does not define the ${what} of ${targetLabel('subnet', subnet)}`);
  }

  /** Networks with routes of their own. */
  private get routedNetworks(): ReadonlySet<string | undefined> {
    this.knownRouted ??= new Set(this.subnetsWithRoutes().map((subnet) => this.subnets.networkOf(subnet)));
    return this.knownRouted;
  }

  private subnetsWithRoutes(): Target[] {
    const inline = this.subnets.inline.all.map(({ target }) => target);
    const all = [...this.subnets.all.map((subnet) => Target.resource(subnet)), ...inline];
    return all.filter((subnet) => this.routeTables.of(subnet)?.members.length !== 0);
  }
}

/** Decision of a security group or route table of a subnet; without one, another fact decides. */
function ruled(step: Step, { owner }: Attached, { key }: Target): Step {
  return owner ? ruledBy(step, { id: owner.path, name: nameOf(owner), type: owner.type, subnet: key }) : step;
}

function unknownNetwork(label: string): Step {
  return unknown(`the network of ${label} is not known`);
}

/**
 * Reports whether the destination is in the tag VirtualNetwork of the sender, and the sender in that of the
 * destination.
 */
function inVirtualNetwork(direct: Step): Certainty {
  return direct.verdict === Verdict.ALLOWED ? Certainty.YES : Certainty.MAYBE;
}
