import { findingChanges } from './finding-changes';
import { ChangeKind, NameChange, nameChanges, PathChange, pathChanges } from './path-changes';
import { SecurityProfile } from '../../../compliance/security-profile';
import { Severity } from '../../../compliance/severity';
import { PUBLIC_ENDPOINT } from '../../../connectivity/internal/judge';
import { OriginKind } from '../../../connectivity/origin-kind';
import { Verdict } from '../../../connectivity/verdict';
import { RequestType } from '../../../signalr/values';
import { Assessment } from '../assessment';
import { callsOf, expectationEntries, FindingEntries, PATH_COLUMNS, placeOfService, RULE_COLUMNS } from '../check';
import { isMeant } from '../meant';
import { groupedBy, isServerTraffic, listed, NamedPath, namedPaths, reasonKey, reasonOf } from '../paths';
import { counted, Entry, FailOn, Result, Section, verdictOf } from '../result';
import { SourcePlaces } from '../source-places';

/** What changes between two models. */
export function diffResult(before: Assessment, after: Assessment, places: SourcePlaces, failOn: FailOn): Result {
  const changes = pathChanges(before, after);
  const findings = findingChanges(before, after);
  const [oldEntries, newEntries] = [before, after].map((each) => new FindingEntries(each, places));
  const ofKind = (kind: ChangeKind) => changes.filter((change) => change.kind === kind);
  const entriesOf = (some: readonly PathChange[]) => changeEntries(some, after, places);
  const ofSeverity = (severity: Severity) =>
    newEntries.all(findings.appeared.filter((finding) => finding.severity === severity));
  const isAsked = ({ after: now }: PathChange) => now !== undefined && isServerTraffic(now);
  const isWanted = ({ after: now }: PathChange) => now !== undefined && isMeant(now.path, after);
  const isUsual = ({ after: now }: PathChange) => now !== undefined && isOfProfile(now, after);
  const unknown = ofKind('unknown');
  const isPublicToAll = publicToAll(after);
  const isNews = (change: PathChange) => !isWanted(change) && !isUsual(change) && !isPublicToAll(change);
  const opened = ofKind('opened');
  const sections: Section[] = [
    path('opened', 'Opens', entriesOf(opened.filter(isNews)), { level: 'opened' }),
    path('expectations', 'Not as expected', expectationEntries(after), { level: 'opened' }),
    path(
      'usual',
      'Opens as the profile has it',
      entriesOf(opened.filter((each) => isUsual(each) && !isWanted(each))),
      {},
    ),
    path('names', 'Names that resolve elsewhere', nameChanges(before, after).map(nameEntry), {}),
    path('closed', 'Closes', entriesOf(ofKind('closed')), {}),
    rule('appeared', 'Violations that appear', ofSeverity(Severity.ERROR), { level: 'violated' }),
    path(
      'unknown',
      'Becomes unknown',
      [...entriesOf(unknown.filter(isAsked)), ...newEntries.unknown(findings.unknown)],
      { level: 'unknown', isFolded: true },
    ),
    path('expected', 'Opens as expected', entriesOf(opened.filter(isWanted)), { isFolded: true }),
    path(
      'public',
      'Opens over the public endpoint, as to the internet',
      entriesOf(opened.filter((each) => !isWanted(each) && !isUsual(each) && isPublicToAll(each))),
      { isFolded: true },
    ),
    path('otherUnknown', 'Becomes unknown to clients', entriesOf(unknown.filter((each) => !isAsked(each))), {
      isFolded: true,
    }),
    path('known', 'Becomes known, and is denied', entriesOf(ofKind('known')), { isFolded: true }),
    rule('warnings', 'Warnings that appear', ofSeverity(Severity.WARNING), { isFolded: true }),
    rule('gone', 'Findings that go', oldEntries.all(findings.gone).map(withoutAdvice), { isFolded: true }),
  ];
  return { command: 'diff', ...verdictOf(sections, failOn, countsOf(sections)), notes: [] };
}

/** Whether a path is what the profile is for: one through a private link, or clients where they come from the internet. */
function isOfProfile({ path: { via, requestType }, origin }: NamedPath, { profile }: Assessment): boolean {
  if (via !== PUBLIC_ENDPOINT) return true;
  const isClient = requestType === RequestType.CLIENT_CONNECTION && origin.kind === OriginKind.INTERNET;
  return isClient && profile === SecurityProfile.PUBLIC_CLIENTS;
}

/** Tells an app that reaches over the public endpoint what everybody on the internet reaches there. */
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

function outcomeOf({ path: { verdict, via } }: NamedPath): string {
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
