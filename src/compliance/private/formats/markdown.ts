import { table } from '../../../core/internal/markdown';
import { ComplianceFinding } from '../../compliance-finding';
import { ComplianceStatus } from '../../compliance-status';
import { ControlBaseline, ControlStatus } from '../../control-status';
import { findingKey } from '../acknowledgement-book';
import { ReportContent } from './json';
import { UnjudgedType } from '../../unjudged-type';

/** A report for people. */
export function toMarkdown({ findings, acknowledgements, controls, unjudgedTypes }: ReportContent): string {
  const sections = [
    '# Compliance report',
    table(
      ['Status', 'Findings'],
      Object.values(ComplianceStatus).map((status) => [status, String(countOf(findings, status))]),
    ),
    '## Controls',
    ...Object.values(ControlBaseline).flatMap((baseline) => controlSection(baseline, controls)),
    '## Findings',
    table(
      ['Rule', 'Severity', 'Resource', 'Type', 'Status', 'Reason', 'Fix', 'Acknowledgement'],
      findings.map(findingRow),
    ),
    '## Acknowledgements',
    table(
      ['Where', 'Rule', 'Reason', 'Ticket', 'Expires', 'State', 'Findings'],
      acknowledgements.map(({ path, rule, reason, ticket, expires, state, findings: count }) => [
        path || 'the app',
        rule,
        reason,
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

function countOf(findings: readonly ComplianceFinding[], status: ComplianceStatus): number {
  return findings.filter((finding) => finding.status === status).length;
}
