/** A value as a text; an object of a file may have any names, so that it may not be one by itself. */
export function asText(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
