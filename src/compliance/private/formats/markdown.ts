import { ReportContent } from './json';
import { table } from '../../../core/internal/markdown';
import { ComplianceFinding } from '../../compliance-finding';
import { ComplianceStatus } from '../../compliance-status';
import { ControlBaseline, ControlStatus } from '../../control-status';
import { Severity } from '../../severity';
import { UnjudgedType } from '../../unjudged-type';
import { findingKey } from '../acknowledgement-book';

/** Statuses from what fails to what does not. */
const ORDER = [
  ComplianceStatus.VIOLATED,
  ComplianceStatus.UNKNOWN,
  ComplianceStatus.ACKNOWLEDGED,
  ComplianceStatus.NOT_APPLICABLE,
  ComplianceStatus.COMPLIANT,
];
const SEVERITIES = [Severity.ERROR, Severity.WARNING, Severity.INFO];

/** A report for people. */
export function toMarkdown({ findings, acknowledgements, controls, unjudgedTypes }: ReportContent): string {
  const sections = [
    '# Compliance report',
    table(
      ['Status', ...SEVERITIES],
      ORDER.map((status) => [status, ...SEVERITIES.map((severity) => String(countOf(findings, status, severity)))]),
    ),
    'An error fails synth and the command, a warning is printed, and info is for the report alone.',
    '## Controls',
    ...Object.values(ControlBaseline).flatMap((baseline) => controlSection(baseline, controls)),
    '## Findings',
    table(
      ['Rule', 'Severity', 'Resource', 'Type', 'Status', 'Reason', 'Fix', 'Acknowledgement'],
      inOrder(findings).map(findingRow),
    ),
    '## Acknowledgements',
    table(
      ['Where', 'Rule', 'Reason', 'Owner', 'Ticket', 'Expires', 'State', 'Findings'],
      acknowledgements.map(({ path, rule, reason, owner, ticket, expires, state, findings: count }) => [
        path || 'the app',
        rule,
        reason,
        owner ?? '',
        ticket ?? '',
        expires ?? '',
        state,
        String(count),
      ]),
    ),
    ...unjudgedSection(unjudgedTypes),
  ];
  return `${sections.join('\n\n')}\n`;
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

const NOT_JUDGED =
  'No rule judged the resources of these types, so this report does not cover what else they configure.';

/** What an auditor must look at by other means. */
function unjudgedSection(types: readonly UnjudgedType[]): string[] {
  const rows = types.map(({ type, resources, reason }) => [type, String(resources), reason]);
  return ['## Not judged', NOT_JUDGED, table(['Type', 'Resources', 'Why'], rows)];
}

function findingRow({
  rule,
  id,
  severity,
  path,
  type,
  status,
  reason,
  fix,
  acknowledgement,
}: ComplianceFinding): string[] {
  const isMet = status === ComplianceStatus.COMPLIANT || status === ComplianceStatus.NOT_APPLICABLE;
  return [
    findingKey(rule, id),
    severity,
    path,
    type,
    status,
    reason,
    isMet ? '' : fix,
    acknowledgement ? acknowledgement.reason : '',
  ];
}

/** What asks for something comes first, the gravest before the rest; what is as it should be comes last. */
function inOrder(findings: readonly ComplianceFinding[]): ComplianceFinding[] {
  const rank = ({ status, severity }: ComplianceFinding) =>
    ORDER.indexOf(status) * SEVERITIES.length + SEVERITIES.indexOf(severity);
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

function countOf(findings: readonly ComplianceFinding[], status: ComplianceStatus, severity: Severity): number {
  return findings.filter((finding) => finding.status === status && finding.severity === severity).length;
}
