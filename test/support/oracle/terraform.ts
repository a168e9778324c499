import { Reference, Repetition, Subscription } from './estate';

export type RawJson = Record<string, unknown>;

/** A resource as it stands in Terraform's JSON. */
export interface RawResource {
  readonly type: string;
  /** Its name in Terraform. */
  readonly key: string;
  readonly subscription: Subscription;
  readonly body: RawJson;
}

/** The arguments that repeat a resource. */
export function repeated({ repeat }: { readonly repeat?: Repetition }): RawJson {
  if (!repeat) return {};
  if ('count' in repeat) return { count: repeat.count };
  return 'countOf' in repeat ? { count: `\${var.${repeat.countOf}}` } : { for_each: `\${var.${repeat.forEachOf}}` };
}

/** An attribute of a resource as others refer to it. */
export function attributeOf(type: string, { key, repeat }: { key: string; repeat?: Repetition }, attribute: string) {
  if (!repeat) return `\${${type}.${key}.${attribute}}`;
  if ('count' in repeat) return `\${${type}.${key}[0].${attribute}}`;
  // What may be missing can only be referred to as a list.
  const all = 'countOf' in repeat ? `${type}.${key}[*].${attribute}` : `values(${type}.${key})[*].${attribute}`;
  return `\${one(${all})}`;
}

/** The id of what a reference leads to. */
export function idIn(
  reference: Reference,
  type: string,
  items: readonly { key: string; repeat?: Repetition }[],
): string {
  if ('id' in reference) return reference.id;
  return attributeOf(
    type,
    items.find(({ key }) => key === reference.key)!,
    'id',
  );
}

/** A body without what is not given. */
export function given(body: RawJson): RawJson {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}
