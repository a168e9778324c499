import { DataAzurermSubnet } from '@cdktf/provider-azurerm/lib/data-azurerm-subnet';
import { Subnet as SubnetResource } from '@cdktf/provider-azurerm/lib/subnet';
import { SubnetNatGatewayAssociation } from '@cdktf/provider-azurerm/lib/subnet-nat-gateway-association';
import { SubnetNetworkSecurityGroupAssociation } from '@cdktf/provider-azurerm/lib/subnet-network-security-group-association';
import { SubnetRouteTableAssociation } from '@cdktf/provider-azurerm/lib/subnet-route-table-association';
import { Fn, TerraformProvider, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { nameProblems } from './internal/names';
import { VIRTUAL_NETWORK_ID } from './internal/network-id';
import { isReservedSubnet, reservedSubnetProblems } from './internal/reserved-subnets';
import { ISubnet } from './isubnet';
import { IVirtualNetwork } from './ivirtual-network';
import { INatGateway } from './nat-gateway';
import { INetworkSecurityGroup } from './network-security-group';
import { beginDefinition } from '../placement/definition';
import { addressPlanOf } from './private/address-plans';
import { lookedUpNetworkId } from './private/looked-up-networks';
import { serviceEndpointProblems, writeServiceEndpoints } from './private/service-endpoints';
import { SubnetCreation } from './private/subnet-creation';
import { IRouteTable } from './route-table';
import { SubnetDelegation } from './subnet-delegation';
import { ResourceLookup } from '../core';
import { ArmIdForm } from '../core/internal/arm-id';
import { checkInput } from '../core/internal/input/check-input';
import { locationProblems } from '../core/internal/locations';
import { Prerequisites } from '../core/internal/ordering';
import { withProvider } from '../core/internal/providers';
import { isInTree, registry } from '../core/internal/registry';
import { Problem, refuse, Violations } from '../core/internal/violations';

/** Attributes of an existing subnet. What is left out is not judged at synth. */
export interface SubnetAttributes {
  /** Azure resource id of the subnet. */
  readonly subnetId: string;

  /** Azure resource id of the network that the subnet is part of. */
  readonly virtualNetworkId: string;

  /**
   * Region of the network, such as `centralus`.
   *
   * @default - not known, so regions are not compared
   */
  readonly location?: string;

  /**
   * Address range, such as `10.0.0.0/26`.
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

  /**
   * Provider of what is defined in the subnet, for another subscription than the stack's default one: `new
   * AzurermProvider(...)` with an `alias`.
   *
   * @default - not known, so each resource takes the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/** Look-up of an existing subnet. */
export interface SubnetLookup extends ResourceLookup {
  /** Name of the subnet. */
  readonly name: string;

  /** Name of the network that the subnet is part of. */
  readonly virtualNetworkName: string;
}

/** Options of a subnet that do not depend on its network. */
export interface SubnetBaseOptions {
  /**
   * Name: 1 to 80 letters, digits, `-`, `_` or `.`. The names that Azure reserves, such as `AzureFirewallSubnet`, are
   * for subnets of the size, and with the attachments, that their services take.
   */
  readonly name: string;

  /**
   * The service that may inject itself into the subnet. A delegated subnet takes no private endpoints.
   *
   * @default SubnetDelegation.NONE
   */
  readonly delegation?: SubnetDelegation;

  /**
   * Name of the delegation, by the same rules as that of the subnet; it may have slashes.
   *
   * @default 'delegation'
   */
  readonly delegationName?: string;

  /**
   * Security group to attach. It also governs traffic to the private endpoints in the subnet.
   *
   * @default - no security group
   */
  readonly networkSecurityGroup?: INetworkSecurityGroup;

  /**
   * NAT gateway through which the subnet calls out to the internet.
   *
   * @default - no NAT gateway
   */
  readonly natGateway?: INatGateway;

  /**
   * Route table to attach.
   *
   * @default - the routes that Azure has in every subnet
   */
  readonly routeTable?: IRouteTable;

  /**
   * Azure services that know calls from this subnet by its identity, such as `Microsoft.KeyVault`; those that are newer
   * than this library go into the construct context `azureSubnetServices`.
   *
   * @default - no service endpoints
   * @see https://learn.microsoft.com/azure/virtual-network/virtual-network-service-endpoints-overview
   */
  readonly serviceEndpoints?: string[];
}

/** Properties of a subnet. */
export interface SubnetProps extends SubnetBaseOptions {
  /** The network that the subnet is part of. */
  readonly virtualNetwork: IVirtualNetwork;

  /** Address range, such as `10.0.0.0/26`, free in the network. `VirtualNetwork.addSubnet` finds one. */
  readonly addressPrefix: string;

  /**
   * Provider of the network, where it is in another subscription than the stack's default one.
   * `VirtualNetwork.addSubnet` passes the network's.
   *
   * @default - the provider of the network, where it is known, or else the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

const SUBNET_ID = new ArmIdForm('Microsoft.Network/virtualNetworks/subnets', 'network/subnet-id', 'a subnet');

/** `/subscriptions/S/resourceGroups/G/providers/Microsoft.Network/virtualNetworks/N`, split at the slashes. */
const VIRTUAL_NETWORK_ID_PARTS = 9;

/** Defines a subnet whose security group also governs its private endpoints. */
export class Subnet extends Construct implements ISubnet {
  /**
   * Refers to an existing subnet. A known address range is kept free of other subnets.
   *
   * @throws `network/subnet-id`, `network/virtual-network-id`, `network/delegation`, `network/cidr`,
   * `network/subnet-outside`, `network/subnet-overlap`, `core/location`
   */
  public static fromSubnetAttributes(scope: Construct, id: string, attributes: SubnetAttributes): ISubnet {
    checkInput('network.Subnet.fromSubnetAttributes', arguments);
    class Import extends Construct implements ISubnet {
      public readonly subnetId = attributes.subnetId;
      public readonly virtualNetworkId = attributes.virtualNetworkId;
      public readonly location = attributes.location;
      public readonly addressPrefix = attributes.addressPrefix;
      public readonly delegation = attributes.delegation;
      /** @internal */
      public readonly _provider = attributes.provider;
      public awaitedBy() {}
    }
    const subnet = new Import(scope, id);
    refuse(
      subnet,
      SUBNET_ID.problems(subnet.subnetId),
      VIRTUAL_NETWORK_ID.problems(subnet.virtualNetworkId),
      locationProblems(subnet, subnet.location),
      subnet.delegation?._problems() ?? [],
      existingRangeProblems(subnet),
    );
    return subnet;
  }

  /** Looks an existing subnet up by its name, when Terraform plans. Its addresses and delegation are not judged. */
  public static fromLookup(scope: Construct, id: string, options: SubnetLookup): ISubnet {
    checkInput('network.Subnet.fromLookup', arguments);
    class Lookup extends Construct implements ISubnet {
      public readonly subnetId: string;
      public readonly virtualNetworkId: string;

      public constructor() {
        super(scope, id);
        this.subnetId = new DataAzurermSubnet(this, 'Resource', { ...options }).id;
        this.virtualNetworkId = lookedUpNetworkId(this, options, networkIdOf(this.subnetId));
      }

      public awaitedBy() {}
    }
    return new Lookup();
  }

  public readonly subnetId: string;
  public readonly virtualNetworkId: string;
  public readonly location?: string;
  public readonly addressPrefix?: string;
  public readonly delegation?: SubnetDelegation;

  /**
   * The network's resource, where the subnet is a block of it.
   *
   * @internal
   */
  public readonly _network?: TerraformResource;

  private readonly attachments = new Prerequisites();
  private readonly ownResource?: SubnetResource;

  /**
   * Defines a subnet.
   *
   * @throws `network/subnet-name`, `network/reserved-subnet`, `network/service-endpoint`, `network/delegation`,
   * `network/cidr`, `network/subnet-outside`, `network/subnet-overlap`, `network/subnet-of-other-stack`; when the stack
   * is validated also `network/duplicate-subnet`, `network/region`, `network/subscription`, `network/subnet-full` and
   * `core/subscription`
   */
  public constructor(scope: Construct, id: string, given: SubnetProps) {
    checkInput('network.Subnet', arguments);
    super(scope, id);
    const props = withProvider(this, given, given.virtualNetwork);
    const violations = new Violations(this);
    const { name, virtualNetwork } = props;
    const delegation = props.delegation ?? SubnetDelegation.NONE;
    violations.include(nameProblems('network/subnet-name', 'a subnet', name));
    violations.include(reservedSubnetProblems(props));
    violations.include(serviceEndpointProblems(this, props.serviceEndpoints ?? []));
    violations.include(delegation._problemsIn(this));
    if (props.delegationName !== undefined) {
      violations.include(nameProblems('network/delegation', 'a delegation', props.delegationName));
    }
    const creation = SubnetCreation.in(this, virtualNetwork.virtualNetworkId);
    violations.include(creation?.problems(this) ?? []);
    violations.include(addressPlanOf(this, virtualNetwork).claim(id, props.addressPrefix, () => isInTree(this)));
    violations.throwIfAny();

    beginDefinition(this);
    // Those of gateways, firewalls and services are left alone: these decide how they reach the internet.
    // https://learn.microsoft.com/azure/virtual-network/ip-services/default-outbound-access
    const isPlain = delegation.isNone && !isReservedSubnet(name);
    const defaults = {
      // Azure's default switches security groups and routes off for private endpoints:
      // https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy
      privateEndpointNetworkPolicies: isPlain ? 'Enabled' : undefined,
      defaultOutboundAccessEnabled: isPlain ? false : undefined,
    };
    if (creation?.isByBlocks) {
      creation.addBlock(this, { ...props, ...defaults, delegation });
      this._network = creation.network;
      this.subnetId = `${virtualNetwork.virtualNetworkId}/subnets/${name}`;
    } else {
      this.ownResource = new SubnetResource(this, 'Resource', {
        name,
        resourceGroupName: virtualNetwork.resourceGroupName,
        virtualNetworkName: virtualNetwork.virtualNetworkName,
        addressPrefixes: [props.addressPrefix],
        serviceEndpoints: props.serviceEndpoints,
        delegation: delegation._render(props.delegationName),
        ...defaults,
        provider: props.provider,
      });
      writeServiceEndpoints(this.ownResource);
      creation?.attach(this.ownResource, props);
      this.subnetId = this.ownResource.id;
    }
    this.virtualNetworkId = virtualNetwork.virtualNetworkId;
    this.location = virtualNetwork.location;
    this.addressPrefix = props.addressPrefix;
    this.delegation = delegation;
    this.associate(creation ? { natGateway: props.natGateway, provider: props.provider } : props);
  }

  /**
   * The provider's resource, for settings that this class does not model.
   *
   * @throws `network/subnet-is-block` where the subnet is a block of its network, whose `resource` then has it
   */
  public get resource(): SubnetResource {
    if (!this.ownResource) {
      const message = `the subnet is a block of ${this._network!.node.path}, since its network attaches security groups at creation with azurerm 4; override "subnet" of the network's resource`;
      refuse(this, [{ code: 'network/subnet-is-block', message }]);
    }
    return this.ownResource!;
  }

  public awaitedBy(resource: TerraformResource): void {
    checkInput('network.Subnet.awaitedBy', arguments, this);
    this.attachments.awaitedBy(resource);
  }

  /** Each association changes the whole subnet; azurerm serialises them by the name of the network. */
  private associate({ networkSecurityGroup, natGateway, routeTable, provider }: Partial<SubnetProps>): void {
    const { subnetId, attachments } = this;
    if (networkSecurityGroup) {
      const { networkSecurityGroupId } = networkSecurityGroup;
      const attributes = { subnetId, networkSecurityGroupId, provider };
      attachments.add(new SubnetNetworkSecurityGroupAssociation(this, 'NetworkSecurityGroupAssociation', attributes));
    }
    if (natGateway) {
      const attributes = { subnetId, natGatewayId: natGateway.natGatewayId, provider };
      const association = new SubnetNatGatewayAssociation(this, 'NatGatewayAssociation', attributes);
      natGateway.awaitedBy(association);
      attachments.add(association);
    }
    if (routeTable) {
      const attributes = { subnetId, routeTableId: routeTable.routeTableId, provider };
      attachments.add(new SubnetRouteTableAssociation(this, 'RouteTableAssociation', attributes));
    }
  }
}

/** An existing subnet may be referred to several times, but has its range once. */
function existingRangeProblems(subnet: ISubnet): Problem[] {
  if (subnet.addressPrefix === undefined) return [];
  const subnets = registry<ISubnet>(subnet, 'ranges of existing subnets');
  const key = subnet.subnetId.toLowerCase();
  if (subnets.has(key)) return [];
  subnets.set(key, subnet);
  return addressPlanOf(subnet, subnet).claim(subnet.node.id, subnet.addressPrefix);
}

function networkIdOf(subnetId: string): string {
  return Fn.join('/', Fn.slice(Fn.split('/', subnetId), 0, VIRTUAL_NETWORK_ID_PARTS));
}
