import { Subnets } from './subnets';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';
import { Block, Value } from '../values';

/** A resource in a subnet, from which it takes addresses. */
export interface Joiner {
  readonly resource: ModelResource;
  readonly kind: JoinerKind;
  readonly subnet: Target;
  /** Number of addresses that the resource certainly uses there. */
  readonly addresses: number;
  /** The addresses that it is given there. */
  readonly given: readonly Value[];
}

/** A kind of resource that is in a subnet. */
export interface JoinerKind {
  readonly type: string;
  /** Noun for the resource in a sentence. */
  readonly title: string;
  /**
   * Name of the blocks that name the subnet, each for an address; the resource itself names it where that is missing.
   */
  readonly block?: string;
  /** Attribute that names the subnet. */
  readonly subnetId?: string;
  /** Blocks of fixed addresses, where the subnet is named elsewhere. */
  readonly addressBlock?: string;
  /** Set for a proxy, which calls its targets from the subnet on behalf of its callers. */
  readonly isProxy?: true;
}

const KINDS: readonly JoinerKind[] = [
  { type: 'azurerm_private_endpoint', title: 'private endpoint', addressBlock: 'ip_configuration' },
  { type: 'azurerm_network_interface', title: 'network interface', block: 'ip_configuration' },
  {
    type: 'azurerm_private_dns_resolver_inbound_endpoint',
    title: 'inbound endpoint of a resolver',
    block: 'ip_configurations',
  },
  { type: 'azurerm_private_dns_resolver_outbound_endpoint', title: 'outbound endpoint of a resolver' },
  {
    type: 'azurerm_application_gateway',
    title: 'application gateway',
    block: 'gateway_ip_configuration',
    isProxy: true,
  },
  { type: 'azurerm_bastion_host', title: 'bastion host', block: 'ip_configuration' },
  { type: 'azurerm_firewall', title: 'firewall', block: 'ip_configuration' },
  { type: 'azurerm_virtual_network_gateway', title: 'gateway of a network', block: 'ip_configuration' },
  {
    type: 'azurerm_api_management',
    title: 'API Management service',
    block: 'virtual_network_configuration',
    isProxy: true,
  },
  { type: 'azurerm_redis_cache', title: 'Redis cache' },
  {
    type: 'azurerm_container_app_environment',
    title: 'Container Apps environment',
    subnetId: 'infrastructure_subnet_id',
  },
];

/** Lists the resources in the subnets of a configuration, each once. */
export function joinersIn(model: TerraformModel, subnets: Subnets): Joiner[] {
  return KINDS.flatMap((kind) =>
    model
      .resources(kind.type)
      .filter(({ presence }) => presence.isYes)
      .flatMap((resource) => joinersOf(kind, resource, subnets)),
  );
}

function joinersOf(kind: JoinerKind, resource: ModelResource, subnets: Subnets): Joiner[] {
  const naming: Block[] = kind.block === undefined ? [resource] : (resource.blocks(kind.block) ?? []);
  const found = new Map<string, Joiner>();
  for (const block of naming) {
    const id = block.at(kind.subnetId ?? 'subnet_id');
    const subnet = id.isAbsent ? undefined : subnets.target(id);
    if (subnet?.key === undefined) continue;
    const given = kind.addressBlock === undefined ? [block] : (resource.blocks(kind.addressBlock) ?? []);
    const before = found.get(subnet.key);
    found.set(subnet.key, {
      resource,
      kind,
      subnet,
      addresses: kind.addressBlock === undefined ? (before?.addresses ?? 0) + 1 : Math.max(1, given.length),
      given: [...(before?.given ?? []), ...addressesOf(given)],
    });
  }
  return [...found.values()];
}

function addressesOf(blocks: readonly Block[]): Value[] {
  return blocks.map((block) => block.at('private_ip_address')).filter(({ isAbsent }) => !isAbsent);
}
