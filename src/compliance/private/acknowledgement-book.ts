import { IConstruct } from 'constructs';
import { ModelResource } from '../../model/model-resource';
import { Acknowledgement } from '../acknowledgement';
import { AcknowledgementState, AcknowledgementStatus } from '../acknowledgement-status';

/** An acknowledgement and what it covers. */
export interface AcknowledgementEntry {
  /** Scope of the acknowledgement, as reports name it. */
  readonly path: string;
  /** Place of the acknowledgement, as messages name it. */
  readonly name: string;
  readonly acknowledgement: Acknowledgement;
  /** States whether an option of the user implies it, which no user is asked to remove where it is not needed. */
  readonly isImplied?: boolean;
}

/** An acknowledgement that an option of the user implies. */
export interface ImpliedEntry extends AcknowledgementEntry {
  readonly scope: IConstruct;
  readonly covers: (resource: ModelResource) => boolean;
}

/** The id of one finding, as messages and acknowledgements name it. */
export function findingKey(rule: string, id?: string): string {
  return id === undefined ? rule : `${rule}[${id}]`;
}

/** Acknowledgements; counts what they accept during one evaluation. */
export class AcknowledgementBook<E extends AcknowledgementEntry> {
  private readonly accepted = new Map<E, number>();
  private readonly expired = new Map<E, number>();

  /**
   * @param entries all of them
   * @param covering those that cover a resource, the nearest first
   */
  public constructor(
    private readonly entries: readonly E[],
    private readonly covering: (resource: ModelResource) => readonly E[],
  ) {}

  /** Finds what accepts a finding on a day, and what did until an earlier day; of several the nearest. */
  public find(
    resource: ModelResource,
    rule: string,
    id: string | undefined,
    today: string,
  ): { readonly accepted?: Acknowledgement; readonly expired?: E } {
    if (this.entries.length === 0) return {};
    const named = [rule, findingKey(rule, id)];
    const matching = this.covering(resource).filter(({ acknowledgement }) => named.includes(acknowledgement.rule));
    const expired = matching.filter(({ acknowledgement: { expires } }) => expires !== undefined && expires < today);
    const accepted = matching.filter((entry) => !expired.includes(entry));
    accepted.forEach((entry) => increment(this.accepted, entry));
    expired.forEach((entry) => increment(this.expired, entry));
    return { accepted: accepted[0]?.acknowledgement, expired: expired[0] };
  }

  /** The acknowledgements of some paths, and those of others that something was found for. */
  public statuses(isAsked: (path: string) => boolean): { readonly entry: E; readonly status: AcknowledgementStatus }[] {
    return this.entries
      .map((entry) => ({ entry, status: this.statusOf(entry) }))
      .filter(
        ({ entry, status }) =>
          status.state !== AcknowledgementState.UNUSED || (!entry.isImplied && isAsked(status.path)),
      )
      .sort((a, b) => (a.status.path < b.status.path ? -1 : Number(a.status.path > b.status.path)));
  }

  private statusOf(entry: E): AcknowledgementStatus {
    const accepted = this.accepted.get(entry) ?? 0;
    const expired = this.expired.get(entry) ?? 0;
    const { rule, reason, expires, ticket, owner } = entry.acknowledgement;
    return {
      path: entry.path,
      rule,
      reason,
      expires,
      ticket,
      owner,
      state: stateOf(accepted, expired),
      findings: accepted + expired,
    };
  }
}

function stateOf(accepted: number, expired: number): AcknowledgementState {
  if (accepted > 0) return AcknowledgementState.USED;
  return expired > 0 ? AcknowledgementState.EXPIRED : AcknowledgementState.UNUSED;
}

function increment<E>(counts: Map<E, number>, entry: E): void {
  counts.set(entry, (counts.get(entry) ?? 0) + 1);
}
