import { DataAzurermVirtualNetwork } from '@cdktf/provider-azurerm/lib/data-azurerm-virtual-network';
import { VirtualNetwork as VirtualNetworkResource } from '@cdktf/provider-azurerm/lib/virtual-network';
import { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { AddressRange } from './address-range';
import { existingSpaceProblems, parseAddressSpace } from './internal/address-plan';
import { dnsServerProblems } from './internal/dns-servers';
import { rememberIpv6 } from './internal/ipv6-networks';
import { virtualNetworkNameProblems } from './internal/names';
import { IVirtualNetwork } from './ivirtual-network';
import { RegionalResourceProps, ResourceLookup } from '../core';
import { DDOS_PLAN_ID, VIRTUAL_NETWORK_ID } from './internal/network-id';
import { addressPlanOf } from './private/address-plans';
import { lookedUpNetworkId } from './private/looked-up-networks';
import { SubnetCreation } from './private/subnet-creation';
import { Subnet, SubnetBaseOptions } from './subnet';
import { SubnetAttachments } from './subnet-attachments';
import { VirtualNetworkEncryption } from './virtual-network-encryption';
import { groupNameProblems } from '../core/internal/group-problems';
import { checkInput } from '../core/internal/input/check-input';
import { locationProblems } from '../core/internal/locations';
import { withProvider } from '../core/internal/providers';
import { regionalAttributes, regionalProblems, regionOf } from '../core/internal/regional';
import { refuse, Violations } from '../core/internal/violations';
import { beginDefinition } from '../placement/definition';

/** Attributes of an existing virtual network. What is left out is not judged at synth. */
export interface VirtualNetworkAttributes {
  /** Azure resource id of the network. */
  readonly virtualNetworkId: string;

  /** Name of the network. */
  readonly virtualNetworkName: string;

  /** Name of the resource group that holds the network. */
  readonly resourceGroupName: string;

  /** Region of the network, such as `centralus`. */
  readonly location: string;

  /**
   * Address ranges, such as `10.0.0.0/16`; IPv6 ranges may be among them.
   *
   * @default - not known, so overlaps are not judged
   */
  readonly addressSpace?: string[];

  /**
   * Addresses of the network's own DNS servers; empty for those of Azure. They are for programs that read them: to the
   * connectivity report and checks it is unknown what the servers of a network outside of the configuration answer.
   *
   * @default - not known
   */
  readonly dnsServers?: string[];

  /**
   * Provider of what is defined in the network, for another subscription than the stack's default one: `new
   * AzurermProvider(...)` with an `alias`.
   *
   * @default - not known, so each resource takes the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/** Look-up of an existing virtual network. */
export interface VirtualNetworkLookup extends ResourceLookup {
  /** Name of the network. */
  readonly name: string;
}

/** Properties of a virtual network. */
export interface VirtualNetworkProps extends RegionalResourceProps {
  /** Name: 2 to 64 letters, digits, `-`, `_` or `.`, beginning with a letter or digit. */
  readonly name: string;

  /** IPv4 ranges, such as `10.0.0.0/16`; /8 to /29, not overlapping. */
  readonly addressSpace: string[];

  /**
   * IPv4 addresses of DNS servers that the network asks in place of Azure's, such as `10.0.0.4`. They have to forward
   * the names of private endpoints to Azure. An empty list gives the network back to Azure's servers.
   *
   * @default - Azure's servers
   * @see https://learn.microsoft.com/azure/virtual-network/virtual-networks-name-resolution-for-vms-and-role-instances
   */
  readonly dnsServers?: string[];

  /**
   * Encrypts the traffic between virtual machines of the network.
   *
   * @default - not encrypted
   */
  readonly encryption?: VirtualNetworkEncryption;

  /**
   * Azure resource id of a DDoS protection plan, which may be shared by networks of several subscriptions.
   *
   * @default - the protection that every public address of Azure has
   * @see https://learn.microsoft.com/azure/ddos-protection/ddos-protection-overview
   */
  readonly ddosProtectionPlanId?: string;

  /**
   * Time at which the subnets get their security groups and route tables. A change after the deployment replaces the
   * subnets.
   *
   * @default SubnetAttachments.AFTER_CREATION
   */
  readonly subnetAttachments?: SubnetAttachments;
}

/** Options of a subnet that a network defines. */
export interface SubnetOptions extends SubnetBaseOptions {
  /** The addresses of the subnet, fixed or by size. */
  readonly addressRange: AddressRange;
}

/** Defines a virtual network that hands out the addresses of its subnets. */
export class VirtualNetwork extends Construct implements IVirtualNetwork {
  /**
   * Refers to an existing virtual network.
   *
   * @throws `network/virtual-network-id`, `network/name`, `network/cidr`, `network/address-space-overlap`,
   * `network/dns-server`, `core/resource-group-name`, `core/location`
   */
  public static fromVirtualNetworkAttributes(
    scope: Construct,
    id: string,
    attributes: VirtualNetworkAttributes,
  ): IVirtualNetwork {
    checkInput('network.VirtualNetwork.fromVirtualNetworkAttributes', arguments);
    class Import extends Construct implements IVirtualNetwork {
      public readonly virtualNetworkId = attributes.virtualNetworkId;
      public readonly virtualNetworkName = attributes.virtualNetworkName;
      public readonly resourceGroupName = attributes.resourceGroupName;
      public readonly location = attributes.location;
      public readonly addressSpace = attributes.addressSpace;
      public readonly dnsServers = attributes.dnsServers;
      /** @internal */
      public readonly _provider = attributes.provider;
    }
    const network = new Import(scope, id);
    refuse(
      network,
      VIRTUAL_NETWORK_ID.problems(network.virtualNetworkId),
      virtualNetworkNameProblems(network.virtualNetworkName),
      groupNameProblems(network.resourceGroupName),
      locationProblems(network, network.location),
      network.addressSpace ? existingSpaceProblems(network.addressSpace) : [],
      dnsServerProblems(network.dnsServers ?? []),
    );
    rememberIpv6(network);
    return network;
  }

  /** Looks an existing virtual network up by its name, when Terraform plans. Its addresses are not known at synth. */
  public static fromLookup(scope: Construct, id: string, options: VirtualNetworkLookup): IVirtualNetwork {
    checkInput('network.VirtualNetwork.fromLookup', arguments);
    class Lookup extends Construct implements IVirtualNetwork {
      public readonly virtualNetworkId: string;
      public readonly virtualNetworkName: string;
      public readonly resourceGroupName = options.resourceGroupName;
      public readonly location: string;

      public constructor() {
        super(scope, id);
        const data = new DataAzurermVirtualNetwork(this, 'Resource', { ...options });
        this.virtualNetworkId = lookedUpNetworkId(this, { ...options, virtualNetworkName: options.name }, data.id);
        this.virtualNetworkName = data.name;
        this.location = data.location;
      }
    }
    return new Lookup();
  }

  public readonly virtualNetworkId: string;
  public readonly virtualNetworkName: string;
  public readonly resourceGroupName: string;
  public readonly location: string;
  public readonly addressSpace?: string[];
  public readonly dnsServers?: string[];

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: VirtualNetworkResource;

  private readonly provider?: TerraformProvider;

  /**
   * Defines a virtual network.
   *
   * @throws `network/name`, `network/cidr`, `network/address-space-overlap`, `network/dns-server`,
   * `network/ddos-plan-id`, `core/location`, `core/tags`
   */
  public constructor(scope: Construct, id: string, given: VirtualNetworkProps) {
    checkInput('network.VirtualNetwork', arguments);
    super(scope, id);
    const props = withProvider(this, given, given.resourceGroup);
    const space = parseAddressSpace(props.addressSpace);
    const violations = new Violations(this);
    violations.include(virtualNetworkNameProblems(props.name));
    violations.include(space.problems);
    violations.include(dnsServerProblems(props.dnsServers ?? []));
    violations.include(DDOS_PLAN_ID.problems(props.ddosProtectionPlanId));
    violations.include(regionalProblems(this, props));
    violations.throwIfAny();

    beginDefinition(this);
    this.provider = props.provider;
    this.resource = new VirtualNetworkResource(this, 'Resource', {
      name: props.name,
      ...regionalAttributes(props),
      addressSpace: props.addressSpace,
      dnsServers: props.dnsServers,
      encryption: props.encryption && { enforcement: props.encryption },
      ddosProtectionPlan: props.ddosProtectionPlanId ? { id: props.ddosProtectionPlanId, enable: true } : undefined,
    });
    this.virtualNetworkId = this.resource.id;
    this.virtualNetworkName = this.resource.name;
    this.resourceGroupName = props.resourceGroup.resourceGroupName;
    this.location = regionOf(props);
    this.addressSpace = props.addressSpace;
    this.dnsServers = props.dnsServers ?? [];
    if (props.subnetAttachments === SubnetAttachments.AT_CREATION) SubnetCreation.begin(this, this.resource);
  }

  /**
   * Defines a subnet of this network.
   *
   * Ranges by size are taken in the order of these calls, so a subnet that is added last moves no other. Fixed ranges
   * that are added first may change places among themselves. Another length of a subnet, or a new one before others,
   * moves those that come after it, and Azure changes no range with something in it: fix the ranges of what is deployed
   * with `AddressRange.cidr(...)`.
   *
   * @throws `network/cidr`, `network/subnet-outside`, `network/subnet-overlap`, `network/address-space-exhausted`,
   * `network/address-space-unknown`, `network/subnet-name`, `network/service-endpoint`, `network/delegation`
   */
  public addSubnet(id: string, options: SubnetOptions): Subnet {
    checkInput('network.VirtualNetwork.addSubnet', arguments, this);
    const grant = addressPlanOf(this, this).find(options.addressRange._request);
    const violations = new Violations(this);
    violations.include(grant.problems, id);
    violations.throwIfAny();
    const { addressRange, ...base } = options;
    return new Subnet(this, id, {
      ...base,
      virtualNetwork: this,
      addressPrefix: grant.cidr!,
      provider: this.provider,
    });
  }
}
