import { isKnown, Problem } from './violations';

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
  const entries = Object.entries(tags);
  const messages = entries.flatMap(([name, value]) => [...nameMessages(name), ...valueMessages(name, value)]);
  if (entries.length > most) {
    messages.unshift(`${entries.length} tags given; Azure allows at most ${most} on this resource`);
  }
  return messages.map((message) => ({ code: 'core/tags', message }));
}

function nameMessages(name: string): string[] {
  if (!isKnown(name)) return [];
  const messages = [];
  if (name.length === 0) messages.push('a tag name is empty; name it or remove it');
  if (name.length > 512) {
    messages.push(`tag name "${name.slice(0, 32)}..." has ${name.length} characters; use at most 512`);
  }
  if (FORBIDDEN.test(name)) messages.push(`tag name "${name}" holds one of < > % & \\ ? /; remove it`);
  if (RESERVED_PREFIX.test(name)) {
    messages.push(`tag name "${name}" begins with microsoft, azure or windows, which Azure reserves; rename it`);
  }
  return messages;
}

function valueMessages(name: string, value: string): string[] {
  if (!isKnown(value) || value.length <= 256) return [];
  return [`the value of tag "${name}" has ${value.length} characters; use at most 256`];
}
