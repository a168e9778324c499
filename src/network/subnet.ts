import { Subnet as SubnetResource } from '@cdktf/provider-azurerm/lib/subnet';
import { SubnetNetworkSecurityGroupAssociation } from '@cdktf/provider-azurerm/lib/subnet-network-security-group-association';
import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { ISubnet } from './isubnet';
import { IVirtualNetwork } from './ivirtual-network';
import { INetworkSecurityGroup } from './network-security-group';
import { SubnetDelegation } from './subnet-delegation';
import { Prerequisites } from '../core/private/ordering';
import { isKnown, Violations } from '../core/private/violations';

/** What to tell of an existing subnet. What is left out is not judged at synth. */
export interface SubnetAttributes {
  /** Azure resource id of the subnet. */
  readonly subnetId: string;

  /** Azure resource id of the network that the subnet is part of. */
  readonly virtualNetworkId: string;

  /**
   * Region of the network, as `centralus`.
   *
   * @default - not known, so regions are not compared
   */
  readonly location?: string;

  /**
   * Address range, as `10.0.0.0/26`.
   *
   * @default - not known, so the size is not judged
   */
  readonly addressPrefix?: string;

  /**
   * The service that may inject itself into the subnet, or `SubnetDelegation.NONE`.
   *
   * @default - not known, so the delegation is not judged
   */
  readonly delegation?: SubnetDelegation;
}

/** Options of a subnet that do not depend on its network. */
export interface SubnetBaseOptions {
  /** Name: 1 to 80 letters, digits, `-`, `_` or `.`; not one that Azure reserves for gateways and firewalls. */
  readonly name: string;

  /**
   * The service that may inject itself into the subnet. A delegated subnet takes no private endpoints.
   *
   * @default SubnetDelegation.NONE
   */
  readonly delegation?: SubnetDelegation;

  /**
   * Security group to attach. It also governs traffic to the private endpoints in the subnet.
   *
   * @default - no security group
   */
  readonly networkSecurityGroup?: INetworkSecurityGroup;
}

/** Properties of a subnet. */
export interface SubnetProps extends SubnetBaseOptions {
  /** The network that the subnet is part of. */
  readonly virtualNetwork: IVirtualNetwork;

  /** Address range, as `10.0.0.0/26`, free in the network. `VirtualNetwork.addSubnet` finds one. */
  readonly addressPrefix: string;
}

const RESERVED_NAMES = [
  'gatewaysubnet',
  'azurefirewallsubnet',
  'azurefirewallmanagementsubnet',
  'azurebastionsubnet',
  'routeserversubnet',
];

/** Defines a subnet whose security group also governs its private endpoints. */
export class Subnet extends Construct implements ISubnet {
  /** Refers to an existing subnet. */
  public static fromSubnetAttributes(scope: Construct, id: string, attributes: SubnetAttributes): ISubnet {
    class Import extends Construct implements ISubnet {
      public readonly subnetId = attributes.subnetId;
      public readonly virtualNetworkId = attributes.virtualNetworkId;
      public readonly location = attributes.location;
      public readonly addressPrefix = attributes.addressPrefix;
      public readonly delegation = attributes.delegation;
      public awaitedBy() {}
    }
    return new Import(scope, id);
  }

  public readonly subnetId: string;
  public readonly virtualNetworkId: string;
  public readonly location?: string;
  public readonly addressPrefix?: string;
  public readonly delegation?: SubnetDelegation;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: SubnetResource;

  private readonly attachments = new Prerequisites();

  /**
   * Defines a subnet.
   *
   * @throws `network/subnet-name`
   */
  public constructor(scope: Construct, id: string, props: SubnetProps) {
    super(scope, id);
    const violations = new Violations(this);
    const { name, virtualNetwork } = props;
    const delegation = props.delegation ?? SubnetDelegation.NONE;
    if (isKnown(name) && !/^[a-zA-Z0-9]([\w.-]{0,78}\w)?$/.test(name)) {
      violations.add(
        'network/subnet-name',
        `"${name}" is not a subnet name; use 1 to 80 letters, digits, dashes, underscores or periods, beginning with a letter or digit`,
      );
    }
    if (RESERVED_NAMES.includes(name.toLowerCase())) {
      violations.add(
        'network/subnet-name',
        `"${name}" is reserved by Azure for a gateway or firewall; choose another name`,
      );
    }
    violations.throwIfAny();

    this.resource = new SubnetResource(this, 'Resource', {
      name,
      resourceGroupName: virtualNetwork.resourceGroupName,
      virtualNetworkName: virtualNetwork.virtualNetworkName,
      addressPrefixes: [props.addressPrefix],
      delegation: delegation._render(),
      // Azure's default switches security groups and routes off for private endpoints:
      // https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy
      privateEndpointNetworkPolicies: delegation.isNone ? 'Enabled' : undefined,
      // Delegated subnets are left alone: their service decides how it reaches the internet.
      // https://learn.microsoft.com/azure/virtual-network/ip-services/default-outbound-access
      defaultOutboundAccessEnabled: delegation.isNone ? false : undefined,
    });
    this.subnetId = this.resource.id;
    this.virtualNetworkId = virtualNetwork.virtualNetworkId;
    this.location = virtualNetwork.location;
    this.addressPrefix = props.addressPrefix;
    this.delegation = delegation;
    if (props.networkSecurityGroup) this.attachSecurityGroup(props.networkSecurityGroup);
  }

  public awaitedBy(resource: TerraformResource): void {
    this.attachments.awaitedBy(resource);
  }

  private attachSecurityGroup(group: INetworkSecurityGroup): void {
    const association = new SubnetNetworkSecurityGroupAssociation(this, 'NetworkSecurityGroupAssociation', {
      subnetId: this.subnetId,
      networkSecurityGroupId: group.networkSecurityGroupId,
    });
    this.attachments.add(association);
  }
}
