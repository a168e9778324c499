import { ReportContent } from './json';
import { ComplianceFinding } from '../../compliance-finding';

const COLUMNS: readonly (readonly [string, (finding: ComplianceFinding) => string | undefined])[] = [
  ['Rule', ({ rule }) => rule],
  ['Name', ({ name }) => name],
  ['Severity', ({ severity }) => severity],
  ['Resource', ({ path }) => path],
  ['Type', ({ type }) => type],
  ['Profile', ({ profile }) => profile],
  ['Status', ({ status }) => status],
  ['Finding', ({ id }) => id],
  ['Reason', ({ reason }) => reason],
  ['Fix', ({ fix }) => fix],
  ['Link', ({ link }) => link],
  ['Controls', ({ controls }) => controls.join(' ')],
  ['Acknowledgement', ({ acknowledgement }) => acknowledgement?.reason],
  ['Ticket', ({ acknowledgement }) => acknowledgement?.ticket],
  ['Expires', ({ acknowledgement }) => acknowledgement?.expires],
];

/** A report for spreadsheets, by RFC 4180. */
export function toCsv({ findings }: ReportContent): string {
  const rows = findings.map((finding) => COLUMNS.map(([, read]) => read(finding) ?? ''));
  return [COLUMNS.map(([title]) => title), ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Spreadsheets run a cell that begins as a formula, also in signs of full width; the apostrophe makes it text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
