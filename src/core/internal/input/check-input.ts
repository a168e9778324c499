import { faultsOf } from './expected';
import { parametersOf, Slot } from './shapes';
import { oneLine } from '../one-line';
import type { Problem } from '../problem';
import { ValidationError, withoutPath } from '../validation-error';

/** A construct, or what a caller gave for one. */
interface Located {
  readonly node: { readonly path: string };
}

/**
 * Rejects what a caller without a compiler may give: an argument or prop that is missing, of another type, or misspelt.
 *
 * It is the first statement of every public constructor, factory and method. What each takes is known from the compiled
 * library, in `declared.json`.
 *
 * @param call name of the constructor or method, such as `signalr.Sku.standard`
 * @param at the construct whose method is called
 */
export function checkInput(call: string, args: ArrayLike<unknown>, at?: Located): void {
  const parameters = parametersOf(call);
  for (let i = 0; i < parameters.length; i++) {
    if (!fits(parameters[i], args, i)) refuseInput(call, parameters, args, at);
  }
}

function fits({ optional, variadic, expected }: Slot, args: ArrayLike<unknown>, i: number): boolean {
  if (!variadic) return args[i] === undefined ? optional : expected.fits(args[i]);
  for (let j = i; j < args.length; j++) if (!expected.fits(args[j])) return false;
  return true;
}

function refuseInput(call: string, slots: readonly Slot[], args: ArrayLike<unknown>, at?: Located): never {
  const name = call.slice(call.search(/[A-Z]/)).replace(/Base\b/, '');
  const faults = slots.flatMap(({ name: argument, optional, variadic, expected }, i) => {
    const path = expected.isStruct && args[i] !== null && typeof args[i] === 'object' ? '' : argument;
    if (!variadic) return args[i] === undefined && optional ? [] : faultsOf(path, args[i], expected, optional);
    return Array.from(args)
      .slice(i)
      .flatMap((each, j) => faultsOf(`${argument}[${j}]`, each, expected, false));
  });
  const path = at ? pathOf(at) : pathOfNew(slots, args);
  throw new ValidationError(faults.map((fault) => lineOf(path ?? name, path ? `${name}: ` : '', fault)).join('\n'));
}

function lineOf(path: string, prefix: string, { code, message }: Problem): string {
  return `${oneLine(path)}: ${withoutPath({ code, message: `${prefix}${message}` })}`;
}

/** Returns the path of the construct that would have been defined; `undefined` for other values. */
function pathOfNew(slots: readonly Slot[], args: ArrayLike<unknown>): string | undefined {
  const [scope, id] = ['scope', 'id'].map((wanted) => slots.findIndex(({ name }) => name === wanted));
  if (scope < 0) return undefined;
  const parent = pathOf(args[scope]);
  const own = args[id];
  return parent && typeof own === 'string' ? `${parent}/${own}` : parent || (typeof own === 'string' ? own : undefined);
}

function pathOf(construct: unknown): string | undefined {
  return (construct as Partial<Located> | undefined | null)?.node?.path || undefined;
}
