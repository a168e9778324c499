import { TerraformStack } from 'cdktf';
import { mergeInto } from './merge-json';

type Json = Readonly<Record<string, unknown>>;

/** Returns the overrides of a stack by `addOverride`; cdktf does not export them. */
export function overridesOf(stack: TerraformStack): Json {
  return (stack as unknown as { readonly rawOverrides: Json }).rawOverrides;
}

/**
 * Returns the overrides of a stack by `addOverride` at a path, such as the path of a resource; nothing where no
 * overrides exist.
 */
export function overridesAt(stack: TerraformStack, path: readonly string[]): Json {
  return path.reduce<Json>((json, name) => (isObject(json[name]) ? json[name] : {}), overridesOf(stack));
}

/** Reports whether an override of a stack removes what is at a path, or what holds it. */
export function isRemoved(stack: TerraformStack, path: readonly string[]): boolean {
  let json = overridesOf(stack);
  for (const name of path) {
    if (name in json && !isObject(json[name])) return true;
    if (!(name in json)) return false;
    json = json[name] as Json;
  }
  return false;
}

/** A body with overrides. */
export function overridden(body: Json, overrides: Json, resolve: (json: unknown) => unknown): Json {
  // What a text was resolved to is shared with other attributes.
  const merged = structuredClone(body);
  mergeInto(merged, overrides);
  return resolve(merged) as Json;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
