/** A name and the domains that it is in, the most specific first. */
export function domainsOf(name: string): string[] {
  const labels = name.split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
}
