import { dnsServerResources, networkOfSubnet } from './networks';
import { Value } from './values';
import { RuleContext } from '../rule-context';

/** The DNS servers of the network that a subnet is in, none for those of Azure; `undefined` where they are not known. */
export function dnsServersOf(subnetId: Value, context: RuleContext): string[] | undefined {
  const network = networkOfSubnet(context.model, subnetId).resource;
  const separate = context.derive(dnsServerResources);
  if (!network?.isManaged || separate.hasUnknown) return undefined;
  const lists = [network, ...separate.of(network)].map((resource) => resource.at('dns_servers'));
  if (lists.some(({ isUnknown }) => isUnknown)) return undefined;
  return lists.flatMap(({ known }) => (known as string[] | undefined) ?? []);
}
