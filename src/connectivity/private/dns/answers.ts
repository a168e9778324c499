import type { Code } from '../../../core/internal/codes/codes';
import { ModelResource } from '../../../model/model-resource';
import { fixedAddressOf } from '../../../topology/dns/registration';
import { NameResolution } from '../../connectivity-data';
import { ResolutionKind } from '../../resolution-kind';

/** The names asked so far, each with how it was found. */
export type Chain = readonly string[];

/** The public address. */
export function publicAnswer(chain: Chain, reason: string, code?: Code): NameResolution {
  return { kind: ResolutionKind.PUBLIC, chain: [...chain, 'public address'], reason, code };
}

/** The address of a private endpoint. */
export function privateAnswer(chain: Chain, reason: string, endpoint: ModelResource): NameResolution {
  const address = fixedAddressOf(endpoint) ?? `(address of ${endpoint.path})`;
  return {
    kind: ResolutionKind.PRIVATE,
    chain: [...chain, `A ${address}`],
    reason,
    privateEndpoint: endpoint.path,
  };
}

/** The answer that a name does not exist. */
export function missingAnswer(chain: Chain, reason: string): NameResolution {
  return { kind: ResolutionKind.NXDOMAIN, chain: [...chain, 'NXDOMAIN'], reason, code: 'dns/missing-record' };
}

/** No answer, as queries arrive at none of the DNS servers. */
export function noAnswer(chain: Chain, reason: string): NameResolution {
  return { kind: ResolutionKind.UNANSWERED, chain: [...chain, 'no answer'], reason, code: 'dns/server-unreachable' };
}

/** No answer, as what decides is not known. */
export function unknownAnswer(chain: Chain, reason: string, code: Code = 'dns/unknown'): NameResolution {
  return { kind: ResolutionKind.UNKNOWN, chain: [...chain], reason, code };
}
