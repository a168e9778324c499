import { rangesIn } from './addresses';
import { DefinedSubnet, InlineSubnets, placeBelow } from './inline-subnets';
import { Lookup } from './lookup';
import { VirtualNetworks } from './virtual-networks';
import { Certainty } from '../../core/internal/certainty';
import { Ipv4Cidr } from '../../core/internal/ipv4-cidr';
import { GATEWAY_SUBNET, reservedAs } from '../../core/internal/reserved-subnets';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';
import { Block, Value } from '../values';

/** Policies that may be set for private endpoints: security groups and routes. */
export type NetworkPolicy = 'NetworkSecurityGroupEnabled' | 'RouteTableEnabled';

/**
 * Services whose subnets do not support a security group; NetApp does so with basic network features:
 * https://learn.microsoft.com/azure/azure-netapp-files/azure-netapp-files-network-topologies
 */
const WITHOUT_GROUP = ['microsoft.hardwaresecuritymodules/dedicatedhsms', 'microsoft.netapp/volumes'];

/** The subnets of a configuration, and those that it refers to. */
export class Subnets {
  /** Those that are defined or looked up by resources and data sources of their own. */
  public readonly all: readonly ModelResource[];

  /** Those that stand as blocks in their networks. */
  public readonly inline: InlineSubnets;

  private readonly lookup: Lookup;

  public constructor(
    model: TerraformModel,
    private readonly networks: VirtualNetworks,
  ) {
    this.lookup = new Lookup(model, 'azurerm_subnet');
    this.all = this.lookup.all;
    this.inline = new InlineSubnets(networks);
  }

  /** The subnet with an id. */
  public target(id: Value): Target {
    const target = this.lookup.target(id);
    return target.isUnknown ? (this.below(id) ?? target) : this.canonical(target);
  }

  /** One target for all look-ups of one subnet. */
  public canonical(subnet: Target): Target {
    const { resource, key } = subnet;
    if (resource?.isManaged || key === undefined) return subnet;
    if (!resource) return this.inline.get(key) ? subnet : (this.inline.ofId(key) ?? this.lookup.ofId(key));
    const original = this.lookup.original(resource);
    const { resource: known = resource } = original;
    return this.inline.named(this.networks.keyOfOwner(known), known.name) ?? original;
  }

  /** The subnets that a resource defines: itself, or blocks; `undefined` where only Terraform knows which there are. */
  public definedBy(resource: ModelResource): DefinedSubnet[] | undefined {
    if (resource.type === 'azurerm_virtual_network') return this.inline.in(resource);
    return [{ target: Target.resource(resource), body: resource }];
  }

  /** Key of the network that a subnet is in; `undefined` where it is not known. */
  public networkOf({ key, resource }: Target): string | undefined {
    if (resource) return this.networks.keyOfOwner(resource);
    return this.inline.get(key)?.network.path ?? (key === undefined ? undefined : this.networks.keyOfSubnetId(key));
  }

  /** Reports whether the configuration defines a subnet, and so all that it is given. */
  public isManaged({ key, resource }: Target): boolean {
    return resource?.isManaged ?? this.inline.get(key) !== undefined;
  }

  /** Returns the properties of a subnet, where the configuration defines the subnet or looks it up. */
  public bodyOf({ key, resource }: Target): Block | undefined {
    return resource ?? this.inline.get(key)?.block;
  }

  /**
   * Returns the possible addresses in a subnet: its ranges, or the ranges of its network; `undefined` where neither is
   * known.
   */
  public rangesOf(subnet: Target): Ipv4Cidr[] | undefined {
    return this.prefixesOf(subnet) ?? this.networks.addressSpace(this.networkOf(subnet));
  }

  /** IPv4 ranges of a subnet; `undefined` where they are not known. */
  public prefixesOf(subnet: Target): Ipv4Cidr[] | undefined {
    const body = this.bodyOf(subnet);
    return body && rangesIn(body.at('address_prefixes'));
  }

  /** The subnet that a text names below the id of its network. */
  private below(id: Value): Target | undefined {
    const place = placeBelow(id);
    if (!place) return undefined;
    const { network, name } = place;
    const { key } = this.networks.canonical(network);
    const apart = this.all.filter(
      (subnet) => subnet.name?.toLowerCase() === name.toLowerCase() && this.networks.keyOfOwner(subnet) === key,
    );
    return this.inline.named(key, name) ?? (apart.length === 1 ? this.canonical(Target.resource(apart[0])) : undefined);
  }

  /** Reports whether a policy governs the private endpoints in a subnet. */
  public hasPolicy(subnet: Target, policy: NetworkPolicy): Certainty {
    const given = this.bodyOf(subnet)?.at('private_endpoint_network_policies');
    if (given?.isAbsent && this.isManaged(subnet)) return Certainty.NO;
    if (given?.knownText === undefined) return Certainty.MAYBE;
    return Certainty.of(['enabled', policy.toLowerCase()].includes(given.knownText.toLowerCase()));
  }
}

/** Reports whether subnets of a name do not support a security group, since Azure alone rules them. */
export function isReservedName(name: string | undefined): boolean {
  return reservedAs(name)?.refuses.includes('networkSecurityGroup') ?? false;
}

/** Reports whether a name is that of the subnet of a gateway, which stops where it has a security group. */
export function isGatewayName(name: string | undefined): boolean {
  return reservedAs(name) === GATEWAY_SUBNET;
}

/** The names of what a subnet is delegated to; `undefined` where one is only known when Terraform runs. */
export function delegationsOf(subnet: Block): string[] | undefined {
  const names = subnet.blocks('delegation')?.map((block) => block.at('service_delegation.name').knownText);
  return names?.every((name) => name !== undefined) ? names : undefined;
}

/** The service of a subnet that takes no security group because of it. */
export function serviceWithoutGroup(subnet: Block): string | undefined {
  return delegationsOf(subnet)?.find((name) => WITHOUT_GROUP.includes(name.toLowerCase()));
}
