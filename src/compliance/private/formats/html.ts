import { STYLE } from './html-style';
import { ReportContent } from './json';
import { CountRow, placeOf, ReportView, SEVERITIES, statusOf, viewOf } from './report-view';
import { LIBRARY, libraryVersion } from '../../../core/internal/library';
import { fold } from '../../../page/fold';
import { breakable, breakableName, Markup, markup } from '../../../page/markup';
import { renderPage } from '../../../page/page';
import { plainTable } from '../../../page/table';
import { count } from '../../../page/text';
import { Tone, toned } from '../../../page/tone';
import { AcknowledgementState, AcknowledgementStatus } from '../../acknowledgement-status';
import { ComplianceFinding } from '../../compliance-finding';
import { ControlBaseline, ControlOutcome, ControlStatus } from '../../control-status';
import { Severity } from '../../severity';
import { findingKey } from '../acknowledgement-book';
import { policyOf } from '../citations';
import { sentence } from '../evaluation';

type LineOf = (path: string) => number | undefined;

/** A part of the page that is reached from its first screen. */
interface Section {
  readonly id: string;
  readonly title: string;
  /** Number of entries. */
  readonly size: number;
  readonly content: Markup;
}

const OUTCOME_TONES: Readonly<Record<ControlOutcome, Tone>> = {
  [ControlOutcome.SATISFIED]: 'holds',
  [ControlOutcome.SATISFIED_WITH_PUBLIC_CLIENTS]: 'holds',
  [ControlOutcome.NOT_ASKED]: 'noted',
  [ControlOutcome.VIOLATED]: 'fails',
  [ControlOutcome.ACKNOWLEDGED]: 'accepted',
  [ControlOutcome.MICROSOFT]: 'noted',
  [ControlOutcome.NOT_APPLICABLE]: 'noted',
  [ControlOutcome.NOT_EVALUABLE]: 'unknown',
  [ControlOutcome.UNKNOWN]: 'unknown',
};

const STATE_TONES: Readonly<Record<AcknowledgementState, Tone>> = {
  [AcknowledgementState.USED]: 'accepted',
  [AcknowledgementState.UNUSED]: 'warns',
  [AcknowledgementState.EXPIRED]: 'fails',
};

/** A report as one page, which loads nothing from elsewhere: what fails first, what is as it should be last. */
export function toHtml(content: ReportContent, lineOf: LineOf = () => undefined): string {
  const view = viewOf(content);
  const sections = sectionsOf(content, view, lineOf);
  return renderPage({
    title: 'Compliance report',
    summary: view.profiles ? `Security baseline, profile ${view.profiles}` : 'Security baseline',
    style: STYLE,
    skipTo: { id: sections[0].id, name: 'the findings' },
    content: markup`${overview(view, sections)}${sections.map(sectionOf)}<p class="muted origin">Written by ${LIBRARY} ${libraryVersion()}. Equal configurations give equal reports, as long as no acknowledgement expires.</p>
`,
  });
}

function sectionsOf(content: ReportContent, view: ReportView, lineOf: LineOf): Section[] {
  const { acknowledgements, controls, unjudgedTypes } = content;
  const { errors, unknown, warnings, accepted, noted, policies, met } = view;
  const found = (findings: readonly ComplianceFinding[], tone: Tone) => findingList(findings, tone, lineOf);
  return [
    { id: 'fails', title: 'What fails', size: errors.length, content: found(errors, 'fails') },
    { id: 'unknown', title: 'Unknown, and what decides', size: unknown.length, content: found(unknown, 'unknown') },
    { id: 'warnings', title: 'Warnings', size: warnings.length, content: found(warnings, 'warns') },
    {
      id: 'accepted',
      title: 'Accepted',
      size: accepted.length,
      content: markup`${found(accepted, 'accepted')}${acknowledgementTable(acknowledgements)}`,
    },
    {
      id: 'controls',
      title: 'Controls',
      size: controls.length,
      content: markup`${Object.values(ControlBaseline).map((baseline) => controlTable(baseline, controls))}`,
    },
    {
      id: 'information',
      title: 'For information',
      size: noted.length,
      content: markup`<p class="muted">Advice of rules with severity info, which nothing has to follow.</p>
${found(noted, 'noted')}`,
    },
    { id: 'policies', title: 'Azure Policy', size: policies.length, content: policyTable(view) },
    {
      id: 'unjudged',
      title: 'Not judged',
      size: unjudgedTypes.length,
      content: markup`<p class="muted">No rule judged the resources of these types, so this report does not cover what else they configure.</p>
${listed(
  'Types that no rule judged',
  ['Type', 'Resources', 'Why'],
  unjudgedTypes.map(({ type, resources, reason }) => [type, String(resources), reason]),
)}`,
    },
    { id: 'met', title: 'Compliant, or not applicable', size: met.length, content: metTable(met) },
  ];
}

function overview({ verdict, result, counts }: ReportView, sections: readonly Section[]): Markup {
  return markup`<section class="overview" aria-label="Verdict">
<div>
<p class="lead">${toned(result, verdict)}</p>
<p class="muted">An error fails synth and the command, a warning is printed, and info is for the report alone.</p>
<nav aria-label="Parts of the report"><ul class="contents">
${sections.map(
  ({ id, title, size }) => markup`<li><a href="#${id}">${title}</a> <span class="muted">${size}</span></li>
`,
)}</ul></nav>
</div>
${countTable(counts)}</section>
`;
}

const COUNT_TONES: Readonly<Record<string, Tone>> = { error: 'fails', warning: 'warns' };

function countTable(counts: readonly CountRow[]): Markup {
  return markup`<table class="counts">
<caption>Findings</caption>
<thead><tr><th scope="col">Status</th>${SEVERITIES.map((severity) => markup`<th scope="col">${severity}</th>`)}</tr></thead>
<tbody>
${counts.map(
  ({
    status,
    counts: row,
  }) => markup`<tr><th scope="row">${status}</th>${row.map((size, index) => countCell(status, SEVERITIES[index], size))}</tr>
`,
)}</tbody>
</table>
`;
}

function countCell(status: string, severity: Severity, size: number | undefined): Markup {
  if (size === undefined) return markup`<td class="muted">-</td>`;
  const tone = status === 'violated' && size > 0 ? COUNT_TONES[severity] : undefined;
  return tone ? markup`<td class="some ${tone}">${size}</td>` : markup`<td>${size}</td>`;
}

function sectionOf({ id, title, size, content }: Section, index: number): Markup {
  const isFirst = index === 0;
  const shown =
    size > 0 || id === 'accepted'
      ? content
      : markup`<p>None.</p>
`;
  return markup`<section aria-labelledby="${id}">
<h2 id="${id}"${isFirst ? markup` tabindex="-1"` : []}>${title} <span class="muted">${size}</span></h2>
${shown}</section>
`;
}

function findingList(findings: readonly ComplianceFinding[], tone: Tone, lineOf: LineOf): Markup {
  if (findings.length === 0) {
    return markup`<p>None.</p>
`;
  }
  return markup`<ul class="findings">
${findings.map((finding) => findingItem(finding, tone, lineOf))}</ul>
`;
}

function findingItem(finding: ComplianceFinding, tone: Tone, lineOf: LineOf): Markup {
  const { rule, name, id, link, path, type, reason, fix, severity, acknowledgement } = finding;
  const advice = acknowledgement ? acceptance(acknowledgement) : markup`<p><strong>Fix:</strong> ${sentence(fix)}</p>`;
  return markup`<li class="${tone}">
<div><h3>${toned(tone, rule)} <a href="${link}">${breakableName(name)}</a></h3>
${
  id === undefined
    ? []
    : markup`<p class="small">${breakable(id)}</p>
`
}<p>${breakable(path)}</p><p class="muted small">${severity}; ${type}; ${breakable(placeOf(finding, lineOf))}</p></div>
<div><p>${reason}</p>${advice}${asked(finding)}</div>
</li>
`;
}

function acceptance({ reason, ticket, expires }: NonNullable<ComplianceFinding['acknowledgement']>): Markup {
  const more = [...(ticket ? [`ticket ${ticket}`] : []), expires ? `until ${expires}` : 'without a last day'].join(
    ', ',
  );
  return markup`<p><strong>Accepted:</strong> ${sentence(reason)} <span class="muted">${more}</span></p>`;
}

/** Other sources that ask for the same. */
function asked({ controlsByKind: { benchmark, policies, psRule, checkov, own } }: ComplianceFinding): Markup {
  const others = [...benchmark, ...psRule, ...checkov, ...own].join(', ');
  if (!others && policies.length === 0) return markup``;
  const named = policies
    .map((policy) => policyOf(policy))
    .map(({ id, name, link }) => markup`<span class="policy"><a href="${link}">${name}</a> ${id}</span>`);
  return markup`<p class="muted small">Also asked for by ${others || 'Azure Policy'}${named}</p>`;
}

function acknowledgementTable(acknowledgements: readonly AcknowledgementStatus[]): Markup {
  return listed(
    'Acknowledgements',
    ['Where', 'Rule', 'Reason', 'Owner', 'Ticket', 'Expires', 'State', 'Findings'],
    acknowledgements.map(({ path, rule, reason, owner = '', ticket = '', expires = '', state, findings }) => [
      path ? breakable(path) : 'the app',
      rule,
      reason,
      owner,
      ticket,
      expires,
      toned(STATE_TONES[state], state),
      String(findings),
    ]),
  );
}

function controlTable(baseline: ControlBaseline, controls: readonly ControlStatus[]): Markup {
  const ofBaseline = controls.filter((control) => control.baseline === baseline);
  return plainTable(
    `${baseline}, ${ofBaseline[0].benchmark}`,
    ['Control', 'Feature', 'Responsibility', 'Outcome', 'Reason'],
    ofBaseline.map(({ control, feature, responsibility, outcome, reason }) => [
      control,
      feature,
      responsibility,
      toned(OUTCOME_TONES[outcome], outcome),
      breakable(reason),
    ]),
  );
}

function policyTable({ policies }: ReportView): Markup {
  return markup`<p class="muted">Built-in definitions that ask for what rules judge. Azure Policy evaluates a resource alone, so it may answer differently; RULES.md says where.</p>
${plainTable(
  'Built-in definitions',
  ['Policy', 'Id', 'Version', 'Rules, and what they find'],
  policies.map(({ name, link, id, version = '', found }) => [
    markup`<a href="${link}">${name}</a>`,
    id,
    version,
    found.join(', '),
  ]),
)}`;
}

function metTable(findings: readonly ComplianceFinding[]): Markup {
  const rows = findings.map((finding) => [
    markup`${findingKey(finding.rule, finding.id)} <span class="muted">${breakableName(finding.name)}</span>`,
    finding.severity,
    breakable(finding.path),
    markup`<span class="whole">${statusOf(finding)}</span>`,
    breakable(finding.reason),
  ]);
  return fold(
    count(findings, 'finding'),
    plainTable('Findings', ['Rule', 'Severity', 'Resource', 'Status', 'Why'], rows),
  );
}

function listed(caption: string, heads: readonly string[], rows: readonly (readonly (string | Markup)[])[]): Markup {
  return rows.length > 0 ? plainTable(caption, heads, rows) : markup``;
}
