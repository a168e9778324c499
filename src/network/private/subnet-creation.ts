import { Subnet as SubnetResource } from '@cdktf/provider-azurerm/lib/subnet';
import { VirtualNetwork as VirtualNetworkResource } from '@cdktf/provider-azurerm/lib/virtual-network';
import { Fn, Lazy, Op, TerraformStack, Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { isInTree, keyOf, registry } from '../../core/internal/registry';
import { Problem } from '../../core/internal/violations';
import { isForAzurerm5, writeForAzurerm5 } from '../../engine/azurerm-major';
import { IVirtualNetwork } from '../ivirtual-network';
import { INetworkSecurityGroup } from '../network-security-group';
import { IRouteTable } from '../route-table';
import { SubnetDelegation } from '../subnet-delegation';

/** Resources that are attached to a subnet by their ids. */
interface Attached {
  readonly networkSecurityGroup?: INetworkSecurityGroup;
  readonly routeTable?: IRouteTable;
}

/** Properties of a subnet in a block of its network. */
export interface SubnetBlock extends Attached {
  readonly name: string;
  readonly addressPrefix: string;
  readonly delegation: SubnetDelegation;
  readonly delegationName?: string;
  readonly serviceEndpoints?: readonly string[];
  readonly privateEndpointNetworkPolicies?: string;
  readonly defaultOutboundAccessEnabled?: boolean;
}

const TOPIC = 'networks that create subnets with their attachments';

/** Creation of a network's subnets together with their attachments. */
export class SubnetCreation {
  /** Returns the subnet creation of the network with an id; `undefined` where attachments come after creation. */
  public static in(scope: IConstruct, virtualNetworkId: string): SubnetCreation | undefined {
    return registry<SubnetCreation>(scope, TOPIC).get(keyOf(virtualNetworkId));
  }

  /** Lets a network create its subnets so. */
  public static begin(network: IVirtualNetwork, resource: VirtualNetworkResource): void {
    registry<SubnetCreation>(network, TOPIC).set(keyOf(network.virtualNetworkId), new SubnetCreation(resource));
  }

  private readonly blocks = new Map<IConstruct, SubnetBlock>();

  private constructor(
    /** The resource of the network. */
    public readonly network: VirtualNetworkResource,
  ) {}

  /** Reports whether subnets are blocks of the network, since `azurerm_subnet` of azurerm 4 takes no attachments. */
  public get isByBlocks(): boolean {
    return !isForAzurerm5(TerraformStack.of(this.network));
  }

  /** Reports why a subnet cannot be part of the network. */
  public problems(subnet: IConstruct): Problem[] {
    const stacks = [subnet, this.network].map((each) => TerraformStack.of(each));
    if (stacks[0] === stacks[1] || stacks.every(isForAzurerm5)) return [];
    const message = `the network ${this.network.node.path} has its subnets as blocks with azurerm 4, which only its own stack can write; define the subnet in stack ${stacks[1].node.path}, or use azurerm 5 in both stacks`;
    return [{ code: 'network/subnet-of-other-stack', message }];
  }

  /** Writes a subnet as a block of the network. */
  public addBlock(subnet: IConstruct, block: SubnetBlock): void {
    if (this.blocks.size === 0) {
      // By Terraform's names, so that it can be lazy: a subnet may be taken out of the configuration again.
      const written = Lazy.anyValue({ produce: () => this.written() }, { omitEmptyArray: true });
      this.network.addOverride('subnet', written);
    }
    this.blocks.set(subnet, block);
  }

  /** Writes what is attached into the resource of a subnet; azurerm sends it when its version changes. */
  public attach(subnet: SubnetResource, { networkSecurityGroup, routeTable }: Attached): void {
    const group = networkSecurityGroup?.networkSecurityGroupId;
    const table = routeTable?.routeTableId;
    writeForAzurerm5(subnet, [], {
      ...(group && { network_security_group_id_wo: group, network_security_group_id_wo_version: versionOf(group) }),
      ...(table && { route_table_id_wo: table, route_table_id_wo_version: versionOf(table) }),
    });
  }

  /**
   * `subnet` is an attribute that may be written as blocks; JSON has to give every member of such an attribute:
   * https://developer.hashicorp.com/terraform/language/attr-as-blocks
   */
  private written() {
    const present = [...this.blocks].filter(([subnet]) => isInTree(subnet));
    return present.map(([, block]) => ({
      name: block.name,
      address_prefixes: [block.addressPrefix],
      default_outbound_access_enabled: block.defaultOutboundAccessEnabled ?? null,
      delegation: (block.delegation._render(block.delegationName) ?? []).map(({ name, serviceDelegation }) => ({
        name,
        service_delegation: [serviceDelegation],
      })),
      id: null,
      private_endpoint_network_policies: block.privateEndpointNetworkPolicies ?? null,
      private_link_service_network_policies_enabled: null,
      route_table_id: block.routeTable?.routeTableId ?? null,
      security_group: block.networkSecurityGroup?.networkSecurityGroupId ?? null,
      service_endpoint_policy_ids: null,
      service_endpoints: block.serviceEndpoints ?? null,
    }));
  }
}

/**
 * A number of 1 or more that is another one for another id, and as unknown as the id is. Terraform keeps nothing of a
 * write-only attribute, so azurerm compares such a version:
 * https://registry.terraform.io/providers/hashicorp/azurerm/5.2.0/docs/resources/subnet#network_security_group_id_wo_version
 */
function versionOf(id: string): string {
  const digits = Fn.substr(Fn.sha256(Fn.lower(id)), 0, 7);
  return Token.asString(Op.add(1, Fn.parseint(digits, 16)));
}
