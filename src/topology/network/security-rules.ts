import { holdAllOf } from './internet';
import { asText } from '../../core/internal/as-text';
import { Certainty } from '../../core/internal/certainty';
import { Block } from '../values';

/**
 * Lists the values of one attribute of a rule and of its plural; `undefined` where part of them is only known when
 * Terraform runs.
 */
export function listOf(rule: Block, attribute: string): string[] | undefined {
  const [one, several] = [rule.at(attribute), rule.at(pluralOf(attribute))];
  const others = several.isAbsent ? [] : several.known;
  if (one.isUnknown || !Array.isArray(others)) return undefined;
  return [one.known, ...others].filter((each) => each !== undefined).map(asText);
}

function pluralOf(attribute: string): string {
  return attribute.endsWith('prefix') ? `${attribute}es` : `${attribute}s`;
}

/** Reports whether a rule has this direction and, where one is asked for, this access. */
export function isRule(rule: Block, direction: string, access?: string): Certainty {
  const has = (attribute: string, wanted: string) => {
    const value = rule.at(attribute);
    // azurerm 2 took any letters, and states keep them.
    const isWanted = value.text.toLowerCase() === wanted.toLowerCase();
    return Certainty.of(value.isUnknown ? undefined : isWanted, value.decidedBy);
  };
  return Certainty.all([has('direction', direction), ...(access === undefined ? [] : [has('access', access)])]);
}

/**
 * Reports whether some ranges of ports, as a rule writes them, hold all of another one; a range without a text is all
 * ports.
 */
export function holdPorts(ranges: readonly string[], other: string): boolean {
  const [from, to] = spanOf(other);
  return ranges.map(spanOf).some(([first, last]) => first <= from && to <= last);
}

function spanOf(range: string): [number, number] {
  if (range === '*') return [0, 65535];
  const [from, to = from] = range.split('-').map(Number);
  return [from, to];
}

/**
 * Reports whether an inbound rule denies everything that another rule would allow from the internet. Rules count by
 * priority, the lower number first:
 * https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#security-rules
 */
export function stops(rule: Block, other: Block): Certainty {
  const [own, others] = [rule.at('priority'), other.at('priority')];
  const open = [own, others].find(({ isUnknown }) => isUnknown);
  const isFirst = open ? undefined : Number(own.known) < Number(others.known);
  return Certainty.all([
    isRule(rule, 'Inbound', 'Deny'),
    Certainty.of(isFirst, open?.decidedBy),
    holdsProtocol(rule, other),
    holdsEach(rule, other, 'source_port_range', holdPorts),
    holdsEach(rule, other, 'destination_port_range', holdPorts),
    holdsEach(rule, other, 'source_address_prefix', holdAllOf),
    // All that comes in to a subnet is for its network.
    holdsEach(
      rule,
      other,
      'destination_address_prefix',
      (texts, each) => texts.some((text) => /^(\*|any|virtualnetwork)$/i.test(text)) || holdAllOf(texts, each),
    ),
  ]);
}

function holdsProtocol(rule: Block, other: Block): Certainty {
  const [own, others] = [rule.at('protocol'), other.at('protocol')];
  if (own.is('*')) return Certainty.YES;
  const open = [own, others].find(({ isUnknown }) => isUnknown);
  return Certainty.of(open ? undefined : own.text.toLowerCase() === others.text.toLowerCase(), open?.decidedBy);
}

function holdsEach(
  rule: Block,
  other: Block,
  attribute: string,
  holds: (texts: readonly string[], other: string) => boolean,
): Certainty {
  const own = listOf(rule, attribute);
  // What names nothing is for application security groups, which are a part of the network.
  if (own?.some((text) => text === '*')) return Certainty.YES;
  const others = listOf(other, attribute);
  if (own && others) {
    return Certainty.of(own.length > 0 && (others.length > 0 ? others : ['*']).every((each) => holds(own, each)));
  }
  const values = [rule, other].flatMap((each) => [each.at(attribute), each.at(pluralOf(attribute))]);
  return Certainty.maybe(values.find(({ isUnknown }) => isUnknown)?.decidedBy);
}
