import { IConstruct } from 'constructs';
import type { Code } from '../../core/internal/codes/codes';
import { dashed, withHash } from '../../core/internal/fitted-names';
import { isKnown, Problem } from '../../core/internal/violations';

/**
 * Names of services, links and replicas.
 *
 * @see https://github.com/Azure/azure-rest-api-specs/blob/main/specification/signalr/resource-manager/Microsoft.SignalRService/SignalRService/stable/2024-03-01/signalr.json
 */
export const SIGNALR_NAME = /^[a-zA-Z][a-zA-Z0-9-]{1,61}[a-zA-Z0-9]$/;
const MAX_LENGTH = 63;

/** Reports what Azure would reject in the name of something that belongs to a service. */
export function childNameProblems(code: Code, what: string, name: string): Problem[] {
  if (!isKnown(name) || SIGNALR_NAME.test(name)) return [];
  const message = `"${name}" is not the name of ${what}; use 3 to 63 letters, digits or inner dashes, beginning with a letter`;
  return [{ code, message }];
}

/** The construct id if it is a name; or else what is left of it, with a hash of the path. */
export function nameFromId(child: IConstruct): string {
  const { id, path } = child.node;
  if (SIGNALR_NAME.test(id)) return id;
  const rest = dashed(id).replace(/^[^a-zA-Z]+/, '');
  return withHash(rest || 'link', path, MAX_LENGTH);
}
