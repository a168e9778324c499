type Json = Readonly<Record<string, unknown>>;

/** What stands in a resource or block, by Terraform's names. */
export class Body {
  /** A body without tokens. */
  public static of(json: Json): Body {
    return new Body(
      () => json,
      (value) => value,
    );
  }

  /** A body that is read, and its attributes resolved one by one, when they are first asked for: most never are. */
  public static lazy(read: () => Json, resolve: (value: unknown) => unknown): Body {
    return new Body(read, resolve);
  }

  private json?: Json;
  private readonly resolved = new Map<string, unknown>();

  private constructor(
    private readonly read: () => Json,
    private readonly resolve: (value: unknown) => unknown,
  ) {}

  /** The value of an attribute, or of a block. */
  public get(name: string): unknown {
    if (!this.resolved.has(name)) this.resolved.set(name, this.resolve(this.raw[name]));
    return this.resolved.get(name);
  }

  /** Names of all attributes and blocks that are given. */
  public get names(): string[] {
    return Object.keys(this.raw).filter((name) => this.get(name) !== undefined);
  }

  private get raw(): Json {
    return (this.json ??= this.read());
  }
}
