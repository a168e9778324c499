import { VirtualNetworks } from './virtual-networks';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { Block, Value } from '../values';

/** A subnet that the configuration defines. */
export interface DefinedSubnet {
  readonly target: Target;
  /** The resource, or the block of its network. */
  readonly body: Block;
}

/** A subnet that stands as a block in its network. */
export interface InlineSubnet {
  readonly target: Target;
  readonly network: ModelResource;
  readonly block: Block;
}

const ID = /^(.*\/virtualNetworks\/[^/]+)\/subnets\/([^/]+)$/i;
/** Such as `${azurerm_virtual_network.hub.id}/subnets/apps`: these subnets have no address of their own. */
const BELOW_REFERENCE = /^\$\{[^{}]*\}\/subnets\/((?:[^/${}]|\$\{[^{}]*\})+)$/;

/** The subnets that stand as blocks in their networks, by network and name. */
export class InlineSubnets {
  private readonly byKey = new Map<string, InlineSubnet>();

  public constructor(private readonly networks: VirtualNetworks) {
    for (const network of networks.defined) {
      for (const block of network.blocks('subnet') ?? []) {
        const key = keyOf(network.path, block.at('name').text);
        this.byKey.set(key, { target: Target.external(key), network, block });
      }
    }
  }

  public get all(): InlineSubnet[] {
    return [...this.byKey.values()];
  }

  public get(key: string | undefined): InlineSubnet | undefined {
    return this.byKey.get(key ?? '');
  }

  /** The subnet with a name in the network of a key. */
  public named(network: string | undefined, name: string | undefined): Target | undefined {
    return network && name ? this.get(keyOf(network, name))?.target : undefined;
  }

  /** The subnet with an id. */
  public ofId(id: string): Target | undefined {
    const [, network, name] = ID.exec(id) ?? [];
    return network !== undefined && this.byKey.size > 0 ? this.named(this.networks.keyOfSubnetId(id), name) : undefined;
  }

  /** The subnets of a network; `undefined` where only Terraform knows which there are. */
  public in(network: ModelResource): DefinedSubnet[] | undefined {
    return network
      .blocks('subnet')
      ?.map((body) => ({ target: Target.external(keyOf(network.path, body.at('name').text)), body }));
  }
}

/** Network and name of the subnet that a text names below the id of its network. */
export function placeBelow(value: Value): { network: ModelResource; name: string } | undefined {
  const [, name] = BELOW_REFERENCE.exec(value.text) ?? [];
  const [link] = value.links;
  return name !== undefined && link?.attribute === 'id' ? { network: link.resource, name } : undefined;
}

function keyOf(network: string, name: string): string {
  return `${network}/subnets/${name}`.toLowerCase();
}
