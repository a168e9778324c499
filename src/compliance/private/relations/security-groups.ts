import { ModelResource } from '../../../model/model-resource';
import { Target } from '../../../model/target';
import { TerraformModel } from '../../../model/terraform-model';
import { RuleContext } from '../rule-context';
import { Referrers } from './referrers';
import { namedTarget } from './targets';
import { Block } from './values';

const GROUP = 'azurerm_network_security_group';
const EVERYBODY = /^(\*|internet|any|0\.0\.0\.0|[^/]+\/0)$/i;

/** Whether an address of a security rule stands for the whole internet. */
export function isEverybody(address: string): boolean {
  return EVERYBODY.test(address);
}

/** What a rule says of one attribute and its plural; `undefined` where part of it is only known when Terraform runs. */
export function listOf(rule: Block, attribute: string): string[] | undefined {
  const [one, several] = [rule.at(attribute), rule.at(pluralOf(attribute))];
  if (one.isUnknown || several.isUnknown) return undefined;
  return [one.known, ...((several.known as unknown[] | undefined) ?? [])]
    .filter((each) => each !== undefined)
    .map(String);
}

function pluralOf(attribute: string): string {
  return attribute.endsWith('prefix') ? `${attribute}es` : `${attribute}s`;
}

/** Whether a rule has this direction and access; `undefined` where that is only known when Terraform runs. */
export function isRule(rule: Block, direction: string, access?: string): boolean | undefined {
  const given = [rule.at('direction'), rule.at('access')];
  const wanted = [direction, access];
  if (given.some((value, index) => wanted[index] !== undefined && !value.isUnknown && !value.is(wanted[index]))) {
    return false;
  }
  return given.some((value, index) => wanted[index] !== undefined && value.isUnknown) ? undefined : true;
}

/** The rules of a security group, inline ones first; `undefined` where only Terraform will know which there are. */
export function rulesOf(group: ModelResource, context: RuleContext): Block[] | undefined {
  const inline = group.blocks('security_rule');
  const separate = context.derive(separateRules);
  return inline && !separate.hasUnknown ? [...inline, ...separate.of(group)] : undefined;
}

/** A security group, or the one that a rule of its own stands in; `undefined` where the configuration has none. */
export function groupOf(resource: ModelResource, { model }: RuleContext): ModelResource | undefined {
  return resource.type === GROUP ? resource : groupNamedBy(model, resource).resource;
}

/** What gives security groups to network interfaces, which may be in any subnet. */
export function groupsOfInterfaces(model: TerraformModel): Referrers {
  const associations = model.resources('azurerm_network_interface_security_group_association');
  return Referrers.by('network_security_group_id', associations, model, [GROUP]);
}

function separateRules(model: TerraformModel): Referrers {
  return new Referrers(model.resources('azurerm_network_security_rule'), (rule) => groupNamedBy(model, rule));
}

/** Rules of their own name their group, not its id. */
function groupNamedBy(model: TerraformModel, rule: ModelResource): Target {
  return namedTarget(model, rule, 'network_security_group_name', GROUP, 'Microsoft.Network/networkSecurityGroups');
}
