import { ReportContent } from './json';
import { ComplianceFinding } from '../../compliance-finding';
import { ControlStatus } from '../../control-status';

/** A column of the table, with what findings and controls have in it; empty where nothing is named. */
interface Column {
  readonly title: string;
  readonly finding?: (finding: ComplianceFinding) => string | undefined;
  readonly control?: (control: ControlStatus) => string;
}

const FINDING = 'finding';
const CONTROL = 'control';

/** New columns are the last ones, so that no other moves. */
const COLUMNS: readonly Column[] = [
  { title: 'Rule', finding: ({ rule }) => rule },
  { title: 'Name', finding: ({ name }) => name },
  { title: 'Severity', finding: ({ severity }) => severity },
  { title: 'Resource', finding: ({ path }) => path },
  { title: 'Type', finding: ({ type }) => type },
  { title: 'Profile', finding: ({ profile }) => profile },
  { title: 'Status', finding: ({ status }) => status, control: ({ outcome }) => outcome },
  { title: 'Finding', finding: ({ id }) => id },
  { title: 'Reason', finding: ({ reason }) => reason, control: ({ reason }) => reason },
  { title: 'Fix', finding: ({ fix }) => fix },
  { title: 'Link', finding: ({ link }) => link },
  { title: 'Controls', finding: ({ controls }) => controls.join(' '), control: ({ control }) => control },
  { title: 'Acknowledgement', finding: ({ acknowledgement }) => acknowledgement?.reason },
  { title: 'Ticket', finding: ({ acknowledgement }) => acknowledgement?.ticket },
  { title: 'Expires', finding: ({ acknowledgement }) => acknowledgement?.expires },
  { title: 'Row', finding: () => FINDING, control: () => CONTROL },
  { title: 'Benchmark', control: ({ benchmark }) => benchmark },
  { title: 'Baseline', control: ({ baseline }) => baseline },
  { title: 'Feature', control: ({ feature }) => feature },
  { title: 'Responsibility', control: ({ responsibility }) => responsibility },
  { title: 'Rules', control: ({ rules }) => rules.join(' ') },
  { title: 'Owner', finding: ({ acknowledgement }) => acknowledgement?.owner },
];

/** A report for spreadsheets, by RFC 4180: one table of findings and, behind them, controls. */
export function toCsv({ findings, controls }: ReportContent): string {
  const rows = [
    COLUMNS.map(({ title }) => title),
    ...findings.map((each) => COLUMNS.map(({ finding }) => finding?.(each) ?? '')),
    ...controls.map((each) => COLUMNS.map(({ control }) => control?.(each) ?? '')),
  ];
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Spreadsheets run a cell that begins as a formula, also in signs of full width; the apostrophe makes it text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
