/** A block of HCL: its labels, the texts of its arguments, and the blocks in it by their types. */
export interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  /** The expressions of arguments as they are written, in one line. */
  readonly args: Readonly<Record<string, string>>;
  readonly blocks: readonly HclBlock[];
}

const BLOCK = /^([\w-]+)((?:\s+"[^"]*")*)\s*\{\s*(\})?$/;
const ARGUMENT = /^([\w-]+)\s*=\s*(.*)$/;

/** The blocks of a file as `terraform fmt` leaves it, without heredocs: each argument, block and brace has its line. */
export function parseHcl(text: string): HclBlock[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const { blocks, args } = bodyOf(lines, 'root', []);
  if (lines.length > 0 || Object.keys(args).length > 0) throw new Error(`unexpected ${lines[0]}`);
  return [...blocks];
}

function bodyOf(lines: string[], type: string, labels: readonly string[]): HclBlock {
  const args: Record<string, string> = {};
  const blocks: HclBlock[] = [];
  while (lines.length > 0 && lines[0] !== '}') {
    const line = lines.shift()!;
    const [, kind, names, isEmpty] = BLOCK.exec(line) ?? [];
    const [, name, first] = ARGUMENT.exec(line) ?? [];
    if (kind) {
      const given = [...names.matchAll(/"([^"]*)"/g)].map(([, label]) => label);
      blocks.push(isEmpty ? { type: kind, labels: given, args: {}, blocks: [] } : bodyOf(lines, kind, given));
      if (!isEmpty && lines.shift() !== '}') throw new Error(`${kind} is not closed`);
    } else if (name) {
      args[name] = expressionOf(first, lines);
    } else {
      throw new Error(`cannot read ${line}`);
    }
  }
  return { type, labels, args, blocks };
}

/** An expression goes on while a bracket is open. */
function expressionOf(first: string, lines: string[]): string {
  let expression = first;
  while (depthOf(expression) > 0 && lines.length > 0) expression += ` ${lines.shift()}`;
  return expression;
}

function depthOf(expression: string): number {
  const code = expression.replace(/"(?:[^"\\]|\\.)*"/g, '');
  return (code.match(/[[{(]/g) ?? []).length - (code.match(/[\]})]/g) ?? []).length;
}

/** What a block says, as Terraform's JSON writes it; an expression that is more than a literal is `${expression}`. */
export function jsonOfBlock({ args, blocks }: HclBlock): Record<string, any> {
  const json: Record<string, any> = {};
  for (const [name, expression] of Object.entries(args)) json[name] = literalOf(expression);
  for (const block of blocks) (json[block.type] ??= []).push(jsonOfBlock(block));
  return json;
}

const EXPRESSION = '${expression}';

function literalOf(expression: string): any {
  try {
    const literal: unknown = JSON.parse(expression);
    return JSON.stringify(literal).includes('${') ? withExpressions(literal) : literal;
  } catch {
    return EXPRESSION;
  }
}

function withExpressions(literal: unknown): unknown {
  if (Array.isArray(literal)) return literal.map(withExpressions);
  return typeof literal === 'string' && literal.includes('${') ? EXPRESSION : literal;
}
