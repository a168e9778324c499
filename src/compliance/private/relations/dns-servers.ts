import { ModelResource } from '../../../core/private/model/model-resource';
import { TerraformModel } from '../../../core/private/model/terraform-model';
import { RuleContext } from '../rule-context';
import { SUBNET } from './subnets';
import { TargetIndex, targetOf } from './target-index';
import { Value } from './values';

const NETWORK = ['azurerm_virtual_network'];

/** The DNS servers of the network that a subnet is in, none for those of Azure; `undefined` where they are not known. */
export function dnsServersOf(subnetId: Value, context: RuleContext): string[] | undefined {
  const subnet = targetOf(context.model, subnetId, SUBNET).resource;
  const network = subnet && networkOf(subnet, context);
  if (!network?.isManaged) return undefined;
  const separate = context.derive(separateServers);
  if (separate.hasUnknown) return undefined;
  const lists = [network, ...separate.of(network)].map((resource) => resource.at('dns_servers'));
  if (lists.some(({ isUnknown }) => isUnknown)) return undefined;
  return lists.flatMap(({ known }) => (known as string[] | undefined) ?? []);
}

function networkOf(subnet: ModelResource, context: RuleContext): ModelResource | undefined {
  const name = subnet.at('virtual_network_name');
  return name.resource ?? context.derive(networksByName).get(`${subnet.group}/${name.knownText}`);
}

function networksByName(model: TerraformModel): ReadonlyMap<string, ModelResource> {
  return new Map(model.resources(...NETWORK).map((network) => [`${network.group}/${network.name}`, network]));
}

function separateServers(model: TerraformModel): TargetIndex {
  const resources = model.resources('azurerm_virtual_network_dns_servers');
  return new TargetIndex(model, NETWORK).addAll(resources, 'virtual_network_id');
}
