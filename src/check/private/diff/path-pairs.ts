import { KeptPath, keptPaths, PathChange } from './path-changes';
import { pathGroups } from './path-groups';
import { PUBLIC_ENDPOINT } from '../../../connectivity/internal/judge';
import { Verdict } from '../../../connectivity/verdict';
import { Assessment } from '../assessment';
import { groupedBy, NamedPath, reasonKey } from '../paths';
import { Level } from '../result';

/** Paths with one cause before and one after: several callers, or several types of requests. */
export type PathPair = readonly [PathChange, ...PathChange[]];

/** Pairs that are reported together. */
export interface PairGroup {
  readonly title: string;
  readonly pairs: readonly PathPair[];
  /** The level that they are of; none where they only inform. */
  readonly level?: Level;
}

/** Pairs the paths of two assessments: both sides of each change, and those that stay. */
export function pathPairs(before: Assessment, after: Assessment): { groups: PairGroup[]; kept: PathPair[] } {
  const kept = keptPaths(before, after);
  const groups: PairGroup[] = [
    ...Object.values(pathGroups(before, after)).map(({ changes, ...group }) => ({ ...group, pairs: paired(changes) })),
    { title: 'Is allowed as before, another way', pairs: paired(kept.filter(hasOtherWay).map(asChange)) },
  ];
  return {
    groups: groups.filter(({ pairs }) => pairs.length > 0),
    kept: groupedBy(kept.filter((each) => !hasOtherWay(each)).map(asChange), ({ after: now }) =>
      [now!.path.service, now!.path.origin, now!.from, now!.path.verdict, now!.path.via].join('\n'),
    ),
  };
}

const asChange = (kept: KeptPath): PathChange => ({ kind: 'known', ...kept });

/** Reports whether what was private is public, or the other way. */
function hasOtherWay({ before, after }: KeptPath): boolean {
  const isPublic = ({ path: { via } }: NamedPath) => via === PUBLIC_ENDPOINT;
  return after.path.verdict === Verdict.ALLOWED && isPublic(before) !== isPublic(after);
}

function paired(changes: readonly PathChange[]): PathPair[] {
  return groupedBy(changes, ({ before, after }) =>
    [(after ?? before)!.path.service, before && causeOf(before), after && causeOf(after)].join('\n'),
  );
}

const causeOf = ({ path }: NamedPath) => [path.verdict, path.via, reasonKey(path)].join(' ');
