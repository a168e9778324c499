import { STYLE } from './diff-page-style';
import { ComplianceFinding } from '../../../compliance/compliance-finding';
import { ComplianceStatus } from '../../../compliance/compliance-status';
import { Severity } from '../../../compliance/severity';
import { Verdict } from '../../../connectivity/verdict';
import { fold } from '../../../page/fold';
import { breakable, Markup, markup } from '../../../page/markup';
import { renderPage } from '../../../page/page';
import { plainTable } from '../../../page/table';
import { Tone, toned } from '../../../page/tone';
import { Assessment } from '../assessment';
import { callsOf, FindingEntries, placeOfService } from '../check';
import { outcomeOf } from '../diff/diff';
import { FindingPair, findingPairs, isViolated, PairKind, PairSide } from '../diff/finding-pairs';
import { NameChange, nameChanges } from '../diff/path-changes';
import { PairGroup, PathPair, pathPairs } from '../diff/path-pairs';
import { groupedBy, isServerTraffic, listed, NamedPath, reasonOf } from '../paths';
import { counted, Entry, fails, Result } from '../result';
import { SourcePlace, SourcePlaces } from '../source-places';

/** Files of the user, by the given names. */
export interface GivenFiles {
  readonly before: string;
  readonly after: string;
  /** Files that join both sides. */
  readonly others: readonly string[];
  /** Acknowledgements and expectations. */
  readonly accept?: string;
}

/** Inputs of a diff, and its result. */
export interface DiffPageInput {
  readonly before: Assessment;
  readonly after: Assessment;
  readonly result: Result;
  readonly places: SourcePlaces;
  readonly given: GivenFiles;
}

/** A diff as one page, which loads nothing from elsewhere: before and after side by side, what changes first. */
export function renderDiffPage(input: DiffPageInput): string {
  const { result } = input;
  return renderPage({
    title: 'What changes for who reaches SignalR',
    summary: 'Before and after side by side, as the command diff reports them',
    style: STYLE,
    skipTo: { id: 'paths', name: 'the changes' },
    content: markup`${overview(input)}${expectations(result)}${pathSection(input)}${nameSection(input)}${findingSection(input)}${notes(result)}`,
  });
}

function overview({ after: { profile }, result, given }: DiffPageInput): Markup {
  const rows = [
    ['Before', given.before],
    ['After', given.after],
    ...(given.others.length > 0 ? [['Joined to both', given.others.join(', ')]] : []),
    ...(given.accept === undefined ? [] : [['Accepted and expected', given.accept]]),
    ['Profile', profile],
    ['Fails on', result.failOn],
  ];
  return markup`<section aria-label="Verdict">
<p class="lead">${toned(result.holds ? 'holds' : 'fails', result.summary)}</p>
<dl class="given">${rows.map(([name, value]) => markup`<dt>${name}</dt><dd>${breakable(value)}</dd>`)}</dl>
<p class="small"><a href="connectivity.html">connectivity.html</a> and <a href="compliance.html">compliance.html</a> show all that holds after.</p>
</section>
`;
}

/** Paths before and after. */
function pathSection(input: DiffPageInput): Markup {
  const { groups, kept } = pathPairs(input.before, input.after);
  const changed =
    groups.length > 0
      ? groups.map((group) => pathGroup(group, input))
      : markup`<p>No path changes.</p>
`;
  return markup`<section aria-labelledby="paths">
<h2 id="paths" tabindex="-1">Who reaches what</h2>
${changed}${keptTable(kept)}</section>
`;
}

function pathGroup({ title, pairs, level }: PairGroup, input: DiffPageInput): Markup {
  const { failOn } = input.result;
  const isFailing = fails(level, failOn);
  const tone = isFailing ? 'fails' : level ? 'warns' : 'noted';
  return markup`<h3>${title}${isFailing ? ', which fails the command' : ''}</h3>
<ul class="pairs">
${pairs.map((pair) => pathItem(pair, tone, input))}</ul>
`;
}

function pathItem(pair: PathPair, tone: Tone, { after, places }: DiffPageInput): Markup {
  const shown = pair.map((change) => (change.after ?? change.before)!);
  const place = placeOfService(shown[0].path.service, after, places);
  return markup`<li class="${tone}">
<h4>${breakable(callsOf(shown))}${placed(place)}</h4>
${sides(
  pathSide(
    pair.flatMap((change) => change.before ?? []),
    'Not there: the caller or the service is new.',
  ),
  pathSide(
    pair.flatMap((change) => change.after ?? []),
    'Not there: the caller or the service is removed.',
  ),
)}</li>
`;
}

function pathSide(paths: readonly NamedPath[], otherwise: string): Markup {
  const [first, ...others] = paths;
  if (!first) return markup`<p>${otherwise}</p>`;
  const { verdict, code } = first.path;
  return markup`<p>${verdictOf(verdict, outcomeOf(first))}</p><p>${breakable(reasonOf([first, ...others]))} <span class="small">${code}</span></p>`;
}

const MARKS: Readonly<Record<Verdict, string>> = {
  [Verdict.ALLOWED]: '✓',
  [Verdict.DENIED]: '✗',
  [Verdict.UNKNOWN]: '?',
};

/** As on the connectivity page. */
function verdictOf(verdict: Verdict, outcome: string): Markup {
  return markup`<span class="verdict ${verdict}">${MARKS[verdict]}&nbsp;${verdict}</span>${breakable(outcome.slice(verdict.length))}`;
}

function keptTable(kept: readonly PathPair[]): Markup {
  if (kept.length === 0) return markup``;
  const rows = kept.map((pair) => {
    const paths = pair.map(({ after }) => after!);
    const [first] = paths;
    return [
      breakable(listed(paths.flatMap(({ callers }) => callers))),
      breakable(first.to),
      listed(paths.map(({ path }) => path.requestType)),
      verdictOf(first.path.verdict, outcomeOf(first)),
    ];
  });
  const size = kept.reduce((sum, { length }) => sum + length, 0);
  const table = plainTable('Before and after alike', ['From', 'To', 'Requests', 'Verdict'], rows);
  return fold(`${counted(size, 'path')} as before`, table);
}

/** Names that resolve elsewhere. */
function nameSection({ before, after }: DiffPageInput): Markup {
  const changes = nameChanges(before, after);
  if (changes.length === 0) return markup``;
  return markup`<section aria-labelledby="names">
<h2 id="names">Names that resolve elsewhere</h2>
<ul class="pairs">
${changes.map(nameItem)}</ul>
</section>
`;
}

function nameItem({ before, after, paths }: NameChange): Markup {
  const verdicts = groupedBy(paths.filter(isServerTraffic), outcomeOf).map(
    (group) => `${listed(group.map(({ path }) => path.requestType))} ${outcomeOf(group[0])}`,
  );
  const tone = after.path.resolution.kind === 'public' ? 'warns' : 'holds';
  const then = verdicts.length > 0 ? markup`<p>${breakable(verdicts.join(', '))}</p>` : markup``;
  return markup`<li class="${tone}">
<h3>${breakable(`${after.to} at ${after.from}`)}</h3>
${sides(before ? nameSide(before) : markup`<p>Not there: the caller or the service is new.</p>`, markup`${nameSide(after)}${then}`)}</li>
`;
}

function nameSide({ path: { resolution } }: NamedPath): Markup {
  const { kind, reason, code } = resolution;
  return markup`<p><strong>${kind}</strong></p><p>${breakable(reason)}${code ? markup` <span class="small">${code}</span>` : []}</p>`;
}

const KINDS: Readonly<Record<PairKind, string>> = { new: 'New', changed: 'Changed', gone: 'Gone' };

/** Findings before and after. */
function findingSection(input: DiffPageInput): Markup {
  const pairs = findingPairs(input.before, input.after);
  const groups = groupedBy(pairs, ({ kind }) => kind).map(
    (group) => markup`<h3>${KINDS[group[0].kind]} <span class="muted">${sizeOf(group)}</span></h3>
<ul class="pairs">
${group.map((pair) => findingItem(pair, input))}</ul>
`,
  );
  return markup`<section aria-labelledby="findings">
<h2 id="findings">Findings of rules</h2>
${
  groups.length > 0
    ? groups
    : markup`<p>No finding changes.</p>
`
}</section>
`;
}

/** Number of findings that come, change or go. */
function sizeOf(pairs: readonly FindingPair[]): number {
  return pairs.flatMap(({ kind, before, after }) => (kind === 'gone' ? before : after).findings).length;
}

const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = {
  [Severity.ERROR]: 'fails',
  [Severity.WARNING]: 'warns',
  [Severity.INFO]: 'noted',
};

function findingItem(pair: FindingPair, { places, ...input }: DiffPageInput): Markup {
  const { kind, severity, before, after } = pair;
  const [old, now] = [input.before, input.after].map((each) => new FindingEntries(each, places));
  const shown = after.findings[0] ?? before.findings[0];
  const [{ subject, place }] = (after.findings[0] ? now : old).all([shown]);
  const tone = kind === 'gone' ? 'holds' : isViolated(pair) ? SEVERITY_TONES[severity] : 'unknown';
  return markup`<li class="${tone}">
<h4>${shown.rule} <span class="muted">${shown.name}, ${severity}</span> ${breakable(subject)}${placed(place)}</h4>
${sides(findingSide(before, old, false), findingSide(after, now, true))}</li>
`;
}

const STATUS_TONES: Readonly<Record<ComplianceStatus, Tone>> = {
  [ComplianceStatus.VIOLATED]: 'fails',
  [ComplianceStatus.UNKNOWN]: 'unknown',
  [ComplianceStatus.ACKNOWLEDGED]: 'accepted',
  [ComplianceStatus.COMPLIANT]: 'holds',
  [ComplianceStatus.NOT_APPLICABLE]: 'noted',
};

function findingSide(
  { findings, others, met, isThere }: PairSide,
  entries: FindingEntries,
  hasAdvice: boolean,
): Markup {
  const all = findings.map((finding) => entries.all([finding])[0]);
  const shown = findings.map((finding, index) => {
    // What several findings ask for is said once, after the last.
    const isLast = all[index].advice !== all[index + 1]?.advice;
    return findingText(finding, all[index], hasAdvice && isLast);
  });
  const rest = others > 0 ? [markup`<p>${counted(others, 'other finding')} of the rule as on the other side.</p>`] : [];
  if (shown.length + rest.length > 0) return markup`${shown}${rest}`;
  if (!met) return markup`<p>${isThere ? 'The rule finds nothing.' : 'The resource is not there.'}</p>`;
  return findingText(met, entries.all([met])[0], false);
}

function findingText(finding: ComplianceFinding, { code, message, advice }: Entry, hasAdvice: boolean): Markup {
  const { status, severity, rule } = finding;
  const isNote = status === ComplianceStatus.VIOLATED && severity === Severity.INFO;
  const isWarning = status === ComplianceStatus.VIOLATED && severity === Severity.WARNING;
  const tone = isNote ? 'noted' : isWarning ? 'warns' : STATUS_TONES[status];
  const id = code === rule ? [] : markup` ${breakable(code.slice(rule.length))}`;
  return markup`<div class="finding"><p>${toned(tone, isNote ? 'noted' : status)}${id}</p><p>${breakable(message)}</p>${
    hasAdvice && advice ? markup`<p><strong>Fix:</strong> ${advice}</p>` : []
  }</div>`;
}

function expectations({ sections }: Result): Markup {
  const { title, entries } = sections.find(({ id }) => id === 'expectations')!;
  if (entries.length === 0) return markup``;
  return markup`<section aria-labelledby="expectations">
<h2 id="expectations">${title}</h2>
<ul class="pairs">
${entries.map(
  ({
    code,
    subject,
    message,
    place,
  }) => markup`<li class="fails"><h3>${breakable(subject)}${placed(place)}</h3><p>${breakable(message)} <span class="small">${code}</span></p></li>
`,
)}</ul>
</section>
`;
}

function notes({ notes: all }: Result): Markup {
  if (all.length === 0) return markup``;
  return markup`<section aria-labelledby="notes">
<h2 id="notes">Notes</h2>
<ul>
${all.map(
  (note) => markup`<li>${breakable(note)}</li>
`,
)}</ul>
</section>
`;
}

function sides(before: Markup, after: Markup): Markup {
  return markup`<div class="sides"><div class="side before"><p class="label">Before</p>${before}</div><div class="side after"><p class="label">After</p>${after}</div></div>
`;
}

function placed(place: SourcePlace | undefined): Markup {
  if (!place) return markup``;
  const { file, line } = place;
  return markup` <span class="small">${breakable(line === undefined ? file : `${file}:${line}`)}</span>`;
}
