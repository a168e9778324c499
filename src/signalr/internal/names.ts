import { isKnown, Problem } from '../../core/internal/violations';
import { childNameProblems, SIGNALR_NAME } from '../private/child-names';

/** Reports what Azure would reject in the name of a SignalR service. */
export function serviceNameProblems(name: string): Problem[] {
  if (!isKnown(name) || SIGNALR_NAME.test(name)) return [];
  const message = `"${name}" is not a SignalR service name; use 3 to 63 letters, digits or inner dashes, beginning with a letter`;
  return [{ code: 'signalr/name', message }];
}

/** Reports what Azure would reject in the name of a shared private link. */
export function linkNameProblems(name: string): Problem[] {
  return childNameProblems('sharedlink/name', 'a shared private link', name);
}
