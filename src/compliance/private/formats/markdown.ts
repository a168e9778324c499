import { ComplianceFinding } from '../../compliance-finding';
import { ComplianceStatus } from '../../compliance-status';
import { findingKey } from '../acknowledgement-book';
import { ReportContent } from './json';
import { oneLine } from '../../../core/internal/one-line';

/** A report for people. */
export function toMarkdown({ findings, acknowledgements, controls }: ReportContent): string {
  const sections = [
    '# Compliance report',
    table(
      ['Status', 'Findings'],
      Object.values(ComplianceStatus).map((status) => [status, String(countOf(findings, status))]),
    ),
    '## Controls',
    table(
      ['Control', 'Feature', 'Responsibility', 'Outcome', 'Reason'],
      controls.map(({ control, feature, responsibility, outcome, reason }) => [
        control,
        feature,
        responsibility,
        outcome,
        reason,
      ]),
    ),
    '## Findings',
    table(
      ['Rule', 'Severity', 'Resource', 'Type', 'Status', 'Reason', 'Fix', 'Acknowledgement'],
      findings.map(findingRow),
    ),
    '## Acknowledgements',
    table(
      ['Construct', 'Rule', 'Reason', 'Ticket', 'Expires', 'State', 'Findings'],
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
  ];
  return `${sections.join('\n\n')}\n`;
}

/** A table of texts as they are, or a word where it would have no rows. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  return markdownTable(
    titles,
    rows.map((row) => row.map(escaped)),
  );
}

/** A table of cells that are Markdown already. */
export function markdownTable(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'None.';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A text that stands in Markdown as it is, in one line. */
export function escaped(text: string): string {
  return oneLine(text.replace(/\s+/g, ' '))
    .replace(/&/g, '&amp;')
    .replace(/[\\`*_[\]<>|~#]/g, '\\$&');
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
