import { LOST_NAME } from './lost-name';
import { isKnown, Problem, withCode } from './violations';

const FORBIDDEN = /[<>%&\\?/]/;
/** On private DNS zones, their links and records. */
export const MOST_DNS_TAGS = 15;

const RESERVED_PREFIX = /^(microsoft|azure|windows)/i;

/**
 * Azure's limits for tags.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations
 */
export function tagProblems(tags: Readonly<Record<string, string>> | undefined, most: number = 50): Problem[] {
  if (!isKnown(tags)) return [];
  const messages = Object.entries(tags).flatMap(([name, value]) => [
    ...nameMessages(name),
    ...valueMessages(name, value),
  ]);
  return [...tagCountProblems(tags, most), ...withCode('core/tags', messages)];
}

/** Too many tags for a resource, whatever is in them. */
export function tagCountProblems(tags: Readonly<Record<string, string>> | undefined, most: number): Problem[] {
  if (!isKnown(tags)) return [];
  const count = Object.keys(tags).length;
  if (count <= most) return [];
  return [{ code: 'core/tags', message: `${count} tags given; use at most ${most} on this resource` }];
}

function nameMessages(name: string): string[] {
  if (!isKnown(name)) return [];
  const messages = [];
  if (name.length === 0) messages.push('a tag name is empty; give the tag a name or remove it');
  if (name.length > 512) {
    messages.push(`tag name "${name.slice(0, 32)}..." has ${name.length} characters; use at most 512`);
  }
  if (FORBIDDEN.test(name)) messages.push(`tag name "${name}" contains one of < > % & \\ ? /; remove that character`);
  if (RESERVED_PREFIX.test(name)) {
    messages.push(`tag name "${name}" begins with microsoft, azure or windows, which Azure reserves; rename the tag`);
  }
  if (name === LOST_NAME) messages.push(`cdktf drops the tag name "${name}"; rename the tag`);
  return messages;
}

function valueMessages(name: string, value: string): string[] {
  if (!isKnown(value) || value.length <= 256) return [];
  return [`the value of tag "${name}" has ${value.length} characters; use at most 256`];
}
