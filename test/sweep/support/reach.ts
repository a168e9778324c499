import {
  isConstruct,
  isEnum,
  isScope,
  isStruct,
  Producer,
  producers,
  propsOf,
  Slot,
  Type,
  changesOf,
  typeNames,
} from './manifest';

/** How a place is reached: what is made, and what must be chosen on the way. */
export interface Route {
  readonly entry: Producer;
  readonly choices: readonly string[];
}

/** Where most places of apps are reached without further needs. */
const FIRST = ['appservice.LinuxWebApp.new', 'appservice.LinuxFunctionApp.new'];

/** What users begin with: constructs, methods of constructs, and static methods that take a scope. */
export const entries: readonly Producer[] = uniqueByName([
  ...producers.filter(({ name }) => FIRST.includes(name)),
  ...producers.filter(({ slots, how }) => how !== 'method' && slots.some(({ type }) => isScope(type))),
  ...typeNames.filter(isConcrete).flatMap(changesOf),
]);

/** The shortest way to every prop and parameter that users can give. */
export function routes(from: readonly Producer[]): Map<string, Route> {
  const found = new Map<string, Route>();
  const seen = new Set<string>();
  const queue: { readonly slot: Slot; readonly route: Route }[] = from.flatMap((entry) =>
    entry.slots.map((slot) => ({ slot, route: { entry, choices: [] } })),
  );
  for (const { slot, route } of queue) {
    if (!found.has(slot.place)) found.set(slot.place, route);
    const name = namedIn(slot.type);
    if (name === undefined || seen.has(name)) continue;
    seen.add(name);
    const here = { ...route, choices: [...route.choices, slot.place] };
    queue.push(
      ...inside(name).map(({ slot: inner, choice }) => ({
        slot: inner,
        route: choice ? { ...here, choices: [...here.choices, choice] } : here,
      })),
    );
  }
  return found;
}

/** What a value of a type is made of. */
function inside(name: string): { readonly slot: Slot; readonly choice?: string }[] {
  if (isStruct(name)) return propsOf(name).map((slot) => ({ slot }));
  if (isEnum(name) || !typeNames.includes(name) || isConstruct(name)) return [];
  return producers
    .filter(({ gives }) => gives === name)
    .flatMap((producer) => producer.slots.map((slot) => ({ slot, choice: producer.name })));
}

export function namedIn(type: Type): string | undefined {
  if (type.kind === 'named') return type.name;
  return type.kind === 'array' || type.kind === 'map' ? namedIn(type.of) : undefined;
}

/** The places of texts in a prop or parameter: its own, or those of names and values of a map. */
export function textPlaces({ place, type }: Pick<Slot, 'place' | 'type'>): string[] {
  switch (type.kind) {
    case 'string':
      return [place];
    case 'array':
      return textPlaces({ place, type: type.of });
    case 'map':
      return [`${place}.name`, ...textPlaces({ place: `${place}.value`, type: type.of })];
    default:
      return [];
  }
}

function isConcrete(name: string): boolean {
  return !isStruct(name) && !isEnum(name) && isConstruct(name) && producers.some(({ gives }) => gives === name);
}

function uniqueByName(all: Producer[]): Producer[] {
  return [...new Map(all.map((producer) => [producer.name, producer])).values()];
}
