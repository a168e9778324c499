import { Expected, faultsOf } from './expected';
import { isNear, sameLetters } from '../near-names';
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
  private readonly required: readonly string[];
  private readonly nearBy = new Map<string, readonly Slot[]>();

  public constructor(
    private readonly slots: readonly Slot[],
    private readonly isPropElsewhere: (name: string) => boolean,
  ) {
    this.known = new Map(slots.map((slot) => [slot.name, slot]));
    this.required = slots.filter(({ optional }) => !optional).map(({ name }) => name);
  }

  public get words(): string {
    return this.required.length > 0 ? `an object with ${this.required.join(', ')}` : 'an object';
  }

  public fits(value: unknown): boolean {
    if (!isRecord(value)) return false;
    if (!isPlain(value)) return this.slots.every((slot) => fitsSlot(slot, value[slot.name]));
    // What is given is mostly a few of many props.
    for (const name of Object.keys(value)) {
      const slot = this.known.get(name);
      if (slot ? !fitsSlot(slot, value[name]) : this.misspelt(name, value)) return false;
    }
    return this.required.every((name) => value[name] !== undefined);
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
      return sameLetters(name, slot.name) || slot.expected.fits(value[name]) || !this.isPropElsewhere(name);
    });
  }

  private near(name: string): readonly Slot[] {
    let near = this.nearBy.get(name);
    if (!near) this.nearBy.set(name, (near = this.slots.filter((slot) => isNear(name, slot.name))));
    return near;
  }
}

/** Reports whether a prop is given as it is expected, or left out where it may be. */
function fitsSlot({ optional, expected }: Slot, value: unknown): boolean {
  return value === undefined ? optional : expected.fits(value);
}

function misspeltFault(written: string, name: string): Problem {
  return { code: 'core/unknown-prop', message: `${written} is not a prop; write ${name}` };
}

/** Reports whether an object was written for the call; an object of a class has what its class needs. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
