import { Document, isCollection, isNode, LineCounter, parseDocument } from 'yaml';

/** A YAML file whose values know their lines. */
export class YamlSource {
  private readonly lines = new LineCounter();
  private readonly document: Document.Parsed;

  public constructor(
    private readonly name: string,
    text: string,
  ) {
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false });
  }

  /** Errors of the YAML, each with its line. */
  public get problems(): string[] {
    return this.document.errors.map(({ pos, message }) => `${this.at(pos[0])}: ${message}`);
  }

  /** Value of the document. */
  public get value(): unknown {
    return this.document.toJS();
  }

  /** `FILE:LINE` of a value; of what holds it, where there is no such value. */
  public placeOf(path: readonly (string | number)[]): string {
    for (let length = path.length; length > 0; length--) {
      const key = this.keyOf(path.slice(0, length));
      if (key !== undefined) return this.at(key);
    }
    return this.at(0);
  }

  /** Start of a value: its key, or itself in a list. */
  private keyOf(path: readonly (string | number)[]): number | undefined {
    const holder = path.length > 1 ? this.document.getIn(path.slice(0, -1), true) : this.document.contents;
    const last = path[path.length - 1];
    if (!isCollection(holder)) return undefined;
    const pair = (holder.items as unknown[]).find(
      (item) => typeof item === 'object' && item !== null && 'key' in item && String(item.key) === String(last),
    ) as { readonly key: unknown } | undefined;
    const node = pair?.key ?? holder.get(last as number, true);
    return isNode(node) ? node.range?.[0] : undefined;
  }

  private at(offset: number): string {
    return `${this.name}:${this.lines.linePos(offset).line}`;
  }
}
