import { ReportContent } from './json';
import { CitedPolicy, placeOf, SEVERITIES, statusOf, viewOf } from './report-view';
import { escaped, markdownTable, table } from '../../../core/internal/markdown';
import { count } from '../../../page/text';
import { AcknowledgementStatus } from '../../acknowledgement-status';
import { ComplianceFinding } from '../../compliance-finding';
import { ControlBaseline, ControlStatus } from '../../control-status';
import { UnjudgedType } from '../../unjudged-type';
import { findingKey } from '../acknowledgement-book';
import { policyOf } from '../citations';
import { sentence } from '../evaluation';

type LineOf = (path: string) => number | undefined;

/** A report for people: what fails first, what is as it should be last. */
export function toMarkdown(content: ReportContent, lineOf: LineOf = () => undefined): string {
  const { verdict, profiles, counts, errors, unknown, warnings, accepted, noted, policies, met } = viewOf(content);
  const { acknowledgements, controls, unjudgedTypes } = content;
  const open = (findings: readonly ComplianceFinding[], what: string) =>
    markdownTable(
      ['Rule', 'Severity', 'Resource', what, 'Fix', 'Also asked for by'],
      findings.map((finding) => [
        ruleCell(finding),
        finding.severity,
        resourceCell(finding, lineOf),
        escaped(finding.reason),
        escaped(sentence(finding.fix)),
        controlCell(finding),
      ]),
    );
  const sections = [
    '# Compliance report',
    `**${escaped(verdict)}**`,
    ...(profiles ? [`Profile: ${profiles}.`] : []),
    table(
      ['Status', ...SEVERITIES],
      counts.map(({ status, counts: row }) => [
        status,
        ...row.map((size) => (size === undefined ? '-' : String(size))),
      ]),
    ),
    'An error fails synth and the command, a warning is printed, and info is for the report alone.',
    '## What fails',
    open(errors, 'Finding'),
    '## Unknown, and what decides',
    open(unknown, 'What decides'),
    '## Warnings',
    open(warnings, 'Finding'),
    '## Accepted',
    acceptedTable(accepted),
    '### Acknowledgements',
    acknowledgementTable(acknowledgements),
    '## Controls',
    ...Object.values(ControlBaseline).flatMap((baseline) => controlSection(baseline, controls)),
    '## For information',
    'Advice of rules with severity info, which nothing has to follow.',
    open(noted, 'Note'),
    '## Azure Policy',
    'Built-in definitions that ask for what rules judge. Azure Policy evaluates a resource alone, so it may answer differently; RULES.md says where.',
    policyTable(policies),
    ...unjudgedSection(unjudgedTypes),
    '## Compliant, or not applicable',
    metSection(met),
  ];
  return `${sections.join('\n\n')}\n`;
}

function acceptedTable(findings: readonly ComplianceFinding[]): string {
  return markdownTable(
    ['Rule', 'Severity', 'Resource', 'Finding', 'Accepted because', 'Ticket', 'Expires'],
    findings.map((finding) => {
      const { reason = '', ticket = '', expires = '' } = finding.acknowledgement ?? {};
      const cells = [finding.severity, finding.path, finding.reason, reason, ticket, expires];
      return [ruleCell(finding), ...cells.map(escaped)];
    }),
  );
}

function acknowledgementTable(acknowledgements: readonly AcknowledgementStatus[]): string {
  return table(
    ['Where', 'Rule', 'Reason', 'Owner', 'Ticket', 'Expires', 'State', 'Findings'],
    acknowledgements.map(({ path, rule, reason, owner, ticket, expires, state, findings }) => [
      path || 'the app',
      rule,
      reason,
      owner ?? '',
      ticket ?? '',
      expires ?? '',
      state,
      String(findings),
    ]),
  );
}

/** The controls of one baseline. */
function controlSection(baseline: ControlBaseline, controls: readonly ControlStatus[]): string[] {
  const listed = controls.filter((control) => control.baseline === baseline);
  return [
    `### ${baseline}`,
    `${listed[0].benchmark}.`,
    table(
      ['Control', 'Feature', 'Responsibility', 'Outcome', 'Reason'],
      listed.map(({ control, feature, responsibility, outcome, reason }) => [
        control,
        feature,
        responsibility,
        outcome,
        reason,
      ]),
    ),
  ];
}

function policyTable(policies: readonly CitedPolicy[]): string {
  return markdownTable(
    ['Policy', 'Id', 'Version', 'Rules, and what they find'],
    policies.map((policy) => [
      link(policy.name, policy.link),
      policy.id,
      policy.version ?? '',
      policy.found.join(', '),
    ]),
  );
}

const NOT_JUDGED =
  'No rule judged the resources of these types, so this report does not cover what else they configure.';

/** Types that an auditor must review by other means. */
function unjudgedSection(types: readonly UnjudgedType[]): string[] {
  const rows = types.map(({ type, resources, reason }) => [type, String(resources), reason]);
  return ['## Not judged', NOT_JUDGED, table(['Type', 'Resources', 'Why'], rows)];
}

/** Findings that ask for nothing, folded. */
function metSection(findings: readonly ComplianceFinding[]): string {
  if (findings.length === 0) return 'None.';
  const rows = findings.map((finding) => {
    const { rule, id, name, severity, path, reason } = finding;
    return [findingKey(rule, id), name, severity, path, statusOf(finding), reason];
  });
  const listed = table(['Rule', 'Name', 'Severity', 'Resource', 'Status', 'Reason'], rows);
  return `<details><summary>${count(findings, 'finding')}</summary>\n\n${listed}\n\n</details>`;
}

function ruleCell({ rule, id, name, link: page }: ComplianceFinding): string {
  const linked = link(`${rule} ${name}`, page);
  return id === undefined ? linked : `${linked}<br>${escaped(id)}`;
}

function resourceCell(finding: ComplianceFinding, lineOf: LineOf): string {
  const { path, type } = finding;
  return [path, type, placeOf(finding, lineOf)].map(escaped).join('<br>');
}

function controlCell({ controlsByKind: { benchmark, policies, psRule, checkov, own } }: ComplianceFinding): string {
  const named = policies.map((id) => {
    const policy = policyOf(id);
    return `${link(policy.name, policy.link)} (${id})`;
  });
  return [...benchmark.map(escaped), ...named, ...[...psRule, ...checkov, ...own].map(escaped)].join('<br>');
}

/** A link whose address ends neither it nor its cell. */
function link(text: string, address: string): string {
  const safe = address.replace(
    /[()<>|\\\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `[${escaped(text)}](${safe})`;
}
