import {
  Endpoint,
  Estate,
  ID_TYPES,
  Inbound,
  Item,
  Network,
  Reference,
  Repetition,
  Subnet,
  Subscription,
  SUBSCRIPTION_IDS,
  Zone,
  ZoneReference,
} from './estate';
import { World } from './worlds';

/** What sets things in Azure apart: subscription, and the rest of the id in lower case. */
export interface Identity {
  /** The subscription of a provider block, or an id of one. */
  readonly subscription: { readonly provider: Subscription } | { readonly id: string };
  readonly path: string;
}

/** A subnet with the network that it is in; without `own` where the estate does not have it. */
export interface Located {
  readonly own?: { readonly subnet: Subnet; readonly network: Network };
  /** Identity of the network. */
  readonly network: Identity;
}

const ID = /^\/subscriptions\/([^/]+)(\/.*)$/i;
const OTHER_SUBSCRIPTION = 'another';

/** Everything in the estate as it is in one world. */
export class Facts {
  public constructor(
    public readonly estate: Estate,
    public readonly world: World,
  ) {}

  /** Whether Terraform creates something. */
  public isThere({ repeat }: { readonly repeat?: Repetition }): boolean {
    if (!repeat) return true;
    if ('count' in repeat) return repeat.count === 1;
    const variable = 'countOf' in repeat ? repeat.countOf : repeat.forEachOf;
    return this.world.choose(`var.${variable} creates it`, [true, false]);
  }

  /** Whether the service has public addresses of a range. */
  public isOfService(prefix: string): boolean {
    return this.world.choose(`public addresses of the service are in ${prefix}`, [true, false]);
  }

  /** Whether two identities are those of one thing. */
  public isSame(one: Identity, other: Identity): boolean {
    if (one.path !== other.path) return false;
    const [first, second] = [one.subscription, other.subscription];
    if ('provider' in first && 'provider' in second && first.provider === second.provider) return true;
    return this.subscriptionId(one) === this.subscriptionId(other);
  }

  private subscriptionId({ subscription }: Identity): string {
    if ('id' in subscription) return subscription.id.toLowerCase();
    const { provider } = subscription;
    if (this.estate.known[provider]) return SUBSCRIPTION_IDS[provider];
    const options = [...Object.values(SUBSCRIPTION_IDS), OTHER_SUBSCRIPTION];
    return this.world.choose(`the subscription of provider ${provider}`, options);
  }

  public identityOf(item: Item, type: string): Identity {
    const path = `/resourceGroups/${item.group}/providers/${type}/${item.name}`.toLowerCase();
    return { subscription: { provider: item.subscription }, path };
  }

  /** The item of a reference, or the identity of what the estate does not have. */
  public find<T extends Item>(items: readonly T[], type: string, reference: Reference): T | Identity {
    if ('key' in reference) return items.find(({ key }) => key === reference.key)!;
    const identity = identityOfId(reference.id);
    return items.find((item) => this.isSame(this.identityOf(item, type), identity)) ?? identity;
  }

  public network(reference: Reference): Identity {
    const found = this.find(this.estate.networks, ID_TYPES.network, reference);
    return 'path' in found ? found : this.identityOf(found, ID_TYPES.network);
  }

  /** The network with an identity; `undefined` where the estate does not have it. */
  public ownNetwork(identity: Identity): Network | undefined {
    return this.estate.networks.find((each) => this.isSame(this.identityOf(each, ID_TYPES.network), identity));
  }

  public subnet(reference: Reference): Located {
    if ('key' in reference) return this.subnetOfKey(reference.key);
    const [, networkId, name] = /^(.*)\/subnets\/([^/]+)$/i.exec(reference.id)!;
    const identity = identityOfId(networkId);
    const network = this.ownNetwork(identity);
    const subnet = network?.subnets.find((each) => each.name.toLowerCase() === name.toLowerCase());
    return network && subnet ? { own: this.owned(subnet, network), network: identity } : { network: identity };
  }

  public subnetOfKey(key: string): Located {
    const network = this.estate.networks.find(({ subnets }) => subnets.some((subnet) => subnet.key === key))!;
    const subnet = network.subnets.find((each) => each.key === key)!;
    return { own: this.owned(subnet, network), network: this.identityOf(network, ID_TYPES.network) };
  }

  private owned(subnet: Subnet, network: Network): { readonly subnet: Subnet; readonly network: Network } {
    if (network.form === 'count') this.world.note('instances');
    return { subnet, network };
  }

  /** A zone by reference, or by its name in the subscription of a provider. */
  public zone(reference: ZoneReference | Reference, provider: Subscription): { own?: Zone; identity: Identity } {
    const identity = this.zoneIdentity(reference, provider);
    const own = this.estate.zones.find((zone) => this.isSame(this.identityOf(zone, ID_TYPES.zone), identity));
    return { own, identity };
  }

  private zoneIdentity(reference: ZoneReference | Reference, provider: Subscription): Identity {
    if ('id' in reference) return identityOfId(reference.id);
    if ('name' in reference) {
      return this.identityOf({ ...reference, key: '', subscription: provider }, ID_TYPES.zone);
    }
    return this.identityOf(
      this.estate.zones.find(({ key }) => key === reference.key)!,
      ID_TYPES.zone,
    );
  }

  /** The private endpoints of the service that are there. Those without manual approval are approved at once. */
  public get endpoints(): Endpoint[] {
    const { endpoints, known, service } = this.estate;
    const isByText = endpoints.some((endpoint) => 'id' in endpoint.service);
    // One name of a service is there once in all of Azure, so an id with that name is that of this service.
    if (isByText && !known[service.subscription]) this.world.note('unique name');
    return endpoints.filter((endpoint) => this.isThere(endpoint));
  }

  public get inbound(): (Inbound & { readonly at: Located })[] {
    return this.estate.resolvers.flatMap(({ inbound }) =>
      inbound.map((each) => ({ ...each, at: this.subnetOfKey(each.subnet) })),
    );
  }

  /** Whether two networks are peered in both directions, which Azure calls connected. */
  public arePeered(one: Network, other: Network): boolean {
    return this.peers(one, other) && this.peers(other, one);
  }

  private peers(from: Network, to: Network): boolean {
    const target = this.identityOf(to, ID_TYPES.network);
    return this.estate.peerings.some(
      (peering) => peering.from === from.key && this.isSame(this.network(peering.to), target) && this.isThere(peering),
    );
  }

  /** Whether a network of the estate may be peered with one that the estate does not have. */
  public isPeeredOutside(own: Network, outside: Identity): boolean {
    return this.estate.peerings.some(
      (peering) => peering.from === own.key && this.isSame(this.network(peering.to), outside) && this.isThere(peering),
    );
  }
}

function identityOfId(id: string): Identity {
  const [, subscription, path] = ID.exec(id)!;
  return { subscription: { id: subscription }, path: path.toLowerCase() };
}
