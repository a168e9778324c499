import { Json } from './json';
import { IElementBody } from '../body';

/** The body of an instance. Most of what a file says of it is never asked for, so each value is read when it is. */
export class InstanceBody implements IElementBody {
  /** A body that is known as a whole. */
  public static of(json: Json): InstanceBody {
    return new InstanceBody(
      () => Object.keys(json),
      (name) => json[name],
    );
  }

  private readonly values = new Map<string, unknown>();

  /**
   * @param namesOf names of what may be given
   * @param read gives one of the values
   */
  public constructor(
    private readonly namesOf: () => string[],
    private readonly read: (name: string) => unknown,
  ) {}

  public get names(): string[] {
    return [...new Set(this.namesOf())].filter((name) => this.get(name) !== undefined);
  }

  public get(name: string): unknown {
    if (!this.values.has(name)) this.values.set(name, this.read(name));
    return this.values.get(name);
  }

  /** The same with some other values. */
  public with(others: Readonly<Record<string, (() => unknown) | undefined>>): InstanceBody {
    // A file may name an attribute as JavaScript names what every object has.
    const given = new Map(Object.entries(others));
    return new InstanceBody(
      () => [...this.namesOf(), ...given.keys()],
      (name) => (given.get(name) ?? (() => this.read(name)))(),
    );
  }
}
