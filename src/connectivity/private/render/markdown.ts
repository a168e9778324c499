import { wayNames } from './names';
import { OriginRow, ServiceSection, serviceSections, summary } from './service-section';
import { MARKS, typeName } from './text';
import { plain } from '../../../page/text';
import { ConnectivityData } from '../../connectivity-data';

/** The data as Markdown tables whose columns are aligned, so that they also read well in a terminal. */
export function renderMarkdown(data: ConnectivityData): string {
  const wayName = wayNames(data);
  const sections = serviceSections(data).flatMap((section) => new SectionWriter(section, wayName).write());
  return `${['# Connectivity', summary(data), ...sections].join('\n\n')}\n`;
}

/** Writes the tables of one service. Cells refer to reasons by number, and to endpoints by their names. */
class SectionWriter {
  private readonly reasons = new Map<string, number>();
  private readonly endpoints = new Map<string, string>();

  public constructor(
    private readonly section: ServiceSection,
    private readonly wayName: (key: string) => string,
  ) {}

  public write(): string[] {
    const { name, service, requestTypes, rows } = this.section;
    const heading = [`## ${escape(name)}`, `${escape(service.id)} (${escape(typeName(service.type))})`];
    if (rows.length === 0) return [...heading, 'Nothing calls it.'];
    const matrix = rows.map((row) => [escape(row.name), ...row.cells.map((cell) => this.verdicts(cell))]);
    const resolutions = rows.flatMap((row) => this.resolutions(row));
    return [
      ...heading,
      table([['From', ...requestTypes.map(escape)], ...matrix]),
      '### Name resolution',
      table([['From', 'Leads to', 'Steps', 'Because'], ...resolutions]),
      '### Reasons',
      [...this.reasons].map(([reason, number]) => `${number}. ${reason}`).join('\n'),
      ...this.legend(),
    ];
  }

  private verdicts(paths: OriginRow['cells'][number]): string {
    return paths
      .map(({ verdict, via, code, reason }) => {
        const way = via ? ` via ${this.endpoint(via)}` : '';
        return `${MARKS[verdict]} ${verdict}${way} (${this.reason(`${escape(code)}: ${escape(reason)}`)})`;
      })
      .join('; ');
  }

  private resolutions({ name, resolutions }: OriginRow): string[][] {
    return resolutions.map(({ kind, privateEndpoint, chain, code, reason }) => [
      escape(name),
      privateEndpoint ? `${kind}: ${this.endpoint(privateEndpoint)}` : kind,
      chain.map(escape).join(' → '),
      code ? `${escape(code)}: ${escape(reason)}` : escape(reason),
    ]);
  }

  private reason(reason: string): number {
    const number = this.reasons.get(reason) ?? this.reasons.size + 1;
    this.reasons.set(reason, number);
    return number;
  }

  private endpoint(key: string): string {
    const name = this.wayName(key);
    if (name !== key) this.endpoints.set(name, key);
    return escape(name);
  }

  private legend(): string[] {
    if (this.endpoints.size === 0) return [];
    const lines = [...this.endpoints].map(([name, key]) => `- ${escape(name)}: ${escape(key)}`);
    return ['### Endpoints', lines.join('\n')];
  }
}

function table(rows: string[][]): string {
  const widths = rows[0].map((_, column) => Math.max(3, ...rows.map((row) => columns(row[column]))));
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell + ' '.repeat(widths[column] - columns(cell))).join(' | ')} |`;
  return [line(rows[0]), line(widths.map((width) => '-'.repeat(width))), ...rows.slice(1).map(line)].join('\n');
}

/** Number of columns of a terminal that the text fills. */
function columns(text: string): number {
  const wide = /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
  return [...text.replace(/[\p{M}\p{Cf}]/gu, '')].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
}

/** Text that Markdown shows as it is. An underscore within a word means nothing to it and stays readable. */
export function escape(text: string): string {
  return plain(text)
    .trim()
    .replace(/[\\`*[\]|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/:\/\//g, ':\\/\\/')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`)
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
