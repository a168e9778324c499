import { VirtualNetwork as VirtualNetworkResource } from '@cdktf/provider-azurerm/lib/virtual-network';
import { Construct } from 'constructs';
import { AddressRange } from './address-range';
import { IVirtualNetwork } from './ivirtual-network';
import { AddressPlan, parseAddressSpace } from './private/address-plan';
import { Subnet, SubnetBaseOptions } from './subnet';
import { RegionalResourceProps } from '../core';
import { regionalAttributes, regionalProblems, regionOf } from '../core/private/regional';
import { isKnown, Violations } from '../core/private/violations';

/** What to tell of an existing virtual network. */
export interface VirtualNetworkAttributes {
  /** Azure resource id of the network. */
  readonly virtualNetworkId: string;

  /** Name of the network. */
  readonly virtualNetworkName: string;

  /** Name of the resource group that holds the network. */
  readonly resourceGroupName: string;

  /** Region of the network, as `centralus`. */
  readonly location: string;
}

/** Properties of a virtual network. */
export interface VirtualNetworkProps extends RegionalResourceProps {
  /** Name: 2 to 64 letters, digits, `-`, `_` or `.`, beginning with a letter or digit. */
  readonly name: string;

  /** IPv4 ranges, as `10.0.0.0/16`; /8 to /29, not overlapping. */
  readonly addressSpace: string[];
}

/** Options of a subnet that a network defines. */
export interface SubnetOptions extends SubnetBaseOptions {
  /** The addresses of the subnet, fixed or by size. */
  readonly addressRange: AddressRange;
}

/** Defines a virtual network that hands out the addresses of its subnets. */
export class VirtualNetwork extends Construct implements IVirtualNetwork {
  /** Refers to an existing virtual network. */
  public static fromVirtualNetworkAttributes(
    scope: Construct,
    id: string,
    attributes: VirtualNetworkAttributes,
  ): IVirtualNetwork {
    class Import extends Construct implements IVirtualNetwork {
      public readonly virtualNetworkId = attributes.virtualNetworkId;
      public readonly virtualNetworkName = attributes.virtualNetworkName;
      public readonly resourceGroupName = attributes.resourceGroupName;
      public readonly location = attributes.location;
    }
    return new Import(scope, id);
  }

  public readonly virtualNetworkId: string;
  public readonly virtualNetworkName: string;
  public readonly resourceGroupName: string;
  public readonly location: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: VirtualNetworkResource;

  private readonly addressPlan: AddressPlan;

  /**
   * Defines a virtual network.
   *
   * @throws `network/name`, `network/cidr`, `network/address-space-overlap`, `core/location`, `core/tags`
   */
  public constructor(scope: Construct, id: string, props: VirtualNetworkProps) {
    super(scope, id);
    const space = parseAddressSpace(props.addressSpace);
    const violations = new Violations(this);
    if (isKnown(props.name) && !/^[a-zA-Z0-9][\w.-]{0,62}\w$/.test(props.name)) {
      violations.add(
        'network/name',
        `"${props.name}" is not a virtual network name; use 2 to 64 letters, digits, dashes, underscores or periods, beginning with a letter or digit`,
      );
    }
    violations.include(space.problems);
    violations.include(regionalProblems(this, props));
    violations.throwIfAny();

    this.addressPlan = new AddressPlan(space.ranges);
    this.resource = new VirtualNetworkResource(this, 'Resource', {
      name: props.name,
      ...regionalAttributes(props),
      addressSpace: props.addressSpace,
    });
    this.virtualNetworkId = this.resource.id;
    this.virtualNetworkName = this.resource.name;
    this.resourceGroupName = props.resourceGroup.resourceGroupName;
    this.location = regionOf(props);
  }

  /**
   * Defines a subnet of this network.
   *
   * Ranges by size are taken in the order of these calls, so a subnet that is added last moves no other.
   *
   * @throws `network/cidr`, `network/subnet-outside`, `network/subnet-overlap`, `network/address-space-exhausted`,
   * `network/address-space-unknown`, `network/subnet-name`
   */
  public addSubnet(id: string, options: SubnetOptions): Subnet {
    const grant = this.addressPlan.request(id, options.addressRange._request);
    const violations = new Violations(this);
    violations.include(grant.problems, id);
    violations.throwIfAny();
    const { addressRange, ...base } = options;
    return new Subnet(this, id, { ...base, virtualNetwork: this, addressPrefix: grant.cidr! });
  }
}
