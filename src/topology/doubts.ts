import { AZAPI_TYPES } from './azapi-types';
import { ModelResource } from '../model/model-resource';
import { TerraformModel } from '../model/terraform-model';

const ENDPOINTS = ['azurerm_private_endpoint'];
const NAMES = [
  'azurerm_private_dns_resolver',
  'azurerm_private_dns_resolver_inbound_endpoint',
  'azurerm_private_dns_resolver_outbound_endpoint',
  'azurerm_private_dns_resolver_dns_forwarding_ruleset',
  'azurerm_virtual_network',
  'azurerm_virtual_network_dns_servers',
];
const EXITS = ['azurerm_subnet'];
const WAYS = [
  'azurerm_private_endpoint_application_security_group_association',
  'azurerm_virtual_network',
  'azurerm_virtual_network_gateway',
  ...EXITS,
];
/**
 * Types that decide before security groups and routes, in scopes that the tree does not show:
 * https://learn.microsoft.com/azure/virtual-network-manager/concept-security-admins
 */
const MANAGED = ['azurerm_network_manager_admin_rule', 'azurerm_network_manager_routing_rule'];

/**
 * Doubts about networks and names as a whole that a tree leaves open; each is a sentence, or `undefined` for no doubt.
 */
export interface Doubts {
  /** Reason why names may resolve to other addresses. */
  readonly names?: string;
  /** Reason why other private endpoints may exist. */
  readonly endpoints?: string;
  /** Reason why traffic may take another route. */
  readonly ways?: string;
  /** The same for traffic to the internet, which uses no peering. */
  readonly exits?: string;
}

/** Finds what only Terraform will know to be there, and what other providers than azurerm change. */
export function doubtsOf(model: TerraformModel): Doubts {
  const byAzapi = model
    .resources(...AZAPI_TYPES)
    .filter(isOfNetwork)
    .map(({ path }) => `${path} changes networks by azapi`);
  const managed = model
    .resources(...MANAGED)
    .map(({ path }) => `${path} may take precedence over what the configuration says`);
  const [names] = [...repeated(model, NAMES), ...byAzapi];
  const [ways] = [...repeated(model, WAYS), ...byAzapi, ...managed];
  const [exits] = [...repeated(model, EXITS), ...byAzapi, ...managed];
  const [endpoints] = repeated(model, ENDPOINTS);
  return { names, endpoints, ways, exits };
}

function repeated(model: TerraformModel, types: readonly string[]): string[] {
  return model.resources(...types).flatMap((resource) => resource.presence.because ?? []);
}

function isOfNetwork(resource: ModelResource): boolean {
  return /^microsoft\.network\//i.test(resource.at('type').knownText ?? 'microsoft.network/');
}
