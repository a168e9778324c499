import { Networks } from './network/networks';
import { addTo } from '../../core/internal/add-to';
import { ModelResource } from '../../model/model-resource';
import { ModelValue } from '../../model/model-value';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';
import { Host, hostsOf } from '../../topology/apps/hosts';
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
  readonly routesAll?: boolean;
  readonly dnsServers?: ModelValue<ModelResource>;
  /** The private endpoint, where it is the place. */
  readonly endpoint?: ModelResource;
  /** The apps that call from here. */
  readonly hosts: readonly ModelResource[];
}

/** Everybody on the internet. */
export const INTERNET: Place = { id: 'internet', kind: OriginKind.INTERNET, name: 'internet', hosts: [] };

/** The places that apps call from: one for each subnet, or for each group of apps in it that are set up alike. */
export function appOrigins(model: TerraformModel, networks: Networks): Place[] {
  const groups = new Map<string, Host[]>();
  for (const host of hostsOf(Topology.of(model).apps, networks)) {
    const key = JSON.stringify([host.subnet?.key ?? host.app.path, host.routesAll, host.dnsServers?.text]);
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

/** Whoever gets to a private endpoint, as access control lists tell origins apart. */
export function endpointOrigin(networks: Networks, endpoint: ModelResource): Place {
  const network = networks.networkOfEndpoint(endpoint);
  const { path, name = path } = endpoint;
  return {
    id: path,
    kind: OriginKind.PRIVATE_ENDPOINT,
    name: `private endpoint ${name}`,
    network,
    endpoint,
    hosts: [],
  };
}

/** Networks outside of Azure, each asking one inbound endpoint of a DNS resolver. */
export function onPremisesOrigins(model: TerraformModel, networks: Networks): Place[] {
  return model.resources('azurerm_private_dns_resolver_inbound_endpoint').map((inbound) => ({
    id: inbound.path,
    kind: OriginKind.ON_PREMISES,
    name: `on-premises, asking ${inbound.name ?? inbound.path}`,
    network: networks.networkOf(model.target(inbound.at('ip_configurations.subnet_id'), 'azurerm_subnet')),
    hosts: [],
  }));
}
