/** The name that Azure compares: lower case, without blanks, so that `Central US` is `centralus`. */
export function normalizeLocation(location: string): string {
  return location.toLowerCase().replace(/\s/g, '');
}
