import { Networks } from './network/networks';
import { addTo } from '../../core/internal/add-to';
import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';
import { containerHosts } from '../../topology/apps/container-apps';
import { AppDnsServers, Host, hostsOf } from '../../topology/apps/hosts';
import { Joiner } from '../../topology/network/joiners';
import { Topology } from '../../topology/topology';
import { OriginKind } from '../origin-kind';

/** A place that requests come from. */
export interface Place {
  readonly id: string;
  readonly kind: OriginKind;
  readonly name: string;
  /** Key of its network; `undefined` where it is in none, or where that is not known. */
  readonly network?: string;
  /** The subnet that requests leave through. */
  readonly subnet?: Target;
  /** States whether all requests leave through it, and not only those to private addresses. */
  readonly routesAll: Certainty;
  readonly dnsServers?: AppDnsServers;
  /** The private endpoint, where it is the place. */
  readonly endpoint?: ModelResource;
  /** The apps, or the proxies, that call from here. */
  readonly hosts: readonly ModelResource[];
}

/** Any client on the internet. */
export const INTERNET: Place = placeOf('internet', OriginKind.INTERNET, 'internet');

/** A place without apps. */
export function placeOf(id: string, kind: OriginKind, name: string, network?: string): Place {
  return { id, kind, name, network, routesAll: Certainty.YES, hosts: [] };
}

/** The places that apps call from: one for each subnet, or for each group of apps in it that are set up alike. */
export function appOrigins(model: TerraformModel, networks: Networks): Place[] {
  const groups = new Map<string, Host[]>();
  const { apps, subnets } = Topology.of(model);
  for (const host of [...hostsOf(apps, networks.hosts), ...containerHosts(model, subnets)]) {
    const { app, subnet, routesAll, dnsServers } = host;
    const servers = [dnsServers.own, dnsServers.alternative].map((values) => values.map(({ text }) => text));
    const key = JSON.stringify([subnet?.key ?? app.path, `${routesAll}`, routesAll.because, servers]);
    addTo(groups, key, host);
  }
  const ids = new Set<string>();
  return [...groups.values()].map((hosts) => {
    const [{ app, subnet, routesAll, dnsServers }] = hosts;
    const isFirst = subnet?.key !== undefined && !ids.has(subnet.key);
    const id = isFirst ? subnet.key! : app.path;
    ids.add(id);
    return {
      id,
      kind: subnet ? OriginKind.SUBNET : OriginKind.APP,
      name: hosts.map((host) => host.app.name ?? host.app.path).join(', '),
      network: subnet && networks.networkOf(subnet),
      subnet,
      routesAll,
      dnsServers,
      hosts: hosts.map((host) => host.app),
    };
  });
}

/**
 * The subnets from which proxies call what is behind them, by the name servers of their network. Azure gives each a subnet
 * of its own; where it stands in that of apps nevertheless, it is a place by itself.
 *
 * @see https://learn.microsoft.com/azure/application-gateway/configuration-infrastructure
 */
export function proxyOrigins(model: TerraformModel, networks: Networks, apps: readonly Place[]): Place[] {
  const bySubnet = new Map<string, Joiner[]>();
  Topology.of(model)
    .joiners.filter(({ kind }) => kind.isProxy)
    .forEach((joiner) => addTo(bySubnet, joiner.subnet.key!, joiner));
  const taken = new Set(apps.map(({ id }) => id));
  return [...bySubnet].map(([key, proxies]) => {
    const [{ subnet, resource: first }] = proxies;
    const id = taken.has(key) ? first.path : key;
    const hosts = proxies.map(({ resource }) => resource);
    const name = hosts.map((host) => host.name ?? host.path).join(', ');
    return { ...placeOf(id, OriginKind.SUBNET, name, networks.networkOf(subnet)), subnet, hosts };
  });
}

/** Any caller of a private endpoint, as access control lists distinguish origins. */
export function endpointOrigin(networks: Networks, endpoint: ModelResource): Place {
  const { path, name = path } = endpoint;
  const network = networks.networkOfEndpoint(endpoint);
  return { ...placeOf(path, OriginKind.PRIVATE_ENDPOINT, `private endpoint ${name}`, network), endpoint };
}

/** Networks outside of Azure, each asking one inbound endpoint of a DNS resolver. */
export function onPremisesOrigins(model: TerraformModel, networks: Networks): Place[] {
  return model.resources('azurerm_private_dns_resolver_inbound_endpoint').map((inbound) => {
    const { path, name = path } = inbound;
    const network = networks.networkOf(model.target(inbound.at('ip_configurations.subnet_id'), 'azurerm_subnet'));
    return placeOf(path, OriginKind.ON_PREMISES, `on-premises, asking ${name}`, network);
  });
}
