import { Apps } from './apps/apps';
import { AppsByHost } from './apps/apps-by-host';
import { Doors } from './apps/doors';
import { Hosts } from './apps/integrations';
import { PLANS } from './apps/plans';
import { PrivateCalls } from './apps/private-calls';
import { DnsServers } from './dns/dns-servers';
import { ForwardingRules } from './dns/forwarding-rules';
import { RecordedEndpoints } from './dns/registration';
import { ZoneLinks } from './dns/zone-links';
import { ZoneRecords } from './dns/zone-records';
import { Zones } from './dns/zones';
import { PolicyAssignmentFacts, policyAssignments } from './governance/policy-assignments';
import { Grants, grantsOf } from './identity/grants';
import { Attachments, NAT_GATEWAYS, ROUTE_TABLES, SECURITY_GROUPS } from './network/attachments';
import { Gateways } from './network/gateways';
import { Joiner, joinersIn } from './network/joiners';
import { Subnets } from './network/subnets';
import { VirtualNetworks } from './network/virtual-networks';
import { flowLogs } from './observability/flow-logs';
import { logSettings } from './observability/log-settings';
import { Referrers } from './referrers';
import { Registries } from './registry/registries';
import { Callers } from './signalr/callers';
import { Connections } from './signalr/connections';
import { LinkApprovals, linkApprovals } from './signalr/link-approvals';
import { Services } from './signalr/services';
import { StorageAccounts } from './storage/accounts';
import { Vaults } from './vault/vaults';
import { TerraformModel } from '../model/terraform-model';

const topologies = new WeakMap<TerraformModel, Topology>();

/** Definitions of a configuration, in Azure's words. Each part is read when it is first asked for, and once. */
export class Topology {
  /** The topology of a model. */
  public static of(model: TerraformModel): Topology {
    const topology = topologies.get(model) ?? new Topology(model);
    topologies.set(model, topology);
    return topology;
  }

  private readonly parts = new Map<string, unknown>();

  private constructor(public readonly model: TerraformModel) {}

  public get networks(): VirtualNetworks {
    return this.once('networks', () => new VirtualNetworks(this.model));
  }

  public get subnets(): Subnets {
    return this.once('subnets', () => new Subnets(this.model, this.networks));
  }

  public get securityGroups(): Attachments {
    return this.once('securityGroups', () => new Attachments(this.model, this.subnets, SECURITY_GROUPS));
  }

  /** Resources that give security groups to network interfaces, which may be in any subnet. */
  public get groupsOfInterfaces(): Referrers {
    return this.once('groupsOfInterfaces', () =>
      this.referrers(
        'azurerm_network_interface_security_group_association',
        (each) => this.model.target(each.at('network_security_group_id'), 'azurerm_network_security_group'),
        (path) => `which security group ${path} is for`,
      ),
    );
  }

  /** Gateways in a subnet that the internet calls. */
  public get gateways(): Gateways {
    return this.once('gateways', () => new Gateways(this.model, this.subnets));
  }

  public get routeTables(): Attachments {
    return this.once('routeTables', () => new Attachments(this.model, this.subnets, ROUTE_TABLES));
  }

  public get natGateways(): Attachments {
    return this.once('natGateways', () => new Attachments(this.model, this.subnets, NAT_GATEWAYS));
  }

  /** Resources in subnets that use addresses there; apps do so by `integrations`. */
  public get joiners(): readonly Joiner[] {
    return this.once('joiners', () => joinersIn(this.model, this.subnets));
  }

  /** The private endpoints by their subnets. */
  public get endpointsBySubnet(): Referrers {
    const subnetOf = (path: string) => `which subnet ${path} is in`;
    return this.once('endpointsBySubnet', () =>
      this.referrers('azurerm_private_endpoint', (each) => this.subnets.target(each.at('subnet_id')), subnetOf),
    );
  }

  public get zones(): Zones {
    return this.once('zones', () => new Zones(this.model));
  }

  /** Read before links: endpoints show the resource groups of zones, where links may show only the names. */
  public get recordedEndpoints(): RecordedEndpoints {
    return this.once('recordedEndpoints', () => new RecordedEndpoints(this.model, this.zones));
  }

  public get zoneLinks(): ZoneLinks {
    return this.once('zoneLinks', () => this.recordedEndpoints && new ZoneLinks(this.model, this.zones, this.networks));
  }

  public get zoneRecords(): ZoneRecords {
    return this.once('zoneRecords', () => this.recordedEndpoints && new ZoneRecords(this.model, this.zones));
  }

  public get dnsServers(): DnsServers {
    return this.once('dnsServers', () => new DnsServers(this.model, this.networks));
  }

  public get forwardingRules(): ForwardingRules {
    return this.once('forwardingRules', () => new ForwardingRules(this.model, this.networks));
  }

  public get apps(): Apps {
    return this.once('apps', () => new Apps(this.model));
  }

  public get appsByHost(): AppsByHost {
    return this.once('appsByHost', () => new AppsByHost(this.apps));
  }

  /** The subnets through which apps call out. */
  public get integrations(): Hosts {
    return this.once('integrations', () => new Hosts(this.model, this.apps, this.subnets));
  }

  /** Apps that call targets which are to be reached over the apps' network. */
  public get privateCalls(): PrivateCalls {
    return this.once('privateCalls', () => new PrivateCalls(this.model));
  }

  /** Proxies in front of apps. */
  public get doors(): Doors {
    return this.once('doors', () => new Doors(this.model, this.apps, this.appsByHost));
  }

  public get services(): Services {
    return this.once('services', () => new Services(this.model));
  }

  public get connections(): Connections {
    return this.once('connections', () => new Connections(this.model, this.apps));
  }

  /** Callers of each service, and their ways to call it. */
  public get callers(): Callers {
    return this.once('callers', () => new Callers(this.model, this.connections));
  }

  public get linkApprovals(): LinkApprovals {
    return this.once('linkApprovals', () => linkApprovals(this.model));
  }

  /** The custom certificates of SignalR services. */
  public get certificates(): Referrers {
    return this.once('certificates', () => this.partsOfServices('azurerm_signalr_service_custom_certificate'));
  }

  /** The custom domains of SignalR services. */
  public get domains(): Referrers {
    return this.once('domains', () => this.partsOfServices('azurerm_signalr_service_custom_domain'));
  }

  /** The private links over which SignalR services call. */
  public get sharedLinks(): Referrers {
    return this.once('sharedLinks', () => this.partsOfServices('azurerm_signalr_shared_private_link_resource'));
  }

  public get storage(): StorageAccounts {
    return this.once('storage', () => new StorageAccounts(this.model));
  }

  public get registries(): Registries {
    return this.once('registries', () => new Registries(this.model));
  }

  public get vaults(): Vaults {
    return this.once('vaults', () => new Vaults(this.model));
  }

  /** Permissions that role assignments give on SignalR services. */
  public get grants(): Grants {
    return this.once('grants', () => grantsOf(this.model));
  }

  public get logSettings(): Referrers {
    return this.once('logSettings', () => logSettings(this.model));
  }

  /** The flow logs of networks. */
  public get flowLogs(): Referrers {
    return this.once('flowLogs', () => flowLogs(this.model, this.networks));
  }

  /** The autoscale settings of plans. */
  public get autoscaleSettings(): Referrers {
    return this.once('autoscaleSettings', () =>
      this.referrers(
        'azurerm_monitor_autoscale_setting',
        (setting) => this.model.target(setting.at('target_resource_id'), ...PLANS),
        (path) => `which plan ${path} scales`,
      ),
    );
  }

  public get policyAssignments(): readonly PolicyAssignmentFacts[] {
    return this.once('policyAssignments', () => policyAssignments(this.model));
  }

  private partsOfServices(type: string): Referrers {
    return this.referrers(
      type,
      (part) => this.services.ofPart(part),
      (path) => `which service ${path} belongs to`,
    );
  }

  private referrers(type: string, ...rest: Tail<ConstructorParameters<typeof Referrers>>): Referrers {
    return new Referrers(this.model.resources(type), ...rest);
  }

  private once<T>(name: string, read: () => T): T {
    if (!this.parts.has(name)) this.parts.set(name, read());
    return this.parts.get(name) as T;
  }
}

type Tail<T extends unknown[]> = T extends [unknown, ...infer Rest] ? Rest : never;
