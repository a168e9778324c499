import { ModelResource } from '../../model/model-resource';
import { ElementKind } from '../../model/model-source';
import { Subscription } from '../../model/subscription';
import { TerraformModel } from '../../model/terraform-model';
import { Attachments } from '../../topology/network/attachments';
import { Topology } from '../../topology/topology';
import { Finding, findingOf } from '../finding';

/** Attributes that azurerm looks up by name, in the subscription of the provider. */
const NAMES = [
  'resource_group_name',
  'virtual_network_name',
  'network_security_group_name',
  'route_table_name',
  'private_dns_zone_name',
  'zone_name',
];

/** Ids that azurerm rebuilds in the subscription of the provider, though it is given a whole id. */
const OWN_IDS: readonly (readonly [type: string, attribute: string])[] = [
  // internal/services/signalr/signalr_shared_private_link_resource_resource.go, create.
  ['azurerm_signalr_shared_private_link_resource', 'signalr_service_id'],
  ['azurerm_web_pubsub_shared_private_link_resource', 'web_pubsub_id'],
];

const IN_ID = /^\/subscriptions\/([^/]+)\//i;

/** Reports resources of two subscriptions that must be in one; unknown subscriptions are not reported. */
export function subscriptionFindings(topology: Topology): Finding[] {
  const { model } = topology;
  return [...(areSeveral(model) ? namedFindings(model) : []), ...ownIdFindings(model), ...joinedFindings(topology)];
}

/** To read every resource costs more than all else, and of one subscription there is nothing to find. */
function areSeveral(model: TerraformModel): boolean {
  const blocks = model.select(
    ({ place }) => place.kind === ElementKind.PROVIDER && /^azurerm(\.|$)/.test(place.address),
  );
  return new Set(blocks.map((block) => block.at('subscription_id').text)).size > 1;
}

function namedFindings(model: TerraformModel): Finding[] {
  const resources = model.select(({ place }) => place.type.startsWith('azurerm_'));
  return resources.flatMap((resource) =>
    NAMES.flatMap((attribute) => {
      const found = resource.at(attribute).resource;
      if (!found) return [];
      const [own, other] = [resource, found].map((each) => model.subscriptionOf(each));
      if (!own.isSame(other).isNo) return [];
      const message = `${resource.path} is deployed to subscription ${own.key}, where azurerm looks up the ${attribute} of ${found.path}, which is in ${other.key}; give both the same provider`;
      return [findingOf('core/subscription', message, resource)];
    }),
  );
}

function ownIdFindings(model: TerraformModel): Finding[] {
  return OWN_IDS.flatMap(([type, attribute]) =>
    model.resources(type).flatMap((resource) => {
      const id = resource.at(attribute);
      const [, given] = IN_ID.exec(id.knownText ?? '') ?? [];
      const known = given === undefined ? undefined : Subscription.ofId(given);
      const other = id.resource ? model.subscriptionOf(id.resource) : known;
      const own = model.subscriptionOf(resource);
      if (!other || !own.isSame(other).isNo) return [];
      const message = `${resource.path} is deployed to subscription ${own.key}, and azurerm looks for its service there, but ${attribute} is in ${other.key}; give the link the provider of ${other.key}, for an existing service as provider in its attributes`;
      return [findingOf('sharedlink/subscription', message, resource)];
    }),
  );
}

/**
 * Private endpoints, network interfaces and what is attached to subnets.
 *
 * @see https://learn.microsoft.com/azure/private-link/private-endpoint-overview#private-endpoint-properties
 * @see https://learn.microsoft.com/azure/virtual-network/manage-network-security-group#associate-or-dissociate-a-network-security-group-to-or-from-a-subnet-or-network-interface
 */
function joinedFindings(topology: Topology): Finding[] {
  const { model, joiners, subnets } = topology;
  const attached: [string, Attachments][] = [
    ['azurerm_network_security_group', topology.securityGroups],
    ['azurerm_route_table', topology.routeTables],
    ['azurerm_nat_gateway', topology.natGateways],
  ];
  const owners = attached.flatMap(([type, attachments]) =>
    model
      .resources(type)
      .flatMap((resource) => attachments.subnetsOf(resource).subnets.map((subnet) => ({ resource, subnet }))),
  );
  const standing = joiners.filter(({ kind }) => /_(private_endpoint|network_interface)$/.test(kind.type));
  return [...owners, ...standing].flatMap(({ resource, subnet }) =>
    judge(topology, resource, subnets.networkOf(subnet)),
  );
}

function judge({ model, networks }: Topology, resource: ModelResource, network: string | undefined): Finding[] {
  const other = network === undefined ? undefined : networks.subscriptionOf(network);
  const own = model.subscriptionOf(resource);
  if (!other || !own.isSame(other).isNo) return [];
  const message = `${resource.path} is deployed to subscription ${own.key}, but the network of its subnet, ${networks.label(network!)}, is in ${other.key}; use the provider of the network`;
  return [findingOf('network/subscription', message, resource)];
}
