import { Construct } from 'constructs';
import { ConnectivityReport, Origin, Verdict } from '../../../src/connectivity';
import { PUBLIC_ENDPOINT } from '../../../src/connectivity/internal/judge';
import { PrivateDnsZone } from '../../../src/dns';
import { IVirtualNetwork, NetworkSecurityGroup } from '../../../src/network';
import { NetworkOrigin, RequestType, SignalRService } from '../../../src/signalr';

/** What the report is asked of. */
export interface Architecture {
  readonly signalr: SignalRService;
  readonly host: Construct;
  readonly virtualNetwork: IVirtualNetwork;
  /** What the host asks the service for. */
  readonly requestType: RequestType;
  /** Whether the access was put together by hand. */
  readonly isCustom: boolean;
  /** Whether synth fails where the host is known not to get to the service privately. */
  readonly isChecked: boolean;
  /** Whether the network, the zone and the host are defined by the architecture, and nothing was called on it. */
  readonly isWhole: boolean;
}

/** Every way in which servers are less private than the access of the service says. */
export function publicServers(scope: Construct, architecture: Architecture): string[] {
  const report = ConnectivityReport.of(scope);
  // The one word that lets servers in from the internet is an access of one's own.
  if (!architecture.isCustom) {
    report.expectDenied(Origin.internet(), architecture.signalr, RequestType.SERVER_CONNECTION);
  }
  return [...openToInternet(report, architecture), ...hostInPublic(report, architecture)];
}

/** Only a network that is defined by the architecture has security groups of it; all of it and of the zone is known. */
export function isDefinedHere(securityGroup: NetworkSecurityGroup | undefined, zone: unknown): boolean {
  return securityGroup !== undefined && zone instanceof PrivateDnsZone;
}

function openToInternet(report: ConnectivityReport, { signalr }: Architecture): string[] {
  return Object.values(RequestType).flatMap((type) => {
    const { verdict, reason } = report.path(Origin.internet(), signalr, type);
    const isOpen = signalr.networkAccess.evaluate(NetworkOrigin.publicNetwork(), type).allowed;
    // Where IP rules let some in, the report cannot tell for all.
    const isTold = isOpen ? verdict !== Verdict.DENIED || /IP rule/.test(reason) : verdict === Verdict.DENIED;
    return isTold
      ? []
      : [`${type} from the internet is ${verdict}, but the access ${isOpen ? 'opens' : 'closes'} it: ${reason}`];
  });
}

function hostInPublic(report: ConnectivityReport, architecture: Architecture): string[] {
  const { signalr, host, virtualNetwork, requestType, isWhole, isCustom, isChecked } = architecture;
  const origin = Origin.of(host);
  if (!isWhole && !report.data.origins.some(({ hosts }) => hosts.includes(host.node.path))) return [];
  const { verdict, via, reason, code } = report.path(origin, signalr, requestType);
  if (verdict === Verdict.ALLOWED && via !== PUBLIC_ENDPOINT) return [];
  // What the network's own DNS servers answer, no configuration says.
  const isAnsweredElsewhere = virtualNetwork.dnsServers?.length !== 0 && code === 'dns/custom-servers';
  if (verdict === Verdict.UNKNOWN && (!isWhole || isAnsweredElsewhere)) return [];
  // Unchecked, a host may be kept out; to be let in from the internet takes an access of one's own as well.
  if (!isChecked && (verdict === Verdict.DENIED || isCustom)) return [];
  return [`${requestType} from ${host.node.path} is ${verdict} via ${via}: ${reason}`];
}
