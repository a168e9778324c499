type Json = Readonly<Record<string, unknown>>;

/** What a body is read as. */
export interface Reading {
  readonly json: Json;
  /** Resolves the tokens of an attribute; left out where there are none. */
  readonly resolve?: (value: unknown) => unknown;
}

/** What stands in a resource or block, by Terraform's names. */
export class Body {
  /** A body without tokens. */
  public static of(json: Json): Body {
    return new Body(() => ({ json }));
  }

  private reading?: Reading;
  private readonly values = new Map<string, unknown>();

  /** A body that is read, and its attributes resolved one by one, when they are first asked for: most never are. */
  public constructor(private readonly read: () => Reading) {}

  /** The value of an attribute, or of a block. */
  public get(name: string): unknown {
    if (!this.values.has(name)) this.values.set(name, valueIn(this.current, name));
    return this.values.get(name);
  }

  /** Names of all attributes and blocks that are given. */
  public get names(): string[] {
    return Object.keys(this.current.json).filter((name) => this.get(name) !== undefined);
  }

  /**
   * Reads the body again, for the attributes that nothing has asked for yet.
   *
   * @returns whether what was told of it before still holds
   */
  public refresh(): boolean {
    if (!this.reading) return true;
    const before = this.reading.json;
    const now = this.read();
    const holds =
      Object.keys(now.json).every((name) => name in before) &&
      [...this.values].every(([name, value]) => JSON.stringify(value) === JSON.stringify(valueIn(now, name)));
    if (holds) this.reading = now;
    return holds;
  }

  private get current(): Reading {
    return (this.reading ??= this.read());
  }
}

function valueIn({ json, resolve }: Reading, name: string): unknown {
  return resolve ? resolve(json[name]) : json[name];
}
