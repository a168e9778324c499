import { isIpv4Address } from '../../core/internal/ipv4-cidr';
import { isKnown, Problem, withCode } from '../../core/internal/violations';
import { ARecordOptions } from '../a-record';

const MAX_ADDRESSES = 20;
const MAX_TTL = 2147483647;
const LABEL = '[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?';
const RECORD_NAME = new RegExp(`^(@|\\*|(\\*\\.)?${LABEL}(\\.${LABEL})*)$`);

/**
 * Reports what Azure or azurerm would reject in a record.
 *
 * @param others names of the zone's other records
 * @see https://learn.microsoft.com/azure/dns/dns-zones-records
 */
export function recordProblems(options: ARecordOptions, others: readonly string[]): Problem[] {
  const { name, addresses, ttlInSeconds } = options;
  return [...nameProblems(name, others), ...addressProblems(name, addresses), ...ttlProblems(name, ttlInSeconds)];
}

function nameProblems(name: string, others: readonly string[]): Problem[] {
  if (!isKnown(name)) return [];
  const code = 'dns/record-name';
  if (others.includes(name)) {
    return [{ code, message: `a record ${name} is defined already; give all addresses of a name to one record` }];
  }
  if (RECORD_NAME.test(name)) return [];
  const message = `"${name}" is not a record name; use lower-case letters, digits, dashes and underscores between periods, or "@" for the zone itself`;
  return [{ code, message }];
}

function addressProblems(name: string, addresses: string[]): Problem[] {
  if (!isKnown(addresses)) return [];
  const messages = addresses
    .filter((address) => isKnown(address) && !isIpv4Address(address))
    .map((address) => `record ${name}: "${address}" is not an IPv4 address; use one such as 10.0.0.4`);
  if (addresses.length < 1 || addresses.length > MAX_ADDRESSES) {
    messages.push(`record ${name} has ${addresses.length} addresses; give 1 to ${MAX_ADDRESSES}`);
  }
  return withCode('dns/record-address', messages);
}

function ttlProblems(name: string, ttl: number | undefined): Problem[] {
  if (!isKnown(ttl) || (Number.isInteger(ttl) && ttl >= 1 && ttl <= MAX_TTL)) return [];
  const message = `record ${name} has a time to live of ${ttl} seconds; use a whole number from 1 to ${MAX_TTL}`;
  return [{ code: 'dns/record-ttl', message }];
}
