import { Candidate, firstMatch } from './first-match';
import { holds, Party } from './party';
import { allowed, denied, Step, unknown } from './step';
import { Certainty } from '../../../core/internal/certainty';
import { ModelBlock } from '../../../model/model-block';
import { ModelResource } from '../../../model/model-resource';
import { ModelValue } from '../../../model/model-value';
import { Target } from '../../../model/target';
import { Member } from '../../../topology/network/attachments';
import { blockLabel } from '../../../topology/network/label';
import { Lookup } from '../../../topology/network/lookup';

/** Which way a security group looks at traffic. */
export type Direction = 'Inbound' | 'Outbound';

/** HTTPS from one party to another. */
export interface Flow {
  readonly from: Party;
  readonly to: Party;
}

const HTTPS_PORT = 443;

/**
 * What the rules of a security group decide: the first that applies by priority, and then those that Azure adds to each
 * group: https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#default-security-rules
 */
export function decideByRules(
  rules: readonly Member[],
  direction: Direction,
  flow: Flow,
  groups: Lookup,
  groupLabel: string,
): Step {
  const ordered = rules
    .filter(({ body }) => !isOneOf(body.at('direction'), direction).isNo)
    .sort((a, b) => priorityOf(a) - priorityOf(b));
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

/** A rule whose priority is not known may stand before all others. */
function priorityOf({ body }: Member): number {
  const { known } = body.at('priority');
  return typeof known === 'number' ? known : 0;
}

function candidateOf({ body, path, isPlaced }: Member, direction: Direction, flow: Flow, groups: Lookup): Candidate {
  const applies = Certainty.all([
    isPlaced && !body.at('priority').isUnknown ? Certainty.YES : Certainty.MAYBE,
    isOneOf(body.at('direction'), direction),
    isOneOf(body.at('protocol'), 'tcp', '*'),
    appliesToSourcePort(body),
    appliesToPort(body),
    appliesToParty(body, 'source', flow.from, groups),
    appliesToParty(body, 'destination', flow.to, groups),
  ]);
  return { applies, step: stepOf(body.at('access').knownText, blockLabel('security rule', body, path), flow) };
}

function stepOf(access: string | undefined, label: string, { from, to }: Flow): Step {
  const traffic = `HTTPS from ${from.label} to ${to.label}`;
  if (access?.toLowerCase() === 'allow') return allowed(`${label} allows ${traffic}`);
  if (access?.toLowerCase() === 'deny') return denied('network/denied', `${label} denies ${traffic}`);
  return unknown(`${label} may allow or deny ${traffic}`);
}

function isOneOf(value: ModelValue<ModelResource>, ...expected: string[]): Certainty {
  const { knownText } = value;
  if (knownText === undefined) return Certainty.MAYBE;
  return Certainty.of(expected.some((text) => text.toLowerCase() === knownText.toLowerCase()));
}

/** Clients choose any free port, so only a rule for all of them surely applies. */
function appliesToSourcePort(body: ModelBlock<ModelResource>): Certainty {
  const ports = given(body, 'source_port_range', 'source_port_ranges');
  const isAny = ports.every((port) => port !== undefined && ['*', '0-65535'].includes(port));
  return isAny ? Certainty.YES : Certainty.MAYBE;
}

function appliesToPort(body: ModelBlock<ModelResource>): Certainty {
  const ports = given(body, 'destination_port_range', 'destination_port_ranges');
  return Certainty.any(ports.map((port) => (port === undefined ? Certainty.MAYBE : Certainty.of(holdsHttps(port)))));
}

function holdsHttps(port: string): boolean {
  if (port === '*') return true;
  const [first, last = first] = port.split('-').map(Number);
  return first <= HTTPS_PORT && HTTPS_PORT <= last;
}

function appliesToParty(
  body: ModelBlock<ModelResource>,
  end: 'source' | 'destination',
  party: Party,
  groups: Lookup,
): Certainty {
  const prefixes = given(body, `${end}_address_prefix`, `${end}_address_prefixes`);
  const ids = body.at(`${end}_application_security_group_ids`).elements;
  const members = ids?.map((id) => groups.target(id)) ?? [Target.unknown()];
  return Certainty.any([holds(prefixes, party), ...members.map((group) => party.isMember(group))]);
}

/** What is given for one of two attributes, one for a single text and one for a list; `undefined` for each unknown. */
function given(body: ModelBlock<ModelResource>, single: string, list: string): (string | undefined)[] {
  const one = body.at(single);
  const several = body.at(list).elements?.map((element) => textOf(element)) ?? [undefined];
  return one.isAbsent ? several : [textOf(one), ...several];
}

function textOf(value: ModelValue<ModelResource>): string | undefined {
  const { known } = value;
  return known === undefined ? undefined : String(known);
}

function defaultRules(direction: Direction, flow: Flow, groupLabel: string): { rules: Candidate[]; last: Step } {
  const rule = (name: string, access: string) =>
    stepOf(access, `rule "${name}", which Azure adds to ${groupLabel},`, flow);
  const { from, to } = flow;
  const network = Certainty.all([holds(['VirtualNetwork'], from), holds(['VirtualNetwork'], to)]);
  if (direction === 'Inbound') {
    return {
      rules: [{ applies: network, step: rule('AllowVnetInBound', 'allow') }],
      last: rule('DenyAllInBound', 'deny'),
    };
  }
  return {
    rules: [
      { applies: network, step: rule('AllowVnetOutBound', 'allow') },
      { applies: holds(['Internet'], to), step: rule('AllowInternetOutBound', 'allow') },
    ],
    last: rule('DenyAllOutBound', 'deny'),
  };
}
