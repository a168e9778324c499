import { createHash } from 'crypto';
import { isKnown } from './violations';

const HASH_LENGTH = 6;

/** A text that fits a length; one that is too long ends in a hash of itself. */
export function fitted(text: string, longest: number): string {
  return isKnown(text) && text.length > longest ? withHash(text, text, longest) : text;
}

/** The beginning of a text, with a hash of what the text is made of, which keeps it apart from others. */
export function withHash(text: string, origin: string, longest: number): string {
  const hash = createHash('sha256').update(origin).digest('hex').slice(0, HASH_LENGTH);
  const kept = text.slice(0, longest - HASH_LENGTH - 1).replace(/-+$/, '');
  return `${kept}-${hash}`;
}

/** Reduces a text to letters, digits and inner dashes. */
export function dashed(text: string): string {
  return text.replace(/[^a-zA-Z0-9]+/g, '-').replace(/^-+|-+$/g, '');
}

/** The name part that a construct id gives: `ChatHub_2` becomes `chathub-2`. */
export function namePartOf(id: string): string {
  return id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
