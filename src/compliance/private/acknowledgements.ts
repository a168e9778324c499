import { IConstruct } from 'constructs';
import { addTo } from '../../core/internal/add-to';
import { registry } from '../../core/internal/registry';
import { refuse } from '../../core/internal/violations';
import { ModelResource } from '../../model/model-resource';
import { Acknowledgement } from '../acknowledgement';
import { AcknowledgementBook, AcknowledgementEntry } from './acknowledgement-book';
import { acknowledgementProblems } from './acknowledgement-problems';
import { isOwnId } from './own/own-rule-problems';
import { upward } from './paths';
import { Rule } from './rule';
import { sharedHubEntries } from './shared-hubs';
import { unsentLogEntries } from './unsent-logs';

/** An acknowledgement and the construct that it covers, with all below it. */
export interface ScopedAcknowledgement extends AcknowledgementEntry {
  readonly scope: IConstruct;
}

/** Accepts what rules find at a construct and below it. */
export function acknowledge(scope: IConstruct, acknowledgement: Acknowledgement, rules: readonly Rule[]): void {
  // A rule of the user may be attached later; where none is, the acknowledgement is reported as one that nothing needs.
  refuse(scope, acknowledgementProblems(acknowledgement, rules, isOwnId));
  const { path } = scope.node;
  addTo(entriesOf(scope), path, { scope, path, name: path || 'the app', acknowledgement });
}

/** Reports whether anything in a tree is acknowledged. */
export function hasAcknowledgements(scope: IConstruct): boolean {
  return entriesOf(scope).size > 0;
}

/** The acknowledgements of a tree. */
export function acknowledgementsOf(scope: IConstruct): AcknowledgementBook<ScopedAcknowledgement> {
  const entries = entriesOf(scope);
  const implied = [...unsentLogEntries(scope), ...sharedHubEntries(scope)];
  const covering = (resource: ModelResource) => [
    ...upward(resource.path).flatMap((above) => entries.get(above) ?? []),
    ...implied.filter(({ covers }) => covers(resource)),
  ];
  return new AcknowledgementBook([...[...entries.values()].flat(), ...implied], covering);
}

function entriesOf(scope: IConstruct): Map<string, ScopedAcknowledgement[]> {
  return registry<ScopedAcknowledgement[]>(scope, 'acknowledged findings');
}
