import { TerraformStack, Tokenization } from 'cdktf';
import { resolvedJson } from './expressions';

type Json = Readonly<Record<string, unknown>>;

/** What `addOverride` changes of a stack; cdktf does not export it. */
export function overridesOf(stack: TerraformStack): Json {
  return (stack as unknown as { readonly rawOverrides: Json }).rawOverrides;
}

/** What `addOverride` of a stack changes at a path, such as that of a resource; nothing where it leaves it alone. */
export function overridesAt(stack: TerraformStack, path: readonly string[]): Json {
  return path.reduce<Json>((json, name) => (isObject(json[name]) ? json[name] : {}), overridesOf(stack));
}

/** Whether an override of a stack removes what is at a path, or what holds it. */
export function isRemoved(stack: TerraformStack, path: readonly string[]): boolean {
  let json = overridesOf(stack);
  for (const name of path) {
    if (name in json && !isObject(json[name])) return true;
    if (!(name in json)) return false;
    json = json[name] as Json;
  }
  return false;
}

/** A body with overrides, merged as cdktf does when it synthesizes: lists grow, and what is `undefined` goes. */
export function overridden(stack: TerraformStack, body: Json, overrides: Json): Json {
  const merged: Record<string, unknown> = Object.assign(Array.isArray(body) ? [] : {}, body);
  for (const [name, value] of Object.entries(overrides)) {
    const before = merged[name];
    if (value === undefined) {
      delete merged[name];
    } else if (Array.isArray(value) && Array.isArray(before)) {
      merged[name] = [...before, ...resolvedList(stack, value)];
    } else if (isObject(value) && !Tokenization.isResolvable(value)) {
      merged[name] = overridden(stack, typeof before === 'object' && before !== null ? (before as Json) : {}, value);
    } else {
      merged[name] = resolvedJson(stack, value);
    }
  }
  return merged;
}

function resolvedList(stack: TerraformStack, list: unknown[]): unknown[] {
  return resolvedJson(stack, list) as unknown[];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
