import { Choose, containersOf, isContainer, JsonPlace, placesIn, put, remove } from './json-places';
import { MARKER } from './markers';

type Json = Record<string, unknown>;

/** What no tool writes there. */
const VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  '',
  'x',
  '/',
  '/subscriptions/',
  '/subscriptions/x/resourceGroups/y/providers/Microsoft.Network/virtualNetworks/z',
  '${',
  '${}',
  '${a.b}',
  '${azurerm_subnet.this["x"].id}',
  '%{ if x }',
  '}',
  '"',
  '\\',
  'a\nb\u2028c',
  '::error::x',
  '<script>|`',
  '10.0.0.0/99',
  '0.0.0.0/0',
  'module.a[',
  'data.',
  '__proto__',
  [],
  {},
  [[]],
  [null],
  [{}],
  [1, 'a', null],
  { a: null },
  { references: ['var.x', null, 1, 'each.value', 'module.x.y', 'data.a.b.c'] },
  { constant_value: '${' },
];
/** Names that mean something to JavaScript, Terraform or who writes reports. */
const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'length',
  '',
  'a"b',
  'a{b}',
  '${',
  '%{',
  'a\nb',
];
/** Stand for nesting that no code which visits all of it could put there. */
const DEEP = [/"DEEP LIST (\d+)"/g, /"DEEP OBJECT (\d+)"/g] as const;
const DEPTHS = [50, 3_000, 100_000];

/**
 * Changes JSON at a random place.
 *
 * @param keepsMarkers whether all that is sensitive stays where it is, with what says that it is
 */
export function mutate(json: Json, choose: Choose, keepsMarkers: boolean): void {
  const secret = keepsMarkers ? containersOf(json, MARKER) : new Set();
  const all = placesIn(json);
  const places = keepsMarkers ? all.filter((place) => isFree(place, secret)) : all;
  if (places.length === 0) return;
  const place = places[choose(places.length)];
  const { parent, key, value } = place;
  const isMovable = !(Array.isArray(parent) && secret.has(parent));
  const another = places[choose(places.length)];
  const changes: (() => void)[] = [
    () => put(parent, key, VALUES[choose(VALUES.length)]),
    () => put(parent, key, structuredClone(another.value)),
    // Most that is nested so deep is refused, so there is not much of it.
    () => put(parent, key, choose(4) > 0 ? '${' : `DEEP ${choose(2) > 0 ? 'LIST' : 'OBJECT'} ${DEPTHS[choose(3)]}`),
    () => put(parent, key, [value, value]),
    () => put(parent, key, Array.isArray(value) ? value[0] : { [KEYS[choose(KEYS.length)]]: value }),
    () => put(parent, key, typeof value === 'string' ? changedText(value, choose) : asText(value)),
    () =>
      isContainer(value) &&
      !Array.isArray(value) &&
      put(value, KEYS[choose(KEYS.length)], VALUES[choose(VALUES.length)]),
    () => isMovable && remove(place),
    () => {
      if (Array.isArray(parent)) parent.push(structuredClone(value));
      else renamed(place, KEYS[choose(KEYS.length)]);
    },
    () => {
      put(parent, key, structuredClone(another.value));
      if (!isWithin(place, another)) put(another.parent, another.key, structuredClone(value));
    },
  ];
  changes[choose(changes.length)]();
}

/** Changes a document as text, so that it may no longer be JSON. */
export function cut(text: string, choose: Choose): string {
  const at = choose(text.length);
  return [
    () => text.slice(0, at),
    () => text.slice(at),
    () => text.slice(0, at) + text.slice(at + 1 + choose(40)),
    () => `${text.slice(0, at)}${'{}[]",:\u0000'[choose(8)]}${text.slice(at)}`,
    () => '['.repeat(100_000),
    () => `\uFEFF${text}`,
    () => `${text}\n${text}`,
    () => JSON.stringify(text),
    () => '{"format_version":"1.0"}',
    () => '[]',
  ][choose(10)]();
}

/** Whether something may change without a secret getting where nothing says that it is one. */
function isFree({ path, value }: JsonPlace, secret: ReadonlySet<unknown>): boolean {
  if (path.some((step) => step.includes('sensitive')) || secret.has(value)) return false;
  return !(typeof value === 'string' && value.includes(MARKER));
}

/** The text of changed JSON. */
export function textOf(json: Json): string {
  const [list, object] = DEEP;
  return JSON.stringify(json)
    .replace(list, (_, depth) => `${'['.repeat(Number(depth))}${']'.repeat(Number(depth))}`)
    .replace(object, (_, depth) => `${'{"a":'.repeat(Number(depth))}1${'}'.repeat(Number(depth))}`);
}

function isWithin({ path }: JsonPlace, { path: other }: JsonPlace): boolean {
  const length = Math.min(path.length, other.length);
  return path.slice(0, length).join('\n') === other.slice(0, length).join('\n');
}

function changedText(text: string, choose: Choose): string {
  const at = choose(text.length + 1);
  const odd = ['${', '}', '"', '\\', '\n', '[', ']', '.', '/', ' ', '\u0000', '\ud800', text];
  return text.slice(0, at) + odd[choose(odd.length)] + text.slice(at + choose(2));
}

function renamed({ parent, key, value }: JsonPlace, name: string): void {
  delete (parent as Json)[key];
  put(parent, name, value);
}

/** `String` asks an object for its `toString`, which a change may have put there. */
function asText(value: unknown): string {
  return isContainer(value) ? JSON.stringify(value) : String(value);
}
