import { ModelResource } from '../../../model/model-resource';
import { TerraformModel } from '../../../model/terraform-model';
import { RuleContext } from '../rule-context';
import { Referrers } from './referrers';
import { targetOf } from './targets';

export const SUBNET = ['azurerm_subnet'];

/** Subnets whose rules are Azure's own business; Azure fixes their names. */
const RESERVED = new Set([
  'gatewaysubnet',
  'azurefirewallsubnet',
  'azurefirewallmanagementsubnet',
  'routeserversubnet',
  'azurebastionsubnet',
]);

/** Whether Azure alone rules a subnet. */
export function isReserved(subnet: ModelResource): boolean {
  return subnet.name !== undefined && isReservedName(subnet.name);
}

/** Whether Azure alone rules subnets of this name. */
export function isReservedName(name: string): boolean {
  return RESERVED.has(name.toLowerCase());
}

/** The associations of security groups with subnets. */
export function securityGroupsOfSubnets(model: TerraformModel): Referrers {
  const associations = model.resources('azurerm_subnet_network_security_group_association');
  return Referrers.by('subnet_id', associations, model, SUBNET);
}

/** The associations of route tables with subnets. */
export function routeTablesOfSubnets(model: TerraformModel): Referrers {
  const associations = model.resources('azurerm_subnet_route_table_association');
  return Referrers.by('subnet_id', associations, model, SUBNET);
}

/** The private endpoints in subnets. */
export function endpointsOfSubnets(model: TerraformModel): Referrers {
  return Referrers.by('subnet_id', model.resources('azurerm_private_endpoint'), model, SUBNET);
}

/** The names of what a subnet is delegated to; `undefined` where one is only known when Terraform runs. */
export function delegationsOf(subnet: ModelResource): string[] | undefined {
  const names = subnet.blocks('delegation')?.map((block) => block.at('service_delegation.name').knownText);
  return names?.every((name) => name !== undefined) ? (names as string[]) : undefined;
}

/** The subnets that a security group rules, and whether there may be more. */
export function subnetsOf(group: ModelResource, context: RuleContext): { subnets: ModelResource[]; more: boolean } {
  const associations = context.derive(associationsOfGroups);
  const inline = context.derive(subnetsWithOwnGroup);
  const targets = associations
    .of(group)
    .map((association) => targetOf(context.model, association.at('subnet_id'), SUBNET));
  const subnets = [...targets.flatMap(({ resource }) => resource ?? []), ...inline.of(group)];
  return { subnets, more: associations.hasUnknown || inline.hasUnknown || targets.some(({ isUnknown }) => isUnknown) };
}

const GROUP = ['azurerm_network_security_group'];

function associationsOfGroups(model: TerraformModel): Referrers {
  const associations = model.resources('azurerm_subnet_network_security_group_association');
  return Referrers.by('network_security_group_id', associations, model, GROUP);
}

/** From azurerm 5 on a subnet can name its group itself. */
function subnetsWithOwnGroup(model: TerraformModel): Referrers {
  return Referrers.by('network_security_group_id_wo', model.resources(...SUBNET), model, GROUP);
}
