import { Endpoints } from './endpoints';
import { Party, privateParty, publicParty } from './party';
import { Peerings } from './peerings';
import { reportNetworks } from './picture';
import { mayHoldPublic, routeToEndpoint, routeToInternet } from './routes';
import { decideByRules, Direction, Flow } from './security-rule';
import { allowed, decisive, Step, unknown } from './step';
import { Certainty } from '../../../core/internal/certainty';
import { ModelResource } from '../../../model/model-resource';
import { ModelValue } from '../../../model/model-value';
import { Target } from '../../../model/target';
import { TerraformModel } from '../../../model/terraform-model';
import { Hosts } from '../../../topology/apps/integrations';
import { allBut } from '../../../topology/network/addresses';
import { Attachments } from '../../../topology/network/attachments';
import { labelOf, targetLabel } from '../../../topology/network/label';
import { Lookup } from '../../../topology/network/lookup';
import { Subnets } from '../../../topology/network/subnets';
import { VirtualNetworks } from '../../../topology/network/virtual-networks';
import { Topology } from '../../../topology/topology';
import { ReportedNetwork } from '../../connectivity-data';
import { Verdict } from '../../verdict';

/** Whether HTTPS passes the networks of a tree: peerings, routes and security rules. */
export class Networks {
  private readonly networks: VirtualNetworks;
  private readonly subnets: Subnets;
  private readonly peerings: Peerings;
  private readonly groups: Lookup;
  private readonly endpoints: Endpoints;
  private readonly hosts: Hosts;
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

  /** Key of the network that an id leads to; `undefined` where it is not known. */
  public networkKey(id: ModelValue<ModelResource>): string | undefined {
    return this.networks.keyOf(id);
  }

  /** Key of the virtual network that a subnet is in; `undefined` where it is not known. */
  public networkOf(subnet: Target): string | undefined {
    return this.subnets.networkOf(this.subnets.canonical(subnet));
  }

  /** The subnet that an app calls out through; `undefined` where it has none. */
  public subnetOfApp(app: ModelResource): Target | undefined {
    const subnet = this.hosts.subnetOf(app.path);
    return subnet && this.subnets.canonical(subnet);
  }

  /** Whether all that an app sends leaves through its subnet, since it runs there. */
  public runsInSubnet(app: ModelResource): boolean {
    return this.hosts.isInEnvironment(app.path);
  }

  /** The network that a private endpoint is in; `undefined` where it is not known. */
  public networkOfEndpoint(endpoint: ModelResource): string | undefined {
    return this.subnets.networkOf(this.endpoints.subnetOf(endpoint));
  }

  /** Whether a network uses the gateway of another. */
  public usesGateway(network: string, owner: string): boolean {
    return this.peerings.usesGateway(network, owner);
  }

  /** Whether HTTPS from the apps of a subnet arrives at a private endpoint. */
  public toEndpoint(from: Target, endpoint: ModelResource): Step {
    const subnet = this.subnets.canonical(from);
    const network = this.subnets.networkOf(subnet);
    if (network === undefined) return unknown(`the network of ${targetLabel('subnet', subnet)} is not known at synth`);
    const direct = this.direct(network, endpoint);
    const flow = {
      from: this.appsIn(subnet),
      to: this.endpoints.party(endpoint, inVirtualNetwork(direct)),
    };
    const path = this.pathTo(endpoint, subnet, network, direct, flow.to);
    const steps = [path, this.filtered(subnet, 'Outbound', flow)];
    // What an appliance forwards arrives with an address that is not known, or as if it came directly.
    if (path.verdict === Verdict.ALLOWED) steps.push(this.received(endpoint, flow));
    return decisive(steps);
  }

  /** Whether HTTPS from clients with addresses of a network, in no particular subnet, arrives at a private endpoint. */
  public fromNetwork(network: string, endpoint: ModelResource): Step {
    const label = `clients in ${this.networks.label(network)}`;
    const ranges = this.networks.addressSpace(network);
    const from = privateParty(label, ranges, Certainty.YES, () => Certainty.MAYBE);
    return this.enters(network, endpoint, from);
  }

  /** Where the routes of a subnet lead what gateways in it send to a private endpoint. */
  public routedFrom(gateways: Target, endpoint: ModelResource): Step {
    const subnet = this.subnets.canonical(gateways);
    const network = this.subnets.networkOf(subnet);
    if (network === undefined) return unknown(`the network of ${targetLabel('subnet', subnet)} is not known at synth`);
    const direct = this.direct(network, endpoint);
    return this.pathTo(endpoint, subnet, network, direct, this.endpoints.party(endpoint, inVirtualNetwork(direct)));
  }

  /** Whether HTTPS from clients outside of Azure, which enters through the gateway of a network, arrives. */
  public throughNetwork(network: string, endpoint: ModelResource): Step {
    const label = `what enters through ${this.networks.label(network)}`;
    // Gateways lead no traffic from addresses that one of the networks has itself.
    const inside = [network, this.subnets.networkOf(this.endpoints.subnetOf(endpoint))].flatMap(
      (key) => this.networks.addressSpace(key) ?? [],
    );
    const from = privateParty(label, allBut(inside), Certainty.YES, () => Certainty.NO);
    return this.enters(network, endpoint, from);
  }

  /**
   * Whether HTTPS from the apps of a subnet arrives at the public endpoint of a service.
   *
   * @param serviceTag tag of the service, such as `AzureSignalR`
   * @param routesAll whether internet traffic of the apps goes through the subnet; `undefined` where it is not known
   */
  public toInternet(from: Target, serviceTag: string, routesAll: boolean | undefined): Step {
    const subnet = this.subnets.canonical(from);
    const label = targetLabel('subnet', subnet);
    if (routesAll === false) {
      // https://learn.microsoft.com/azure/app-service/overview-vnet-integration#application-routing
      return allowed(
        `internet traffic of the apps in ${label} leaves by App Service's own addresses, not by the subnet`,
      );
    }
    const step = this.leaves(subnet, serviceTag);
    if (routesAll || step.verdict === Verdict.ALLOWED) return step;
    return unknown(`it is not known whether internet traffic of the apps goes through ${label}, where ${step.reason}`);
  }

  /** The networks of the tree, and existing ones that apps, endpoints and peerings of it use. */
  public reported(): ReportedNetwork[] {
    const { networks, subnets, peerings, endpoints, hosts } = this;
    return reportNetworks({ networks, subnets, peerings, endpoints, hosts });
  }

  private direct(network: string, endpoint: ModelResource): Step {
    const to = this.subnets.networkOf(this.endpoints.subnetOf(endpoint));
    if (to !== undefined) return this.peerings.between(network, to);
    return unknown(`the network of ${labelOf('private endpoint', endpoint)} is not known at synth`);
  }

  private pathTo(endpoint: ModelResource, subnet: Target, network: string, direct: Step, party: Party): Step {
    const table = this.routeTables.of(subnet);
    if (!table) return this.notInTree('route table', subnet);
    const target = this.endpoints.subnetOf(endpoint);
    const ofEndpoint = this.subnets.networkOf(target);
    return routeToEndpoint(table.members, {
      party,
      direct,
      isInSameNetwork: ofEndpoint === network,
      obeysRoutes: this.subnets.hasPolicy(target, 'RouteTableEnabled'),
      addressSpace: this.networks.addressSpace(ofEndpoint),
    });
  }

  private leaves(subnet: Target, serviceTag: string): Step {
    const label = `${serviceTag} on the internet`;
    const routes = this.routeTables.of(subnet)?.members;
    const outside = publicParty(label, serviceTag, Certainty.NO);
    const inTag = routes ? mayHoldPublic(routes, outside) : Certainty.MAYBE;
    const from = this.appsIn(subnet);
    const filtered = this.filtered(subnet, 'Outbound', { from, to: publicParty(label, serviceTag, inTag) });
    const direct = allowed(`${from.label} may call ${label}`);
    const path = routes ? routeToInternet(routes, outside, direct) : this.notInTree('route table', subnet);
    return decisive([path, filtered]);
  }

  private enters(network: string, endpoint: ModelResource, from: Party): Step {
    const direct = this.direct(network, endpoint);
    if (direct.verdict === Verdict.ALLOWED) {
      return this.received(endpoint, { from, to: this.endpoints.party(endpoint, Certainty.YES) });
    }
    if (direct.verdict === Verdict.UNKNOWN || !this.routed.has(network)) return direct;
    return unknown(`${direct.reason}, but routes in ${this.networks.label(network)} may lead there`);
  }

  /** The rules of the endpoint's subnet, where they govern endpoints. */
  private received(endpoint: ModelResource, flow: Flow): Step {
    const subnet = this.endpoints.subnetOf(endpoint);
    const label = targetLabel('subnet', subnet);
    // https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy
    const isGoverned = this.subnets.hasPolicy(subnet, 'NetworkSecurityGroupEnabled');
    if (isGoverned.isNo) return allowed(`security rules do not govern private endpoints in ${label}`);
    const step = this.filtered(subnet, 'Inbound', flow);
    if (isGoverned.isYes || step.verdict === Verdict.ALLOWED) return step;
    return unknown(`it is not known whether security rules govern private endpoints in ${label}, where ${step.reason}`);
  }

  private filtered(subnet: Target, direction: Direction, flow: Flow): Step {
    const group = this.securityGroups.of(subnet);
    if (!group) return this.notInTree('security group', subnet);
    if (!group.owner) return allowed(`${targetLabel('subnet', subnet)} has no security group`);
    const label = labelOf('security group', group.owner);
    return decideByRules(group.members, direction, flow, this.groups, label);
  }

  private appsIn(subnet: Target): Party {
    // An app has no network interface of its own that could be in an application security group.
    const none = () => Certainty.NO;
    return privateParty(targetLabel('subnet', subnet), this.subnets.rangesOf(subnet), Certainty.YES, none);
  }

  private notInTree(what: string, subnet: Target): Step {
    return unknown(`the tree does not tell the ${what} of ${targetLabel('subnet', subnet)}`);
  }

  /** Networks with routes of their own. */
  private get routed(): ReadonlySet<string | undefined> {
    this.knownRouted ??= new Set(this.subnetsWithRoutes().map((subnet) => this.subnets.networkOf(subnet)));
    return this.knownRouted;
  }

  private subnetsWithRoutes(): Target[] {
    const inline = this.subnets.inline.all.map(({ target }) => target);
    const all = [...this.subnets.all.map((subnet) => Target.resource(subnet)), ...inline];
    return all.filter((subnet) => this.routeTables.of(subnet)?.members.length !== 0);
  }
}

/** Whether the endpoint is in the tag VirtualNetwork of the sender, and the sender in that of the endpoint. */
function inVirtualNetwork(direct: Step): Certainty {
  return direct.verdict === Verdict.ALLOWED ? Certainty.YES : Certainty.MAYBE;
}
