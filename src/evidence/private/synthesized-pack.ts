import { IConstruct } from 'constructs';
import { WrittenStacks } from './written-stacks';
import { reportOfScope, within } from '../../compliance/internal/scope-report';
import { ConnectivityReport } from '../../connectivity/connectivity-report';
import { libraryVersion } from '../../core/internal/library';
import { evidenceOf } from '../internal/evidence';
import { Provenance } from '../provenance';

/** The files of the pack of a scope, once the stacks are written. */
export function packOf(
  scope: IConstruct,
  { model, inputs }: WrittenStacks,
  given: { readonly title: string; readonly provenance: Provenance },
): ReadonlyMap<string, string> {
  const isWithin = within(scope.node.path);
  return evidenceOf({
    ...given,
    model,
    inputs,
    connectivity: ConnectivityReport._of(scope, model).data,
    compliance: reportOfScope(scope, model),
    libraryVersion: libraryVersion(),
    isAsked: ({ path }) => isWithin(path),
  });
}
