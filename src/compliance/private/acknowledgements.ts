import { IConstruct } from 'constructs';
import { addTo } from '../../core/internal/add-to';
import { registry } from '../../core/internal/registry';
import { Problem, Violations } from '../../core/internal/violations';
import { Acknowledgement } from '../acknowledgement';
import { AcknowledgementState, AcknowledgementStatus } from '../acknowledgement-status';
import { isDay } from './dates';
import { upward, within } from './paths';
import { Rule } from './rule';

const MIN_REASON = 10;

/** An acknowledgement and the construct that it covers, with all below it. */
interface Entry {
  readonly scope: IConstruct;
  readonly acknowledgement: Acknowledgement;
}

/** The id of one finding, as messages and acknowledgements name it. */
export function findingKey(rule: string, id?: string): string {
  return id === undefined ? rule : `${rule}[${id}]`;
}

/** Accepts what rules find at a construct and below it. */
export function acknowledge(scope: IConstruct, acknowledgement: Acknowledgement, rules: readonly Rule[]): void {
  const violations = new Violations(scope);
  violations.include(problemsOf(acknowledgement, rules));
  violations.throwIfAny();
  const entries = entriesOf(scope);
  const { path } = scope.node;
  addTo(entries, path, { scope, acknowledgement });
}

/** Whether anything in a tree is acknowledged. */
export function hasAcknowledgements(scope: IConstruct): boolean {
  return entriesOf(scope).size > 0;
}

/** The acknowledgements of a tree; counts what they accept during one evaluation. */
export class AcknowledgementBook {
  private readonly entries: ReadonlyMap<string, readonly Entry[]>;
  private readonly accepted = new Map<Entry, number>();
  private readonly expired = new Map<Entry, number>();

  public constructor(scope: IConstruct) {
    this.entries = entriesOf(scope);
  }

  /** What accepts a finding on a day, and what did until an earlier day; of several the nearest. */
  public find(path: string, rule: string, id: string | undefined, today: string) {
    if (this.entries.size === 0) return {};
    const matching = upward(path)
      .flatMap((scope) => this.entries.get(scope) ?? [])
      .filter(({ acknowledgement }) => [rule, findingKey(rule, id)].includes(acknowledgement.rule));
    const expired = matching.filter(({ acknowledgement: { expires } }) => expires !== undefined && expires < today);
    const accepted = matching.filter((entry) => !expired.includes(entry));
    accepted.forEach((entry) => increment(this.accepted, entry));
    expired.forEach((entry) => increment(this.expired, entry));
    return { accepted: accepted[0]?.acknowledgement, expired: expired[0] };
  }

  /** The acknowledgements at and below a construct, and those above that something was found for. */
  public statuses(scope: IConstruct): { readonly scope: IConstruct; readonly status: AcknowledgementStatus }[] {
    const isWithin = within(scope);
    return [...this.entries.values()]
      .flat()
      .map((entry) => ({ scope: entry.scope, status: this.statusOf(entry) }))
      .filter(({ status }) => status.state !== AcknowledgementState.UNUSED || isWithin(status.path))
      .sort((a, b) => (a.status.path < b.status.path ? -1 : Number(a.status.path > b.status.path)));
  }

  private statusOf(entry: Entry): AcknowledgementStatus {
    const accepted = this.accepted.get(entry) ?? 0;
    const expired = this.expired.get(entry) ?? 0;
    const { rule, reason, expires, ticket } = entry.acknowledgement;
    return {
      path: entry.scope.node.path,
      rule,
      reason,
      expires,
      ticket,
      state: stateOf(accepted, expired),
      findings: accepted + expired,
    };
  }
}

function stateOf(accepted: number, expired: number): AcknowledgementState {
  if (accepted > 0) return AcknowledgementState.USED;
  return expired > 0 ? AcknowledgementState.EXPIRED : AcknowledgementState.UNUSED;
}

function increment(counts: Map<Entry, number>, entry: Entry): void {
  counts.set(entry, (counts.get(entry) ?? 0) + 1);
}

function entriesOf(scope: IConstruct): Map<string, Entry[]> {
  return registry<Entry[]>(scope, 'acknowledged findings');
}

function problemsOf({ rule, reason, expires }: Acknowledgement, rules: readonly Rule[]): Problem[] {
  const problems: Problem[] = [];
  if (!rules.some(({ id }) => rule === id || (rule.startsWith(`${id}[`) && rule.endsWith(']')))) {
    const meant = rules.find(({ id, name }) => [id, name].some((each) => each.toLowerCase() === rule.toLowerCase()));
    const advice = meant ? `use ${meant.id}` : 'RULES.md lists all, and a single finding is named as RULE[FINDING]';
    const message = `there is no rule ${rule}; ${advice}`;
    problems.push({ code: 'compliance/unknown-rule', message });
  }
  if (reason.trim().length < MIN_REASON) {
    const message = `the reason "${reason}" is shorter than ${MIN_REASON} characters; say why the finding is accepted`;
    problems.push({ code: 'compliance/acknowledgement-reason', message });
  }
  if (expires !== undefined && !isDay(expires)) {
    problems.push({
      code: 'compliance/acknowledgement-expiry',
      message: `"${expires}" is not a day; give one as YYYY-MM-DD`,
    });
  }
  return problems;
}
