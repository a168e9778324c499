type Json = Readonly<Record<string, unknown>>;

/** Attributes and blocks of a resource or block, by Terraform's names; `undefined` for missing ones. */
export interface IBody {
  /** The value of an attribute, or of a block. */
  get(name: string): unknown;
}

/** The body of an element. */
export interface IElementBody extends IBody {
  /** Names of all attributes and blocks that are given. */
  readonly names: string[];
}

/** The body of a block, which is read with that of its resource. */
export function bodyOfBlock(json: Json): IBody {
  return { get: (name) => json[name] };
}

/** The body of a resource, read when it is first asked for; each value is resolved when that is asked for. */
export class Body implements IElementBody {
  private json?: Json;
  private readonly values = new Map<string, unknown>();

  /**
   * @param read gives the body
   * @param resolve gives a value of it without tokens; to resolve a whole body takes most of the time that one needs
   */
  public constructor(
    private readonly read: () => Json,
    private readonly resolve: (value: unknown) => unknown = (value) => value,
  ) {}

  public get(name: string): unknown {
    const known = this.values.get(name);
    if (known !== undefined) return known;
    const value = this.resolve(this.current[name]);
    this.values.set(name, value);
    return value;
  }

  public get names(): string[] {
    return Object.keys(this.current).filter((name) => this.get(name) !== undefined);
  }

  /**
   * Reads the body again, unless an earlier answer is no longer true.
   *
   * @param wasAsked whether an attribute, or the blocks of a name, were read before
   * @returns whether all earlier answers are still true
   */
  public refresh(wasAsked: (name: string) => boolean): boolean {
    if (!this.json) return true;
    const now = this.read();
    const hasChanged = (name: string) => JSON.stringify(this.get(name)) !== JSON.stringify(this.resolve(now[name]));
    if (Object.keys({ ...this.json, ...now }).some((name) => wasAsked(name) && hasChanged(name))) return false;
    this.json = now;
    this.values.clear();
    return true;
  }

  private get current(): Json {
    return (this.json ??= this.read());
  }
}
