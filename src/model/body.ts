type Json = Readonly<Record<string, unknown>>;

/** What stands in a resource or block, by Terraform's names; `undefined` for what is not given. */
export interface IBody {
  /** The value of an attribute, or of a block. */
  get(name: string): unknown;
}

/** The body of a block, which is read with that of its resource. */
export function bodyOfBlock(json: Json): IBody {
  return { get: (name) => json[name] };
}

/** The body of a resource, read when it is first asked for. */
export class Body implements IBody {
  private json?: Json;

  /** @param read gives the body without tokens */
  public constructor(private readonly read: () => Json) {}

  public get(name: string): unknown {
    return this.current[name];
  }

  /** Names of all attributes and blocks that are given. */
  public get names(): string[] {
    return Object.keys(this.current).filter((name) => this.current[name] !== undefined);
  }

  /**
   * Reads the body again, unless what was told of it does not hold any more.
   *
   * @param wasAsked whether anything was told of an attribute, or of the blocks of a name
   * @returns whether all that was told still holds
   */
  public refresh(wasAsked: (name: string) => boolean): boolean {
    if (!this.json) return true;
    const before = this.json;
    const now = this.read();
    const names = Object.keys({ ...before, ...now });
    const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name]));
    if (changed.some(wasAsked)) return false;
    this.json = now;
    return true;
  }

  private get current(): Json {
    return (this.json ??= this.read());
  }
}
