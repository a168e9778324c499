import { findingChanges } from './finding-changes';
import { NameChange, nameChanges, PathChange } from './path-changes';
import { PathGroup, pathGroups } from './path-groups';
import { Severity } from '../../../compliance/severity';
import { Verdict } from '../../../connectivity/verdict';
import { Assessment } from '../assessment';
import { callsOf, expectationEntries, FindingEntries, PATH_COLUMNS, placeOfService, RULE_COLUMNS } from '../check';
import { groupedBy, isServerTraffic, listed, NamedPath, reasonKey, reasonOf } from '../paths';
import { counted, Entry, FailOn, Result, Section, verdictOf } from '../result';
import { SourcePlaces } from '../source-places';

/** Changes between two models. */
export function diffResult(before: Assessment, after: Assessment, places: SourcePlaces, failOn: FailOn): Result {
  const groups = pathGroups(before, after);
  const findings = findingChanges(before, after);
  const [oldEntries, newEntries] = [before, after].map((each) => new FindingEntries(each, places));
  const ofSeverity = (severity: Severity) =>
    newEntries.all(findings.appeared.filter((finding) => finding.severity === severity));
  const group = (id: keyof typeof groups, others: readonly Entry[] = []) => {
    const { title, changes, ...options }: PathGroup = groups[id];
    return path(id, title, [...changeEntries(changes, after, places), ...others], options);
  };
  const sections: Section[] = [
    group('opened'),
    path('expectations', 'Not as expected', expectationEntries(after), { level: 'opened' }),
    group('usual'),
    path('names', 'Names that resolve elsewhere', nameChanges(before, after).map(nameEntry), {}),
    group('closed'),
    rule('appeared', 'Violations that appear', ofSeverity(Severity.ERROR), { level: 'violated' }),
    group('unknown', newEntries.unknown(findings.unknown)),
    group('expected'),
    group('public'),
    group('otherUnknown'),
    group('known'),
    rule('warnings', 'Warnings that appear', ofSeverity(Severity.WARNING), { isFolded: true }),
    rule('gone', 'Findings that go', oldEntries.all(findings.gone).map(withoutAdvice), { isFolded: true }),
  ];
  return { command: 'diff', ...verdictOf(sections, failOn, countsOf(sections)), notes: [] };
}

type Options = Pick<Section, 'level' | 'isFolded'>;

function path(id: string, title: string, entries: readonly Entry[], options: Options): Section {
  return { id, title, columns: PATH_COLUMNS, entries, ...options };
}

function rule(id: string, title: string, entries: readonly Entry[], options: Options): Section {
  return { id, title, columns: RULE_COLUMNS, entries, ...options };
}

/** A count for each section that people ask for first. */
const COUNTS: readonly (readonly [string, (count: number) => string])[] = [
  ['opened', (count) => `${count} opened`],
  ['usual', (count) => `${count} opened as the profile has it`],
  ['expectations', (count) => `${count} not as expected`],
  ['appeared', (count) => `${count} newly violated`],
  ['names', (count) => `${counted(count, 'name')} resolve${count === 1 ? 's' : ''} elsewhere`],
  ['closed', (count) => `${count} closed`],
  ['unknown', (count) => `${count} became unknown`],
  ['gone', (count) => `${counted(count, 'finding')} gone`],
];

function countsOf(sections: readonly Section[]): string {
  const counts = COUNTS.flatMap(([id, text]) => {
    const count = sections.find((section) => section.id === id)!.entries.length;
    return count > 0 ? [text(count)] : [];
  });
  return counts.join(', ') || 'nothing changes for who reaches SignalR';
}

function changeEntries(changes: readonly PathChange[], after: Assessment, places: SourcePlaces): Entry[] {
  const groups = groupedBy(changes, ({ before, after: now }) =>
    [before?.path.verdict, now && outcomeOf(now), now && reasonKey(now.path), (now ?? before)!.path.service].join('\n'),
  );
  return groups.map((group) => {
    const [{ before, after: now }] = group;
    const { path: shown } = (now ?? before)!;
    const laters = group.flatMap((change) => change.after ?? []);
    return {
      code: shown.code,
      subject: callsOf(group.map((change) => (change.after ?? change.before)!)),
      message: `${was(before)}${isAny(laters) ? `now ${outcomeOf(laters[0])}: ${reasonOf(laters)}` : 'removed with its caller or its service'}`,
      place: placeOfService(shown.service, after, places),
    };
  });
}

/** Nothing is to be done about what goes. */
function withoutAdvice(entry: Entry): Entry {
  return { ...entry, advice: undefined };
}

function was(before: NamedPath | undefined): string {
  return before ? `was ${before.path.verdict}, ` : 'is new, ';
}

/** `allowed via public endpoint`, `denied`. */
export function outcomeOf({ path: { verdict, via } }: NamedPath): string {
  return via && verdict === Verdict.ALLOWED ? `${verdict} via ${via}` : verdict;
}

function isAny<T>(items: T[]): items is [T, ...T[]] {
  return items.length > 0;
}

function nameEntry({ before, after, paths }: NameChange): Entry {
  const { kind, reason, code = after.path.code } = after.path.resolution;
  const verdicts = groupedBy(paths.filter(isServerTraffic), outcomeOf).map(
    (group) => `${listed(group.map(({ path: each }) => each.requestType))} ${outcomeOf(group[0])}`,
  );
  return {
    code,
    subject: `${after.to} at ${after.from}`,
    message: `${before ? `was ${before.path.resolution.kind}` : 'is new'}, now ${kind}: ${reason}; ${verdicts.join(', ')}`,
  };
}
