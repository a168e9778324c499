import { ModelResource } from '../../../model/model-resource';
import { Value } from '../../../topology/values';
import { runtimeOnly } from '../judgement';

/** Value of an attribute, a block or a part of one in a configuration; absent without value and doubt. */
export interface Given {
  /** Path in the resource, such as `sku.name`. */
  readonly path: string;
  /** Text after the path in messages, such as ` of Prod/Lock`; nothing for the resource that is judged. */
  readonly of: string;
  readonly value?: Value;
  /** Reason for which the value is not known. */
  readonly doubt?: string;
}

/** Reads the value of a resource at a path. */
export function givenAt(resource: ModelResource, path: string, of: string = ''): Given {
  const [name, ...rest] = path.split('.');
  const value = resource.at(name);
  const isDynamic = value.isAbsent && resource.blocks(name) === undefined;
  const given = isDynamic ? { path: name, of, doubt: dynamic(name, of) } : { path: name, of, value };
  return rest.reduce<Given>(entryOf, given);
}

/** Reads a value within a block or a map; of several blocks the first is meant. */
export function entryOf(given: Given, name: string): Given {
  const { of, value, doubt } = given;
  const path = `${given.path}.${name}`;
  if (doubt !== undefined || !value || value.isAbsent) return { path, of, doubt };
  // Terraform's JSON has a block that is there once as an object, or as a list with that object.
  const [block] = Array.isArray(value.json) ? value.elements! : [value];
  if (!block) return { path, of };
  const entries = block.entries ?? block.elements?.[0]?.entries;
  if (!entries) return { path, of, doubt: doubtOf({ ...given, value: block }) };
  const entry = (key: string) => entries.find(([each]) => each === key)?.[1];
  const found = entry(name);
  if (found) return { path, of, value: found };
  const isDynamic = entry('dynamic')?.entries?.some(([key]) => key === name);
  return { path, of, doubt: isDynamic ? dynamic(path, of) : undefined };
}

/** The elements of a list, or the blocks of a name; `undefined` where it is not known which there are. */
export function elementsOf(given: Given): readonly Given[] | undefined {
  const { path, of, value, doubt } = given;
  if (doubt !== undefined) return undefined;
  if (!value || value.isAbsent) return [];
  if (typeof value.json === 'object' && !Array.isArray(value.json)) return [given];
  return value.elements?.map((element, index) => ({ path: `${path}[${index}]`, of, value: element }));
}

/** Reason for which the value is not known; `undefined` for a known value. */
export function doubtOf({ path, of, value, doubt }: Given): string | undefined {
  return doubt ?? (value?.isUnknown ? runtimeOnly(path + of, value.decidedBy) : undefined);
}

function dynamic(path: string, of: string): string {
  return `how many blocks ${path}${of} has is only known when Terraform runs`;
}
