/** A text in quotes, an attribute, a sign, or whatever is between blanks and signs. A last quote may be missing. */
const TOKEN =
  /\s*('(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?|@\w*(?:\[[^\]]*\]?)?|&&|\|\||[(){},!]|[^\s(){},!'"@&|]+|[\s\S])/y;
const SIGN = /^([(){},!@&|]|&&|\|\|)/;
const KEYWORD = /^(AND|OR|NOT|Exists)$/i;
const WORD = /^[A-Za-z]\w*(:\w+)?$/;
const TEXT = /^(['"])(?:[\s\S]*[^\\])?\1$/;

interface Token {
  readonly text: string;
  /** Position of its first character. */
  readonly at: number;
}

/** The tokens of a condition, read one after the other. */
export class ConditionTokens {
  private readonly tokens: readonly Token[];
  private index = 0;

  public constructor(private readonly condition: string) {
    this.tokens = tokensOf(condition);
  }

  public get isAtEnd(): boolean {
    return this.index >= this.tokens.length;
  }

  /** The next token; empty at the end. */
  public get next(): string {
    return this.tokens[this.index]?.text ?? '';
  }

  public get afterNext(): string {
    return this.tokens[this.index + 1]?.text ?? '';
  }

  public get afterNextIsText(): boolean {
    return TEXT.test(this.afterNext);
  }

  public get isAttribute(): boolean {
    return this.next.startsWith('@');
  }

  /** Source and name of an attribute; no name where its brackets are missing or not closed. */
  public get attributeParts(): [source: string, name: string | undefined] {
    const [source, name] = this.next.split('[', 2);
    return [source, name?.endsWith(']') ? name.slice(0, -1) : undefined];
  }

  public get isWord(): boolean {
    return WORD.test(this.next);
  }

  /** A text in quotes, a number, a GUID, or whatever else is no sign and no keyword. */
  public get isValue(): boolean {
    const { next } = this;
    if (/^['"]/.test(next)) return TEXT.test(next);
    return next !== '' && !SIGN.test(next) && !KEYWORD.test(next);
  }

  public take(): void {
    this.index += 1;
  }

  /** Remembers the place, for what is found to be wrong with it later. */
  public mark(): Pick<ConditionTokens, 'fault'> {
    const { index } = this;
    return { fault: (what) => this.faultAt(index, what) };
  }

  /** Says what is wrong with the next token. */
  public fault(what: string): string {
    return this.faultAt(this.index, what);
  }

  private faultAt(index: number, what: string): string {
    const token = this.tokens[index];
    if (!token) return `has ${what} at its end`;
    if (/^['"]/.test(token.text) && !TEXT.test(token.text)) {
      return `has a quote that nothing closes at ${this.place(token)}`;
    }
    return `has ${what} at ${this.place(token)}`;
  }

  private place({ at }: Token): string {
    const excerpt = this.condition.slice(at, at + 32).replace(/\s+/g, ' ');
    return `character ${at + 1}, "${excerpt}${at + 32 < this.condition.length ? '...' : ''}"`;
  }
}

function tokensOf(condition: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN.source, 'y');
  const length = condition.trimEnd().length;
  while (pattern.lastIndex < length) {
    const [whole, text] = pattern.exec(condition)!;
    tokens.push({ text, at: pattern.lastIndex - text.length });
    if (whole === '') break;
  }
  return tokens;
}
