import { ChangeKind, PathChange, pathChanges } from './path-changes';
import { SecurityProfile } from '../../../compliance/security-profile';
import { PUBLIC_ENDPOINT } from '../../../connectivity/internal/judge';
import { OriginKind } from '../../../connectivity/origin-kind';
import { Verdict } from '../../../connectivity/verdict';
import { RequestType } from '../../../signalr/values';
import { Assessment } from '../assessment';
import { isMeant } from '../meant';
import { isServerTraffic, NamedPath, namedPaths } from '../paths';
import { Level } from '../result';

/** Changes of paths that are reported together. */
export interface PathGroup {
  readonly title: string;
  readonly changes: readonly PathChange[];
  /** The level that they are of; none where they only inform. */
  readonly level?: Level;
  readonly isFolded?: boolean;
}

/** Groups the changes of paths between two assessments by their meaning; in the order of how much it matters. */
export function pathGroups(before: Assessment, after: Assessment) {
  const changes = pathChanges(before, after);
  const ofKind = (kind: ChangeKind) => changes.filter((change) => change.kind === kind);
  const isAsked = ({ after: now }: PathChange) => now !== undefined && isServerTraffic(now);
  const isWanted = ({ after: now }: PathChange) => now !== undefined && isMeant(now.path, after);
  const isUsual = ({ after: now }: PathChange) => now !== undefined && isOfProfile(now, after);
  const isPublicToAll = publicToAll(after);
  const [opened, unknown] = [ofKind('opened'), ofKind('unknown')];
  const news = opened.filter((change) => !isWanted(change) && !isUsual(change));
  return {
    opened: { title: 'Opens', changes: news.filter((change) => !isPublicToAll(change)), level: 'opened' },
    usual: {
      title: 'Opens as the profile has it',
      changes: opened.filter((each) => isUsual(each) && !isWanted(each)),
    },
    closed: { title: 'Closes', changes: ofKind('closed') },
    unknown: { title: 'Becomes unknown', changes: unknown.filter(isAsked), level: 'unknown', isFolded: true },
    expected: { title: 'Opens as expected', changes: opened.filter(isWanted), isFolded: true },
    public: {
      title: 'Opens over the public endpoint, as to the internet',
      changes: news.filter(isPublicToAll),
      isFolded: true,
    },
    otherUnknown: {
      title: 'Becomes unknown to clients',
      changes: unknown.filter((each) => !isAsked(each)),
      isFolded: true,
    },
    known: { title: 'Becomes known, and is denied', changes: ofKind('known'), isFolded: true },
  } satisfies Record<string, PathGroup>;
}

/**
 * Reports whether a path is what the profile is for: one through a private link, or clients where they come from the
 * internet.
 */
function isOfProfile({ path: { via, requestType }, origin }: NamedPath, { profile }: Assessment): boolean {
  if (via !== PUBLIC_ENDPOINT) return true;
  const isClient = requestType === RequestType.CLIENT_CONNECTION && origin.kind === OriginKind.INTERNET;
  return isClient && profile === SecurityProfile.PUBLIC_CLIENTS;
}

/** Marks an app that reaches over the public endpoint what every client on the internet reaches there. */
function publicToAll(after: Assessment): (change: PathChange) => boolean {
  const open = new Set(
    namedPaths(after)
      .filter(({ path: { verdict }, origin }) => origin.kind === OriginKind.INTERNET && verdict === Verdict.ALLOWED)
      .map(({ path: { service, requestType } }) => `${service} ${requestType}`),
  );
  return ({ after: now }) =>
    now !== undefined &&
    now.origin.kind !== OriginKind.INTERNET &&
    now.path.via === PUBLIC_ENDPOINT &&
    open.has(`${now.path.service} ${now.path.requestType}`);
}
