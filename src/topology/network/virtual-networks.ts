import { isIpv6, rangesIn } from './addresses';
import { nameOf, targetLabel } from './label';
import { Lookup } from './lookup';
import { Ipv4Cidr } from '../../core/internal/ipv4-cidr';
import { ModelResource } from '../../model/model-resource';
import { ModelValue } from '../../model/model-value';
import { Subscription } from '../../model/subscription';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';

/** Attributes that refer to networks or subnets by id; existing networks are known by these ids. */
const REFERRING: readonly (readonly [type: string, attribute: string])[] = [
  ['azurerm_virtual_network_peering', 'remote_virtual_network_id'],
  ['azurerm_private_dns_zone_virtual_network_link', 'virtual_network_id'],
  ['azurerm_private_dns_resolver', 'virtual_network_id'],
  ['azurerm_private_dns_resolver_virtual_network_link', 'virtual_network_id'],
  ['azurerm_subnet_network_security_group_association', 'subnet_id'],
  ['azurerm_subnet_route_table_association', 'subnet_id'],
  ['azurerm_private_endpoint', 'subnet_id'],
];
const NETWORK_ID = /^.*\/resourceGroups\/([^/]+)\/providers\/Microsoft\.Network\/virtualNetworks\/([^/]+)/i;

const SUBSCRIPTION_ID = /^\/subscriptions\/([^/]+)\//;

/** The virtual networks that a tree defines, looks up, or refers to. */
export class VirtualNetworks {
  private readonly lookup: Lookup;
  private readonly byKey = new Map<string, ModelResource>();
  private readonly idsByName = new Map<string, Set<string>>();

  public constructor(private readonly model: TerraformModel) {
    this.lookup = new Lookup(model, 'azurerm_virtual_network');
    this.lookup.all.forEach((network) => this.byKey.set(network.path, network));
    for (const [type, attribute] of REFERRING) {
      model.resources(type).forEach((resource) => this.remember(resource.at(attribute).knownText ?? ''));
    }
  }

  /** The networks that the configuration defines. */
  public get defined(): ModelResource[] {
    return this.lookup.all.filter(({ isManaged }) => isManaged);
  }

  /** Keys of the networks that the tree defines or looks up. */
  public get keys(): string[] {
    return [...this.byKey.keys()];
  }

  /** The network with an id. */
  public target(id: ModelValue<ModelResource>): Target {
    return this.lookup.target(id);
  }

  /** One target for all look-ups of one network. */
  public canonical(network: ModelResource): Target {
    return this.lookup.original(network);
  }

  /** Key of the network with an id; `undefined` where it is not known. */
  public keyOf(id: ModelValue<ModelResource>): string | undefined {
    return this.target(id).key;
  }

  /** Key of the network that the id of a subnet is in. */
  public keyOfSubnetId(id: string): string | undefined {
    const networkId = NETWORK_ID.exec(id)?.[0];
    return networkId && this.lookup.ofId(networkId).key;
  }

  /** Key of the network that a subnet or peering is part of. azurerm 5 names the network by its id. */
  public keyOfOwner(part: ModelResource): string | undefined {
    const id = part.at('virtual_network_id');
    if (!id.isAbsent) return this.keyOf(id);
    const target = this.lookup.named(part, 'virtual_network_name');
    return target ? target.key : this.externalKey(part);
  }

  /** Reports whether the tree defines the network, and so all of its peerings. */
  public isManaged(key: string): boolean {
    return this.byKey.get(key)?.isManaged ?? false;
  }

  /** The network with a key, where the configuration defines it or looks it up. */
  public resourceOf(key: string): ModelResource | undefined {
    return this.byKey.get(key);
  }

  /** Name of a network in Azure. */
  public name(key: string): string {
    const network = this.byKey.get(key);
    return network ? nameOf(network) : key.slice(key.lastIndexOf('/') + 1);
  }

  /** A network by name and path, or by its id. */
  public label(key: string): string {
    const network = this.byKey.get(key);
    return network ? targetLabel('network', Target.resource(network)) : `network ${key}`;
  }

  /** IPv4 ranges of a network; `undefined` where they are not known. */
  public addressSpace(key: string | undefined): Ipv4Cidr[] | undefined {
    const network = key === undefined ? undefined : this.byKey.get(key);
    return network && rangesIn(network.at('address_space'));
  }

  /** Region of a network; `undefined` where it is not known. */
  public regionOf(key: string): string | undefined {
    return this.byKey.get(key)?.at('location').knownText;
  }

  /** The subscription of a network; `undefined` where nothing of it is known. */
  public subscriptionOf(key: string): Subscription | undefined {
    const network = this.byKey.get(key);
    if (network) return this.model.subscriptionOf(network);
    const [, id] = SUBSCRIPTION_ID.exec(key) ?? [];
    return id === undefined ? undefined : Subscription.ofId(id);
  }

  /** An IPv6 range of a network; `undefined` where none is known. */
  public ipv6In(key: string): string | undefined {
    const ranges = this.byKey.get(key)?.at('address_space').elements ?? [];
    return ranges.map(({ knownText = '' }) => knownText).find(isIpv6);
  }

  /**
   * A network that is only named has the id in its subscription, or that which is used elsewhere where none is known.
   */
  private externalKey(part: ModelResource): string | undefined {
    const [network, subscription] = [part.at('virtual_network_name').text, this.model.subscriptionOf(part)];
    if (subscription.isKnown && part.group !== undefined) {
      const group = `/subscriptions/${subscription.key}/resourceGroups/${part.group}`;
      return `${group}/providers/Microsoft.Network/virtualNetworks/${network}`.toLowerCase();
    }
    const name = `${part.group}/${network}`.toLowerCase();
    const ids = [...(this.idsByName.get(name) ?? [])];
    return ids.length === 1 ? ids[0] : name;
  }

  private remember(id: string): void {
    const [networkId, group, network] = NETWORK_ID.exec(id.toLowerCase()) ?? [];
    if (networkId === undefined) return;
    const name = `${group}/${network}`;
    this.idsByName.set(name, (this.idsByName.get(name) ?? new Set()).add(networkId));
  }
}
