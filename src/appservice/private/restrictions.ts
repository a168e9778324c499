import { isIPv6 } from 'net';
import { Token } from 'cdktf';
import { isGuid } from '../../core/internal/guid';
import { Ipv4Cidr } from '../../core/internal/ipv4-cidr';
import { isKnown } from '../../core/internal/violations';

/** A caller that is allowed: exactly one of the three. */
export interface Caller {
  /** Name of the rule. */
  readonly name: string;
  readonly frontDoorId?: string;
  readonly subnetId?: string;
  readonly range?: string;
}

const FIRST_PRIORITY = 100;

/** Reports what azurerm or Azure would reject in a list of callers; without a list every caller is allowed. */
export function callerProblems(callers: readonly Caller[] | undefined): string[] {
  if (callers?.length === 0) return ['no caller is allowed; name at least one, or use privateEndpointOnly()'];
  return (callers ?? []).flatMap(({ frontDoorId, range }) => {
    if (isKnown(frontDoorId) && !isGuid(frontDoorId)) {
      return [`"${frontDoorId}" is not the id of a Front Door; use the resource_guid of its profile`];
    }
    return isKnown(range) ? rangeProblems(range) : [];
  });
}

/** The callers as `ip_restriction` or `scm_ip_restriction` blocks, in order. */
export function restrictionBlocks(callers: readonly Caller[] | undefined) {
  return callers?.map(({ name, frontDoorId, subnetId, range }, index) => ({
    name,
    priority: FIRST_PRIORITY + index,
    action: 'Allow',
    ipAddress: range,
    virtualNetworkSubnetId: subnetId,
    serviceTag: frontDoorId && 'AzureFrontDoor.Backend',
    headers: frontDoorId ? [frontDoorHeaders(frontDoorId)] : undefined,
  }));
}

/** Terraform wants all members of the object in JSON, also those without a value. */
function frontDoorHeaders(frontDoorId: string) {
  const none = Token.asList(null);
  return { xAzureFdid: [frontDoorId], xFdHealthProbe: none, xForwardedFor: none, xForwardedHost: none };
}

/** Reasons why a text is no address range. */
export function rangeProblems(range: string): string[] {
  const [address, prefixLength, ...rest] = range.split('/');
  if (isIPv6(address) && rest.length === 0) {
    return /^(\d|[1-9]\d|1[01]\d|12[0-8])$/.test(prefixLength ?? '')
      ? []
      : [`"${range}" is not an IPv6 range; use one such as 2001:db8::/32`];
  }
  const parsed = Ipv4Cidr.parse(range);
  return typeof parsed === 'string' ? [parsed] : [];
}
