import { Candidate, firstMatch } from './first-match';
import { holds, Party } from './party';
import { allowed, denied, Step, unknown } from './step';
import { Flow } from './traffic';
import { asText } from '../../../core/internal/as-text';
import { Certainty } from '../../../core/internal/certainty';
import { ModelBlock } from '../../../model/model-block';
import { ModelResource } from '../../../model/model-resource';
import { ModelValue } from '../../../model/model-value';
import { Target } from '../../../model/target';
import { Member } from '../../../topology/network/attachments';
import { Direction, rulesInOrder } from '../../../topology/network/effective-rules';
import { blockLabel } from '../../../topology/network/label';
import { Lookup } from '../../../topology/network/lookup';

/**
 * Decision of the rules of a security group: the first that applies by priority, and then those that Azure adds to each
 * group: https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#default-security-rules
 */
export function decideByRules(
  rules: readonly Member[],
  direction: Direction,
  flow: Flow,
  groups: Lookup,
  groupLabel: string,
): Step {
  const ordered = rulesInOrder(rules, direction);
  const defaults = defaultRules(direction, flow, groupLabel);
  return firstMatch(
    inTurn(ordered, (rule) => candidateOf(rule, direction, flow, groups), defaults.rules),
    defaults.last,
  );
}

/** Candidates that are made when it is their turn, since one of the first mostly decides, and then others. */
function* inTurn(
  rules: readonly Member[],
  candidate: (rule: Member) => Candidate,
  others: readonly Candidate[],
): Iterable<Candidate> {
  for (const rule of rules) yield candidate(rule);
  yield* others;
}

function candidateOf({ body, path, isPlaced }: Member, direction: Direction, flow: Flow, groups: Lookup): Candidate {
  const applies = Certainty.all([
    isPlaced ? Certainty.YES : Certainty.maybe(`where ${path} belongs`),
    isKnown(body.at('priority')),
    isOneOf(body.at('direction'), direction),
    isOneOf(body.at('protocol'), flow.traffic.protocol, '*'),
    appliesToSourcePort(body),
    appliesToPort(body, flow.traffic.port),
    appliesToParty(body, 'source', flow.from, groups),
    appliesToParty(body, 'destination', flow.to, groups),
  ]);
  const step = stepOf(body.at('access'), blockLabel('security rule', body, path), flow);
  return { applies, step: { ...step, rule: body.at('name').knownText } };
}

function stepOf(access: ModelValue<ModelResource>, label: string, flow: Flow): Step {
  if (access.knownText?.toLowerCase() === 'allow') return lets(label, flow);
  if (access.knownText?.toLowerCase() === 'deny') return stops(label, flow);
  return unknown(`${label} may allow or deny ${trafficOf(flow)}: ${access.decidedBy || 'its access'} decides`);
}

function lets(label: string, flow: Flow): Step {
  return allowed(`${label} allows ${trafficOf(flow)}`);
}

function stops(label: string, flow: Flow): Step {
  return denied('network/denied', `${label} denies ${trafficOf(flow)}`);
}

function trafficOf({ traffic, from, to }: Flow): string {
  return `${traffic.label} from ${from.label} to ${to.label}`;
}

function isKnown(value: ModelValue<ModelResource>): Certainty {
  return value.isUnknown ? Certainty.maybe(value.decidedBy || undefined) : Certainty.YES;
}

function isOneOf(value: ModelValue<ModelResource>, ...expected: string[]): Certainty {
  const { knownText } = value;
  if (knownText === undefined) return Certainty.maybe(value.decidedBy || undefined);
  return Certainty.of(expected.some((text) => text.toLowerCase() === knownText.toLowerCase()));
}

/** Clients choose any free port, so only a rule for all of them surely applies. */
function appliesToSourcePort(body: ModelBlock<ModelResource>): Certainty {
  const { texts, unread } = given(body, 'source_port_range', 'source_port_ranges');
  const isAny = texts.every((port) => ['*', '0-65535'].includes(port));
  return isAny && unread.isNo ? Certainty.YES : Certainty.maybe(unread.because ?? 'the port of the sender');
}

function appliesToPort(body: ModelBlock<ModelResource>, port: number): Certainty {
  const { texts, unread } = given(body, 'destination_port_range', 'destination_port_ranges');
  return Certainty.any([...texts.map((range) => Certainty.of(holdsPort(range, port))), unread]);
}

function holdsPort(range: string, port: number): boolean {
  if (range === '*') return true;
  const [first, last = first] = range.split('-').map(Number);
  return first <= port && port <= last;
}

function appliesToParty(
  body: ModelBlock<ModelResource>,
  end: 'source' | 'destination',
  party: Party,
  groups: Lookup,
): Certainty {
  const { texts, unread } = given(body, `${end}_address_prefix`, `${end}_address_prefixes`);
  const ids = body.at(`${end}_application_security_group_ids`).elements;
  const members = ids?.map((id) => groups.target(id)) ?? [Target.unknown()];
  return Certainty.any([holds(texts, party), ...members.map((group) => party.isMember(group)), unread]);
}

/** Values of one of two attributes, one for a single text and one for a list; and whether there is more to read. */
function given(body: ModelBlock<ModelResource>, single: string, list: string): { texts: string[]; unread: Certainty } {
  const one = body.at(single);
  const several = body.at(list).elements ?? [body.at(list)];
  const values = one.isAbsent ? several : [one, ...several];
  return {
    texts: values.flatMap(({ known }) => (known === undefined ? [] : asText(known))),
    unread: Certainty.any(values.map((value) => isKnown(value).not)),
  };
}

function defaultRules(direction: Direction, flow: Flow, groupLabel: string): { rules: Candidate[]; last: Step } {
  const label = (name: string) => `rule "${name}", which Azure adds to ${groupLabel},`;
  const { from, to } = flow;
  const network = Certainty.all([holds(['VirtualNetwork'], from), holds(['VirtualNetwork'], to)]);
  if (direction === 'Inbound') {
    return {
      rules: [{ applies: network, step: lets(label('AllowVnetInBound'), flow) }],
      last: { ...stops(label('DenyAllInBound'), flow), rule: 'DenyAllInBound' },
    };
  }
  return {
    rules: [
      { applies: network, step: lets(label('AllowVnetOutBound'), flow) },
      { applies: holds(['Internet'], to), step: lets(label('AllowInternetOutBound'), flow) },
    ],
    last: { ...stops(label('DenyAllOutBound'), flow), rule: 'DenyAllOutBound' },
  };
}
