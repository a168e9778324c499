import { AZURE_DNS } from '../../core/internal/azure-dns';
import { isIpv4Address } from '../../core/internal/ipv4-cidr';
import { isKnown, Problem, withCode } from '../../core/internal/violations';
import { DnsForwardingRuleOptions } from '../dns-forwarding-rule';

const MAX_LABELS = 34;
const MAX_TARGETS = 6;
const LABEL = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/;

/** The domain in Azure's spelling: lower case, with a period at its end. */
export function forwardedDomain(domainName: string): string {
  if (!isKnown(domainName)) return domainName;
  return domainName.endsWith('.') ? domainName.toLowerCase() : `${domainName.toLowerCase()}.`;
}

/**
 * Reports what Azure would reject in a rule.
 *
 * @param others domains of the ruleset's other rules, in Azure's spelling
 * @see https://learn.microsoft.com/azure/dns/private-resolver-endpoints-rulesets#rules
 */
export function ruleProblems(options: DnsForwardingRuleOptions, name: string, others: readonly string[]): Problem[] {
  return [
    ...ruleNameProblems(name),
    ...withCode('dns/forwarding-domain', domainMessages(options.domainName, others)),
    ...withCode('dns/forwarding-target', targetMessages(options)),
  ];
}

function ruleNameProblems(name: string): Problem[] {
  if (!isKnown(name) || /^[a-zA-Z][\w-]{0,79}$/.test(name)) return [];
  const message = `"${name}" is not a rule name; use 1 to 80 letters, digits, dashes or underscores, beginning with a letter`;
  return [{ code: 'dns/name', message }];
}

function domainMessages(domainName: string, others: readonly string[]): string[] {
  if (!isKnown(domainName)) return [];
  const domain = forwardedDomain(domainName);
  if (others.includes(domain)) return [`a rule for ${domain} is defined already; give all DNS servers to one rule`];
  const labels = domain === '.' ? [] : domain.slice(0, -1).split('.');
  if (domainName !== '' && labels.length <= MAX_LABELS && labels.every((label) => LABEL.test(label))) return [];
  return [
    `"${domainName}" is not a domain; write 1 to ${MAX_LABELS} labels, such as corp.contoso.com, or "." for every domain`,
  ];
}

function targetMessages({ targetDnsServers, port }: DnsForwardingRuleOptions): string[] {
  const messages: string[] = [];
  targetDnsServers.filter(isKnown).forEach((server) => {
    if (!isIpv4Address(server)) messages.push(`"${server}" is not an IPv4 address; use one such as 10.100.0.2`);
    if (server === AZURE_DNS) {
      messages.push(`${server} is the address of Azure DNS, which Azure rejects in rules; leave the address out`);
    }
  });
  if (targetDnsServers.length < 1 || targetDnsServers.length > MAX_TARGETS) {
    messages.push(`${targetDnsServers.length} DNS servers given; give 1 to ${MAX_TARGETS}`);
  }
  if (isKnown(port) && !(Number.isInteger(port) && port >= 1 && port <= 65535)) {
    messages.push(`port ${port} given; use a whole number from 1 to 65535`);
  }
  return messages;
}
