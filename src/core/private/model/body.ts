type Json = Readonly<Record<string, unknown>>;

/** What stands in a resource or block, by Terraform's names. */
export interface IBody {
  /** Names of all attributes and blocks that are given. */
  readonly names: string[];
  /** The value of an attribute, or of a block. */
  get(name: string): unknown;
}

/** What a body is read as. */
export interface Reading {
  readonly json: Json;
  /** Resolves the tokens of an attribute; left out where there are none. */
  readonly resolve?: (value: unknown) => unknown;
}

/** A body without tokens. */
export function plainBody(json: Json): IBody {
  return {
    get: (name) => json[name],
    get names() {
      return Object.keys(json).filter((name) => json[name] !== undefined);
    },
  };
}

/** A body that is read, and its attributes resolved one by one, when they are first asked for: most never are. */
export class Body implements IBody {
  private reading?: Reading;
  /** What was told of it. */
  private readonly told = new Map<string, unknown>();

  public constructor(private readonly read: () => Reading) {}

  public get(name: string): unknown {
    const { json, resolve } = this.current;
    if (!resolve) return json[name];
    const value = resolve(json[name]);
    this.told.set(name, value);
    return value;
  }

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
    const { json, resolve } = this.reading;
    const told = resolve ? [...this.told] : Object.entries(json);
    const now = this.read();
    const holds =
      Object.keys(now.json).every((name) => name in json) &&
      told.every(([name, value]) => JSON.stringify(value) === JSON.stringify(valueIn(now, name)));
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
