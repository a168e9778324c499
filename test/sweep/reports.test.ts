import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { SignalrService } from '@cdktf/provider-azurerm/lib/signalr-service';
import { TerraformStack, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { HOSTILE } from './support/hostile';
import { SecureSignalRApp } from '../../src';
import { SecurityBaseline } from '../../src/compliance';
import { ConnectivityReport } from '../../src/connectivity';
import { pauseStackTraces } from '../../src/engine/stack-traces';
import { sarifErrors } from '../support/sarif';

/** Azure takes no names of more than some hundred characters, and the library refuses them. */
const TEXTS = Object.entries(HOSTILE).map(([name, text]) => [name, text.slice(0, 2000)] as const);

const INVISIBLE = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u;

/** A stack with a service and an app below a construct with such an id, and a bad service with such a name. */
function newTree(text: string, stackId: string = 'Prod') {
  const stack = new TerraformStack(Testing.app(), stackId);
  new AzurermProvider(stack, 'azurerm', { features: [{}] });
  const scope = new Construct(stack, `Team ${text}`);
  const chat = new SecureSignalRApp(scope, 'Chat', { location: 'centralus', tags: { team: text.slice(0, 256) } });
  new SignalrService(scope, 'Bad', {
    ...{ name: text, resourceGroupName: text, location: 'centralus', sku: { name: 'Free_F1', capacity: 1 } },
    cors: [{ allowedOrigins: [text, '*'] }],
  });
  SecurityBaseline.acknowledge(scope, {
    rule: 'SIG1',
    reason: `for the pilot ${text}`,
    ticket: text,
    expires: '2030-01-01',
  });
  return { stack, chat, today: '2026-01-01' };
}

/** The rows of a table by RFC 4180. */
function csvRows(csv: string): string[][] {
  const cells = [...csv.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)];
  expect(cells.map(([cell]) => cell).join('')).toBe(csv);
  const rows: string[][] = [[]];
  for (const [, cell, end] of cells) {
    rows[rows.length - 1].push(cell.startsWith('"') ? cell.slice(1, -1).replace(/""/g, '"') : cell);
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

/** The number of cells in each row of each table of a document. */
function tableWidths(markdown: string): number[][] {
  const tables = markdown.split('\n\n').filter((block) => block.startsWith('|'));
  return tables.map((table) =>
    table
      .trim()
      .split('\n')
      .map((row) => row.match(/(?<!\\)(?:\\\\)*\|/g)!.length),
  );
}

describe.each(TEXTS)('reports of a tree with %s in its ids and names', (_name, text) => {
  let resume: () => void;
  beforeAll(() => (resume = pauseStackTraces()));
  afterAll(() => resume());

  test('are well-formed and tell everything in its place', () => {
    const { stack, today } = newTree(text);
    const report = SecurityBaseline.evaluate(stack, { today });
    const paths = new Set(report.findings.map(({ path }) => path));
    expect(JSON.parse(report.toJson()).findings.map(({ path }: { path: string }) => path)).toEqual(
      report.findings.map(({ path }) => path),
    );

    const rows = csvRows(report.toCsv());
    expect(rows).toHaveLength(report.findings.length + report.controls.length + 1);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([22]));
    expect(new Set(rows.slice(1, report.findings.length + 1).map(([, , , path]) => path.replace(/^'/, '')))).toEqual(
      paths,
    );
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell))).toEqual([]);

    const markdown = report.toMarkdown();
    tableWidths(markdown).forEach((widths) => expect(new Set(widths).size).toBe(1));
    expect(markdown.replace(/\n/g, '')).not.toMatch(INVISIBLE);
    expect(markdown).not.toContain('| <img');

    expect(sarifErrors(JSON.parse(report.toSarif({ openOnly: false })))).toEqual([]);
  });

  test('of connectivity are well-formed and hide nothing', () => {
    const report = ConnectivityReport.of(newTree(text).stack);
    expect(JSON.parse(report.toJson())).toEqual(JSON.parse(JSON.stringify(report.data)));
    for (const written of [report.toMarkdown(), report.toMermaid(), report.toGraphviz(), report.toHtml()]) {
      expect(written.replace(/\n/g, '')).not.toMatch(INVISIBLE);
    }
    expect(report.toHtml()).not.toContain('<img');
    tableWidths(report.toMarkdown()).forEach((widths) => expect(new Set(widths).size).toBe(1));
  });
});

test.each(TEXTS.filter(([, text]) => isStackId(text)))(
  'reports of a stack with %s as id are written',
  (_name, text) => {
    const { stack, today } = newTree('Inner', text);
    const report = SecurityBaseline.evaluate(stack, { today });
    expect(sarifErrors(JSON.parse(report.toSarif()))).toEqual([]);
    expect(() => ConnectivityReport.of(stack).toHtml()).not.toThrow();
  },
);

/** Whether cdktf itself takes an id for a stack. */
function isStackId(id: string): boolean {
  try {
    return id !== '' && new TerraformStack(Testing.app(), id) !== undefined;
  } catch {
    return false;
  }
}
