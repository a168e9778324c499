import type { Code } from './codes/codes';
import { isKnown, Problem } from './violations';

const HOST_NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;

/**
 * Reports why a text cannot be a host name.
 *
 * @param example form of such names, such as `NAME.azurewebsites.net`
 */
export function hostNameProblems(code: Code, hostname: string, example: string): Problem[] {
  if (!isKnown(hostname) || HOST_NAME.test(hostname)) return [];
  const message = `"${hostname}" is not a host name; use one without scheme, port and path, such as ${example}`;
  return [{ code, message }];
}

const LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const DOMAIN = new RegExp(`^(?=.{1,253}$)(${LABEL}\\.)+(?=.*[a-z])${LABEL}$`, 'i');

/** Problems of a domain name that Azure cannot look up. */
export function domainProblems(code: Code, domainName: string): Problem[] {
  if (!isKnown(domainName) || DOMAIN.test(domainName)) return [];
  const message = `"${domainName}" is not a domain; use its full name without wildcard and final period, such as chat.example.com`;
  return [{ code, message }];
}
