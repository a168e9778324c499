import { AZURE_DNS } from '../../../core/internal/azure-dns';
import { ModelResource } from '../../../model/model-resource';
import { Target } from '../../../model/target';
import { DnsServers, Server } from '../../../topology/dns/dns-servers';
import { Verdict } from '../../verdict';
import { Sender } from '../network/sender';
import { Step, unknown } from '../network/step';

/** The ways that queries take. */
export interface IQueryWays {
  /** Reports whether DNS queries arrive at the inbound endpoint of a resolver. */
  toServer(from: Sender, inbound: ModelResource): Step;
  /** Reports whether something else may have an address than some inbound endpoints, where a sender gets to. */
  mayHold(from: Sender, address: string, inbound: readonly ModelResource[]): boolean;
  /** Sender of the queries that a ruleset forwards. */
  outbound(endpoint: Target): Sender;
}

/** Resource that answers at the address of a DNS server; neither for a server that is not in the configuration. */
export interface Answering {
  /** Azure's DNS, as to machines of this network. */
  readonly network?: string;
  /** No resource, or it is not known whether one does. */
  readonly obstacle?: Step;
}

/**
 * Finds what answers a client at the address of a DNS server.
 *
 * Azure's own DNS is reached from everywhere, and neither routes nor security groups hold it up:
 * https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
 */
export function answering(server: Server, sender: Sender, servers: DnsServers, ways: IQueryWays): Answering {
  if (server.address === AZURE_DNS) {
    const { network, label } = sender;
    return network === undefined ? { obstacle: unknown(`the network of ${label} is not known`) } : { network };
  }
  const inbound = servers.inboundAt(server);
  const steps = inbound.map((endpoint) => ({ endpoint, ...ways.toServer(sender, endpoint) }));
  const reached = steps.filter(({ verdict }) => verdict === Verdict.ALLOWED);
  if (reached.length > 0) return { network: only(reached.map(({ endpoint }) => servers.networkBehind(endpoint))) };
  const decisive =
    steps.find(({ verdict }) => verdict === Verdict.UNKNOWN) ??
    steps.find(({ code }) => code !== 'network/not-peered') ??
    steps.at(0);
  // An address that no joined network has may be that of a machine elsewhere.
  const isElsewhere = decisive?.code === 'network/not-peered' && server.address !== undefined && !server.inbound;
  if (!decisive || (isElsewhere && ways.mayHold(sender, server.address, inbound))) return {};
  const { endpoint, verdict, code, reason } = decisive;
  const known = verdict === Verdict.DENIED ? 'DNS queries do not get' : 'it is not known whether DNS queries get';
  return { obstacle: { verdict, code, reason: `${known} from ${sender.label} to ${endpoint.path}: ${reason}` } };
}

function only(networks: readonly (string | undefined)[]): string | undefined {
  const [network, ...others] = new Set(networks);
  return others.length > 0 ? undefined : network;
}
