import { LOST_NAME } from './lost-name';
import { secretFormOf } from './secret-formats';
import { isKnown, Problem, withCode } from './violations';

/** Limits of a type of resource for tags. */
export interface TagLimits {
  readonly most: number;
  readonly longestName: number;
  /** Set where names follow the rules of DNS: https://github.com/hashicorp/terraform-provider-azurerm/issues/6129. */
  readonly isDns?: true;
}

/** Most resources; the limits of the others are from the same page, read on 2026-11-30. */
const TAGS: TagLimits = { most: 50, longestName: 512 };
/** Private DNS zones, their links and records. */
export const DNS_TAGS: TagLimits = { most: 15, longestName: 512, isDns: true };
/** Storage accounts: azurerm rejects longer names by itself. */
export const STORAGE_TAGS: TagLimits = { most: 50, longestName: 128 };

const FORBIDDEN = /[<>%&\\?/]/;
/** The portal links resources by such tags, whose names hold ids. */
const HIDDEN = /^hidden-/i;
const RESERVED_PREFIX = /^(microsoft|azure|windows)/i;
const DNS_NAME = /^[A-Za-z_.-][\w.-]*$/;

type Tags = Readonly<Record<string, string>> | undefined;

/**
 * Azure's limits for tags.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations
 */
export function tagProblems(tags: Tags, limits: TagLimits = TAGS): Problem[] {
  if (!isKnown(tags)) return [];
  const messages = Object.entries(tags).flatMap(([name, value]) => [
    ...nameMessages(name, limits),
    ...valueMessages(name, value),
  ]);
  const all = [...countMessages(tags, limits), ...repeatedMessages(tags), ...messages];
  return [...withCode('core/tags', all), ...secretTagProblems(tags)];
}

/** Every reader of a resource reads its tags. The value itself is never repeated. */
export function secretTagProblems(tags: Readonly<Record<string, string>>): Problem[] {
  const messages = Object.entries(tags).flatMap(([name, value]) => {
    const form = typeof value === 'string' ? secretFormOf(value, true) : undefined;
    if (form === undefined) return [];
    return [`the value of tag "${name}" looks like ${form}, and all readers of the resource see it; remove it`];
  });
  return withCode('core/secret-tag', messages);
}

/** Reports what some resources reject in addition to what each resource rejects. */
export function furtherTagProblems(tags: Tags, limits: TagLimits): Problem[] {
  const known = new Set(tagProblems(tags).map(({ message }) => message));
  return tagProblems(tags, limits).filter(({ message }) => !known.has(message));
}

function countMessages(tags: object, { most }: TagLimits): string[] {
  const count = Object.keys(tags).length;
  return count <= most ? [] : [`${count} tags given; use at most ${most} on this resource`];
}

/**
 * Azure keeps one of them, so each plan would add the other: https://github.com/MicrosoftDocs/azure-docs/issues/57888.
 */
function repeatedMessages(tags: object): string[] {
  const names = Object.keys(tags).filter(isKnown);
  return names.flatMap((name, index) => {
    const rival = names.slice(0, index).find((other) => other.toLowerCase() === name.toLowerCase());
    return rival === undefined
      ? []
      : [`tag names "${rival}" and "${name}" differ in letter case alone, and Azure keeps one of them; remove one`];
  });
}

function nameMessages(name: string, { longestName, isDns }: TagLimits): string[] {
  if (!isKnown(name)) return [];
  const messages = [];
  if (name.length === 0) messages.push('a tag name is empty; give the tag a name or remove it');
  if (name.length > longestName) {
    messages.push(`tag name "${name.slice(0, 32)}..." has ${name.length} characters; use at most ${longestName}`);
  }
  if (FORBIDDEN.test(name) && !HIDDEN.test(name)) {
    messages.push(`tag name "${name}" contains one of < > % & \\ ? /; remove that character`);
  } else if (isDns && name.length > 0 && !DNS_NAME.test(name)) {
    messages.push(
      `tag name "${name}" is lost on private DNS zones, their links and records; use ASCII letters, digits, dashes, underscores or periods, beginning with no digit`,
    );
  }
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
