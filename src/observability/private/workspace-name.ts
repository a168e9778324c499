import { dashed, withHash } from '../../core/internal/fitted-names';
import { isKnown, Problem } from '../../core/internal/violations';

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9-]{2,61}[a-zA-Z0-9]$/;
const MAX_LENGTH = 63;

/** Reports what Azure would reject in the name of a workspace. */
export function workspaceNameProblems(name: string): Problem[] {
  if (!isKnown(name) || NAME.test(name)) return [];
  const message = `"${name}" is not a workspace name; use 4 to 63 letters, digits or inner dashes`;
  return [{ code: 'logs/workspace-name', message }];
}

/** A name that is made of a text, which may be too long for a workspace or hold other characters. */
export function workspaceNameFrom(text: string): string {
  if (!isKnown(text) || NAME.test(text)) return text;
  const name = dashed(text);
  return NAME.test(name) ? name : withHash(name, text, MAX_LENGTH);
}
