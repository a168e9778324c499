import { Fn } from 'cdktf';
import { isKnown } from '../../core/internal/violations';
import { PublicDnsZone } from '../public-dns-zone';

const DEFAULT_TTL = 300;
const MAX_TTL = 2147483647;

/** Reasons why a domain can have no record in a zone, one sentence each. */
export function publicRecordMessages(domainName: string, { zoneName, ttlInSeconds }: PublicDnsZone): string[] {
  const messages: string[] = [];
  if (isKnown(domainName) && isKnown(zoneName) && !domainName.toLowerCase().endsWith(`.${zoneName.toLowerCase()}`)) {
    messages.push(
      `"${domainName}" is not below zone "${zoneName}", and a CNAME record is possible below its zone only; give the zone of a parent domain`,
    );
  }
  if (isKnown(ttlInSeconds) && !(Number.isInteger(ttlInSeconds) && ttlInSeconds >= 1 && ttlInSeconds <= MAX_TTL)) {
    messages.push(`the record has a time to live of ${ttlInSeconds} seconds; use a whole number from 1 to ${MAX_TTL}`);
  }
  return messages;
}

/** Attributes that the records of a domain have in common, in azurerm's form. */
export function publicRecordAttributes(domainName: string, zone: PublicDnsZone) {
  const { zoneName, resourceGroupName, ttlInSeconds = DEFAULT_TTL, provider } = zone;
  return { name: nameInZone(domainName, zoneName), zoneName, resourceGroupName, ttl: ttlInSeconds, provider };
}

/** Of `chat.example.com` in `example.com` it is `chat`. */
function nameInZone(domainName: string, zoneName: string): string {
  if (isKnown(domainName) && isKnown(zoneName)) return domainName.slice(0, -(zoneName.length + 1));
  return Fn.trimsuffix(domainName, `.${zoneName}`);
}
