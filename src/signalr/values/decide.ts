import type { AccessRules } from './access-rules';
import type { RequestType } from './request-type';

/** Rules that decide on the requests of one origin. */
export interface DecidingRules {
  readonly isPublic: boolean;
  /** Reports whether the public endpoint answers. */
  readonly publicNetworkAccess: boolean;
  /** The list of the origin. */
  readonly rules: AccessRules;
  /** Reports whether a request that the list does not name is allowed. */
  readonly allowsByDefault: boolean;
}

/** The decision, which is an `AccessDecision` of the public API. */
interface Decision {
  readonly allowed: boolean;
  readonly reason: string;
}

/** Decides as Azure does: first the public network switch, then the list of the origin, then the default action. */
export function decide(deciding: DecidingRules, requestType: RequestType): Decision {
  const { isPublic, publicNetworkAccess, rules, allowsByDefault } = deciding;
  const place = isPublic ? 'the public network' : 'the private endpoint';
  if (isPublic && !publicNetworkAccess) {
    return { allowed: false, reason: 'public network access is disabled, whatever the rules say' };
  }
  if (rules.denied.includes(requestType)) {
    return { allowed: false, reason: `the rules of ${place} deny ${requestType}` };
  }
  if (rules.allowed.includes(requestType)) {
    return { allowed: true, reason: `the rules of ${place} allow ${requestType}` };
  }
  const verb = allowsByDefault ? 'allows' : 'denies';
  const reason = `no rule of ${place} names ${requestType}, and the default action ${verb} it`;
  return { allowed: allowsByDefault, reason };
}
