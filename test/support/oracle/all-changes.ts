import { Change, Pick } from './changes';
import { nameChanges } from './changes-of-names';
import { networkChanges } from './changes-of-networks';
import { serviceChanges } from './changes-of-service';
import { Estate } from './estate';

/** All changes by name. */
export function allChanges(): Readonly<Record<string, Change>> {
  return { ...networkChanges, ...nameChanges, ...serviceChanges };
}

/** An estate with some changes, each with a number that decides what it picks. */
export function changed(base: Estate, changes: readonly { readonly name: string; readonly seed: number }[]): Estate {
  const estate = structuredClone(base);
  const all = allChanges();
  for (const { name, seed } of changes) {
    let rest = seed;
    const pick: Pick = (...options) => {
      const chosen = options[rest % options.length];
      rest = Math.floor(rest / options.length);
      return chosen;
    };
    all[name](estate, pick);
  }
  return estate;
}
