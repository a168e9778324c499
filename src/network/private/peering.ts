import { Ipv4Cidr } from '../../core/internal/ipv4-cidr';
import { isKnown, Problem } from '../../core/internal/violations';
import { PeeringOptions } from '../peering-options';

/** Facts about a network that are compared before a peering. */
export interface PeeredNetwork {
  readonly path: string;
  /** `undefined` where it is not known. */
  readonly addressSpace?: readonly string[];
}

/** Reports ranges of the two networks that overlap; ranges that are not known at synth, or not IPv4, are left out. */
export function overlapProblems(local: PeeredNetwork, remote: PeeredNetwork): Problem[] {
  return rangesOf(local).flatMap((range) =>
    rangesOf(remote)
      .filter((other) => range.overlaps(other))
      .map((other) => ({
        code: 'network/peering-overlap',
        message: `${range} of ${local.path} overlaps ${other} of ${remote.path}, and Azure does not peer networks that overlap; change one of the address spaces`,
      })),
  );
}

/** Reports two sides that do not agree on whose gateway is used. */
export function gatewayProblems(local: PeeringOptions, remote: PeeringOptions): Problem[] {
  if (local.useRemoteGateways && remote.useRemoteGateways) {
    const message = 'both sides use remote gateways; set useRemoteGateways only on the side without a gateway';
    return [{ code: 'network/peering-gateway', message }];
  }
  return [
    ...transitProblems('localOptions', local, 'remoteOptions', remote),
    ...transitProblems('remoteOptions', remote, 'localOptions', local),
  ];
}

function transitProblems(user: string, uses: PeeringOptions, owner: string, allows: PeeringOptions): Problem[] {
  if (!uses.useRemoteGateways || allows.allowGatewayTransit) return [];
  const message = `${user} uses remote gateways, but ${owner} does not allow gateway transit; set ${owner}.allowGatewayTransit or leave ${user}.useRemoteGateways out`;
  return [{ code: 'network/peering-gateway', message }];
}

function rangesOf(network: PeeredNetwork): Ipv4Cidr[] {
  const parsed = (network.addressSpace ?? []).filter(isKnown).map((range) => Ipv4Cidr.parse(range));
  return parsed.filter((range) => typeof range !== 'string');
}
