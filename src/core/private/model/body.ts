type Json = Readonly<Record<string, unknown>>;

/** What stands in a resource or block, by Terraform's names. */
export class Body {
  /** A body without tokens. */
  public static of(json: Json): Body {
    return Body.resolved(() => json);
  }

  /** A body without tokens that is read when it is first asked for. */
  public static resolved(read: () => Json): Body {
    return new Body(read, (value) => value);
  }

  /** A body that is read, and its attributes resolved one by one, when they are first asked for: most never are. */
  public static lazy(read: () => Json, resolve: (value: unknown) => unknown): Body {
    return new Body(read, resolve);
  }

  private json?: Json;
  private readonly values = new Map<string, unknown>();

  private constructor(
    private readonly read: () => Json,
    private readonly resolve: (value: unknown) => unknown,
  ) {}

  /** The value of an attribute, or of a block. */
  public get(name: string): unknown {
    if (!this.values.has(name)) this.values.set(name, this.resolve(this.raw[name]));
    return this.values.get(name);
  }

  /** Names of all attributes and blocks that are given. */
  public get names(): string[] {
    return Object.keys(this.raw).filter((name) => this.get(name) !== undefined);
  }

  /** Whether what was read of it would be read again. */
  public get isCurrent(): boolean {
    if (!this.json) return true;
    const now = this.read();
    return [...this.values].every(([name, value]) => JSON.stringify(value) === JSON.stringify(this.resolve(now[name])));
  }

  private get raw(): Json {
    return (this.json ??= this.read());
  }
}
