import { isKnown } from '../../core/internal/violations';

/** The host name of an app. Browsers write the origin of a page in lower case, whatever the letter case of the name. */
export function appHostname(name: string, domain: string): string {
  return `${isKnown(name) ? name.toLowerCase() : name}.${domain}`;
}
