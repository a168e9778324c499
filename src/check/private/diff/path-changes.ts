import { Identity } from './identity';
import { OriginKind } from '../../../connectivity/origin-kind';
import { ResolutionKind } from '../../../connectivity/resolution-kind';
import { Verdict } from '../../../connectivity/verdict';
import { Assessment } from '../assessment';
import { NamedPath, namedPaths } from '../paths';

/** Kind of a change of a path. */
export type ChangeKind = 'opened' | 'closed' | 'unknown' | 'known';

/** A path before and after. */
export interface PathChange {
  readonly kind: ChangeKind;
  /** Path before; absent where its caller or its service is new. */
  readonly before?: NamedPath;
  /** Path after; absent where its caller or its service goes. */
  readonly after?: NamedPath;
}

/** Answers to the name of a service for one caller, before and after. */
export interface NameChange {
  readonly before?: NamedPath;
  readonly after: NamedPath;
  /** The paths of the caller to the service after. */
  readonly paths: readonly NamedPath[];
}

/** A key for a path, and the path with its caller alone. */
type Keyed = ReadonlyMap<string, NamedPath>;

/** Changes between two assessments. */
export function pathChanges(before: Assessment, after: Assessment): PathChange[] {
  const [old, now] = [keyed(before), keyed(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const change = { before: old.get(key), after: now.get(key) };
    const kind = kindOf(change.before?.path.verdict, change.after?.path.verdict);
    return kind ? [{ kind, ...change }] : [];
  });
}

/** A path that is there before and after, with one verdict. */
export interface KeptPath {
  readonly before: NamedPath;
  readonly after: NamedPath;
}

/** The paths whose verdict does not change. */
export function keptPaths(before: Assessment, after: Assessment): KeptPath[] {
  const old = keyed(before);
  return [...keyed(after)].flatMap(([key, path]) => {
    const previous = old.get(key);
    return previous?.path.verdict === path.path.verdict ? [{ before: previous, after: path }] : [];
  });
}

/** Names of services that resolve to a public address in place of a private one, or the other way. */
export function nameChanges(before: Assessment, after: Assessment): NameChange[] {
  const [old, now] = [byCaller(keyed(before)), byCaller(keyed(after))];
  return [...now].flatMap(([key, paths]) => {
    const [first] = paths;
    const [previous] = old.get(key) ?? [];
    return hasTurned(previous, first) ? [{ before: previous, after: first, paths }] : [];
  });
}

function hasTurned(before: NamedPath | undefined, after: NamedPath): boolean {
  const { kind, code } = after.path.resolution;
  const { PUBLIC, PRIVATE } = ResolutionKind;
  // Of a new app only a name that goes astray is news.
  if (!before) return kind === PUBLIC && code !== undefined && after.origin.kind !== OriginKind.INTERNET;
  const previous = before.path.resolution.kind;
  return (previous === PRIVATE && kind === PUBLIC) || (previous === PUBLIC && kind === PRIVATE);
}

function kindOf(before: Verdict | undefined, after: Verdict | undefined): ChangeKind | undefined {
  if (before === after) return undefined;
  if (after === Verdict.ALLOWED) return 'opened';
  if (before === Verdict.ALLOWED && after !== Verdict.UNKNOWN) return 'closed';
  if (after === Verdict.UNKNOWN) return 'unknown';
  return before === Verdict.UNKNOWN && after !== undefined ? 'known' : undefined;
}

/** Callers are compared one by one: apps may share an origin before, and be set up differently after. */
function keyed(assessment: Assessment): Keyed {
  const identity = new Identity(assessment.resources);
  const paths = new Map<string, NamedPath>();
  for (const named of namedPaths(assessment)) {
    const { path, origin } = named;
    const hosts = origin.hosts.length > 0 ? origin.hosts : [origin.id];
    for (const host of hosts) {
      const caller = [identity.of(path.service), origin.kind === OriginKind.SERVICE, identity.of(host)].join('\n');
      let key = `${caller}\t${path.requestType}`;
      // A service may call one app several times.
      while (paths.has(key)) key = `${key}+`;
      const name = assessment.resources.get(host)?.name;
      paths.set(key, origin.hosts.length > 0 && name !== undefined ? { ...named, from: name, callers: [name] } : named);
    }
  }
  return paths;
}

function byCaller(paths: Keyed): ReadonlyMap<string, readonly NamedPath[]> {
  const callers = new Map<string, NamedPath[]>();
  for (const [key, path] of paths) {
    // Who is at an endpoint already asks for no name.
    if ([OriginKind.SERVICE, OriginKind.PRIVATE_ENDPOINT].includes(path.origin.kind)) continue;
    const caller = key.slice(0, key.indexOf('\t'));
    callers.set(caller, [...(callers.get(caller) ?? []), path]);
  }
  return callers;
}
