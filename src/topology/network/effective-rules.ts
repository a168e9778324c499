import { Attached, Attachments, Member } from './attachments';
import { nameOf } from './label';
import { Subnets } from './subnets';
import { asText } from '../../core/internal/as-text';
import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { Block, plain, Value } from '../values';

/** Direction in which a security group filters traffic. */
export type Direction = 'Inbound' | 'Outbound';

/** A rule as Azure evaluates it. What is only known when Terraform runs is missing, and named in `unknown`. */
export interface EffectiveRule {
  readonly priority?: number;
  readonly name?: string;
  readonly access?: string;
  readonly protocol?: string;
  /** Address prefixes, service tags, and application security groups. */
  readonly sources: readonly string[];
  readonly sourcePorts: readonly string[];
  readonly destinations: readonly string[];
  readonly destinationPorts: readonly string[];
  /** Path of the resource that it stands in; missing for those that Azure adds to each group. */
  readonly path?: string;
  /** Values that decide, such as `priority: var.priority`. */
  readonly unknown: readonly string[];
}

/** The rules that govern what enters and leaves a subnet. */
export interface SubnetRules {
  readonly key: string;
  readonly name: string;
  /** Key of its network; missing where it is not known. */
  readonly network?: string;
  readonly addressPrefixes: readonly string[];
  /** States whether a security group filters the traffic; where that is not known, why. */
  readonly isFiltered: Certainty;
  /** Its security group, where the configuration defines it with all of its rules. */
  readonly group?: ModelResource;
  /** States whether the security group also governs what arrives at private endpoints. */
  readonly governsEndpoints: Certainty;
  /** The rules in the order in which Azure asks them; none where no group filters, or where they are not known. */
  readonly rules: Readonly<Record<Direction, readonly EffectiveRule[]>>;
}

/** Sources of the rules of subnets. */
export interface RuleFacts {
  readonly subnets: Subnets;
  readonly securityGroups: Attachments;
}

const ALL = '*';

/**
 * The rules that Azure adds to each security group.
 *
 * @see https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#default-security-rules
 */
const DEFAULTS: Readonly<Record<Direction, readonly EffectiveRule[]>> = {
  Inbound: [
    byDefault(65000, 'AllowVnetInBound', 'Allow', 'VirtualNetwork', 'VirtualNetwork'),
    byDefault(65001, 'AllowAzureLoadBalancerInBound', 'Allow', 'AzureLoadBalancer', ALL),
    byDefault(65500, 'DenyAllInBound', 'Deny', ALL, ALL),
  ],
  Outbound: [
    byDefault(65000, 'AllowVnetOutBound', 'Allow', 'VirtualNetwork', 'VirtualNetwork'),
    byDefault(65001, 'AllowInternetOutBound', 'Allow', ALL, 'Internet'),
    byDefault(65500, 'DenyAllOutBound', 'Deny', ALL, ALL),
  ],
};

/** Every subnet that a configuration defines or looks up. */
export function subnetsOf({ subnets }: Pick<RuleFacts, 'subnets'>): Target[] {
  return [...subnets.all.map((subnet) => Target.resource(subnet)), ...subnets.inline.all.map(({ target }) => target)];
}

/** The rules of a subnet of which the key is known. */
export function rulesOfSubnet({ subnets, securityGroups }: RuleFacts, subnet: Target): SubnetRules {
  const body = subnets.bodyOf(subnet);
  const attached = securityGroups.of(subnet);
  const group = attached?.owner;
  const members = attached?.members ?? [];
  const rules = (direction: Direction) =>
    group ? [...rulesInOrder(members, direction).map(ruleOf), ...DEFAULTS[direction]] : [];
  return {
    key: subnet.key!,
    name: subnetName(subnet, body),
    network: subnets.networkOf(subnet),
    addressPrefixes: body ? textsOf(body.at('address_prefixes')).known : [],
    isFiltered: isFiltered(attached, securityGroups.isAttached(subnet), subnet.key!),
    group,
    governsEndpoints: subnets.hasPolicy(subnet, 'NetworkSecurityGroupEnabled'),
    rules: { Inbound: rules('Inbound'), Outbound: rules('Outbound') },
  };
}

/**
 * The rules of a direction, in the order in which Azure asks them: by priority, the lower number first. A rule of which only
 * Terraform knows the priority may stand before all others, and one of which it alone knows the direction may be asked.
 */
export function rulesInOrder(members: readonly Member[], direction: Direction): Member[] {
  return members.filter(({ body }) => mayBe(body.at('direction'), direction)).sort(byPriority);
}

function byPriority(one: Member, other: Member): number {
  return priorityOf(one) - priorityOf(other);
}

function priorityOf({ body }: Member): number {
  return Number(body.at('priority').known) || 0;
}

function mayBe({ knownText }: Value, expected: string): boolean {
  // azurerm 2 took any letters, and states keep them.
  return knownText === undefined || knownText.toLowerCase() === expected.toLowerCase();
}

/** States whether a group filters what enters and leaves a subnet, of which the configuration may not say all. */
function isFiltered(attached: Attached | undefined, isAttached: Certainty, key: string): Certainty {
  if (attached) return Certainty.of(attached.owner !== undefined);
  if (isAttached.isMaybe) return isAttached;
  return Certainty.maybe(
    `the configuration does not say which security group ${key} has, or not with all of its rules`,
  );
}

function ruleOf({ body, path, isPlaced }: Member): EffectiveRule {
  const unknown: string[] = isPlaced ? [] : [`security group: where ${path} belongs`];
  const one = (attribute: string) => {
    const value = body.at(attribute);
    if (value.isUnknown) unknown.push(`${attribute}: ${value.decidedBy}`);
    return value.known === undefined ? undefined : asText(value.known);
  };
  const several = (...attributes: string[]) =>
    attributes.flatMap((attribute) => {
      const { known, open } = textsOf(body.at(attribute));
      unknown.push(...open.map((because) => `${attribute}: ${because}`));
      return known;
    });
  const party = (end: string) =>
    several(`${end}_address_prefix`, `${end}_address_prefixes`, `${end}_application_security_group_ids`);
  const direction = body.at('direction');
  if (direction.isUnknown) unknown.push(`direction: ${direction.decidedBy}`);
  const priority = one('priority');
  return {
    priority: priority === undefined ? undefined : Number(priority),
    name: one('name'),
    access: one('access'),
    protocol: one('protocol'),
    sources: party('source'),
    sourcePorts: several('source_port_range', 'source_port_ranges'),
    destinations: party('destination'),
    destinationPorts: several('destination_port_range', 'destination_port_ranges'),
    path,
    unknown,
  };
}

/** The texts in a list, or the one that is given; a reference to a resource is known by the path of the resource. */
function textsOf(value: Value): { known: string[]; open: string[] } {
  const { elements = [value] } = value;
  const values = value.isAbsent ? [] : Array.isArray(value.json) || value.known === undefined ? elements : [value];
  const known = values.flatMap((each) => {
    if (each.known === undefined) return each.identified?.path ?? [];
    return [each.known].flat().map(asText);
  });
  const open = values.filter((each) => each.isUnknown && !each.identified).map(({ decidedBy }) => decidedBy);
  return { known, open: open.map(plain) };
}

function subnetName({ key, resource }: Target, body: Block | undefined): string {
  if (resource) return nameOf(resource);
  return body?.at('name').knownText ?? key!.slice(key!.lastIndexOf('/') + 1);
}

function byDefault(priority: number, name: string, access: string, source: string, destination: string): EffectiveRule {
  return {
    priority,
    name,
    access,
    protocol: ALL,
    sources: [source],
    sourcePorts: [ALL],
    destinations: [destination],
    destinationPorts: [ALL],
    unknown: [],
  };
}
