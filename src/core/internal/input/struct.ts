import { Expected, faultsOf } from './expected';
import { isNear, sameLetters } from './near-names';
import { isRecord } from './objects';
import type { Problem } from '../problem';

/** A prop or parameter. */
export interface Slot {
  readonly name: string;
  readonly optional: boolean;
  readonly variadic: boolean;
  readonly expected: Expected;
}

/** An object with props; it may have more, unless one of these is a known one misspelt. */
export class Struct implements Expected {
  public readonly isStruct = true;
  private readonly known: ReadonlyMap<string, Slot>;
  private readonly nearBy = new Map<string, readonly Slot[]>();

  public constructor(
    private readonly slots: readonly Slot[],
    private readonly isPropElsewhere: (name: string) => boolean,
  ) {
    this.known = new Map(slots.map((slot) => [slot.name, slot]));
  }

  public get words(): string {
    const required = this.slots.filter(({ optional }) => !optional).map(({ name }) => name);
    return required.length > 0 ? `an object with ${required.join(', ')}` : 'an object';
  }

  public fits(value: unknown): boolean {
    if (!isRecord(value)) return false;
    for (const { name, optional, expected } of this.slots) {
      const prop = value[name];
      if (prop === undefined ? !optional : !expected.fits(prop)) return false;
    }
    return !isPlain(value) || Object.keys(value).every((name) => this.known.has(name) || !this.misspelt(name, value));
  }

  public within(path: string, value: unknown): readonly Problem[] {
    if (!isRecord(value)) return [];
    const at = (name: string) => (path ? `${path}.${name}` : name);
    const unknown = isPlain(value) ? Object.keys(value).filter((name) => !this.known.has(name)) : [];
    const misspelt = new Map(
      unknown.flatMap((name) => {
        const meant = this.misspelt(name, value);
        return meant ? [[meant, name] as const] : [];
      }),
    );
    return this.slots.flatMap((slot): readonly Problem[] => {
      const { name, optional, expected } = slot;
      const written = misspelt.get(slot);
      if (written !== undefined) return [misspeltFault(at(written), name)];
      return value[name] === undefined && optional ? [] : faultsOf(at(name), value[name], expected, optional);
    });
  }

  /** The prop that is meant by a name that is no prop. */
  private misspelt(name: string, value: Readonly<Record<string, unknown>>): Slot | undefined {
    if (value[name] === undefined) return undefined;
    return this.near(name).find((slot) => {
      if (value[slot.name] !== undefined) return false;
      // One object with the props of several constructs is common; what fits is meant, such as a text is no group.
      return sameLetters(name, slot.name) || !this.isPropElsewhere(name) || slot.expected.fits(value[name]);
    });
  }

  private near(name: string): readonly Slot[] {
    let near = this.nearBy.get(name);
    if (!near) this.nearBy.set(name, (near = this.slots.filter((slot) => isNear(name, slot.name))));
    return near;
  }
}

function misspeltFault(written: string, name: string): Problem {
  return { code: 'core/unknown-prop', message: `${written} is not a prop; write ${name}` };
}

/** Whether an object was written for the call; an object of a class has what its class needs. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
