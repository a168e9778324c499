import { oneLine } from '../../../core/internal/one-line';

/** Text of a `.tf` file, of blocks and comments. */
export class Blocks {
  private readonly lines: string[] = [];

  public constructor(...heading: readonly string[]) {
    this.comment(...heading);
  }

  public comment(...texts: readonly string[]): void {
    if (this.lines.length > 0) this.lines.push('');
    this.lines.push(...texts.map((text) => `# ${oneLine(text)}`));
  }

  /** Takes over what exists; needs Terraform 1.5. */
  public import(to: string, id: string, because?: string): void {
    this.block(because, ['import {', `  to = ${to}`, `  id = ${quoted(id)}`, '}']);
  }

  /** Renames within one state. */
  public moved(from: string, to: string, because?: string): void {
    this.block(because, ['moved {', `  from = ${from}`, `  to   = ${to}`, '}']);
  }

  /** Forgets what exists and leaves it in Azure; needs Terraform 1.7. */
  public removed(from: string): void {
    this.block(undefined, ['removed {', `  from = ${from}`, '  lifecycle {', '    destroy = false', '  }', '}']);
  }

  public get text(): string {
    return `${this.lines.join('\n')}\n`;
  }

  /** @param because why the block is left to a person, as a comment */
  private block(because: string | undefined, lines: readonly string[]): void {
    this.lines.push('');
    if (because === undefined) this.lines.push(...lines);
    else this.lines.push(...[because, ...lines].map((line) => `# ${oneLine(line)}`));
  }
}

/** A text of HCL, in which nothing is an expression. */
function quoted(text: string): string {
  return JSON.stringify(text)
    .replace(/([$%])\{/g, '$1$1{')
    .replace(/\\([bf])/g, (_, letter) => (letter === 'b' ? '\\u0008' : '\\u000c'));
}
