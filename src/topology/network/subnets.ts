import { rangesIn } from './addresses';
import { Lookup } from './lookup';
import { VirtualNetworks } from './virtual-networks';
import { Certainty } from '../../core/internal/certainty';
import { Ipv4Cidr } from '../../core/internal/ipv4-cidr';
import { ModelResource } from '../../model/model-resource';
import { ModelValue } from '../../model/model-value';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';

/** What security groups and routes may be made to govern for private endpoints. */
export type NetworkPolicy = 'NetworkSecurityGroupEnabled' | 'RouteTableEnabled';

/** The subnets of a tree, and those that it refers to. */
export class Subnets {
  /** Those that the tree defines or looks up. */
  public readonly all: readonly ModelResource[];

  private readonly lookup: Lookup;

  public constructor(
    model: TerraformModel,
    private readonly networks: VirtualNetworks,
  ) {
    this.lookup = new Lookup(model, 'azurerm_subnet');
    this.all = this.lookup.all;
  }

  /** The subnet with an id. */
  public target(id: ModelValue<ModelResource>): Target {
    return this.lookup.target(id);
  }

  /** One target for all look-ups of one subnet. */
  public canonical(subnet: Target): Target {
    if (subnet.resource) return Target.resource(this.lookup.original(subnet.resource));
    return subnet.key === undefined ? subnet : this.lookup.ofId(subnet.key);
  }

  /** Key of the network that a subnet is in; `undefined` where it is not known. */
  public networkOf({ key, resource }: Target): string | undefined {
    if (resource) return this.networks.keyOfOwner(resource);
    return key === undefined ? undefined : this.networks.keyOfSubnetId(key);
  }

  /** Where the addresses in a subnet lie: in its ranges, or somewhere in its network; `undefined` where neither is known. */
  public rangesOf(subnet: Target): Ipv4Cidr[] | undefined {
    return this.prefixesOf(subnet) ?? this.networks.addressSpace(this.networkOf(subnet));
  }

  /** IPv4 ranges of a subnet; `undefined` where they are not known. */
  public prefixesOf({ resource }: Target): Ipv4Cidr[] | undefined {
    return resource && rangesIn(resource.at('address_prefixes'));
  }

  /** Whether a policy governs the private endpoints in a subnet. */
  public hasPolicy({ resource }: Target, policy: NetworkPolicy): Certainty {
    const given = resource?.at('private_endpoint_network_policies');
    if (given?.isAbsent && resource?.isManaged) return Certainty.NO;
    if (given?.knownText === undefined) return Certainty.MAYBE;
    return ['enabled', policy.toLowerCase()].includes(given.knownText.toLowerCase()) ? Certainty.YES : Certainty.NO;
  }
}
