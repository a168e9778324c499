import { isIPv6 } from 'net';
import { checkInput } from '../core/internal/input/check-input';
import { Ipv4Cidr } from '../core/internal/ipv4-cidr';
import { isKnown, Problem } from '../core/internal/violations';

/**
 * Allows or denies a range of public addresses over the public network.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/howto-network-access-control
 */
export class IpRule {
  /**
   *  Allows a range.
   *
   * @param range IPv4 or IPv6 range, such as `203.0.113.0/24` or `2001:db8::/32`; one address is a /32 or a /128
   */
  public static allow(range: string): IpRule {
    checkInput('signalr.IpRule.allow', arguments);
    return new IpRule('Allow', range);
  }

  /**
   *  Denies a range.
   *
   * @param range IPv4 or IPv6 range, such as `203.0.113.0/24` or `2001:db8::/32`; one address is a /32 or a /128
   */
  public static deny(range: string): IpRule {
    checkInput('signalr.IpRule.deny', arguments);
    return new IpRule('Deny', range);
  }

  private constructor(
    /** `Allow` or `Deny`. */
    public readonly action: string,
    /** The range of addresses. */
    public readonly range: string,
  ) {}

  /**
   * Reports what Azure would reject in the range.
   *
   * @internal
   */
  public _problems(): Problem[] {
    const message = isKnown(this.range) ? rangeProblem(this.range) : undefined;
    return message ? [{ code: 'signalr/ip-rule', message }] : [];
  }

  /**
   * The rule in the form of Azure Resource Manager.
   *
   * @internal
   */
  public _render() {
    return { action: this.action, value: this.range };
  }
}

/** Problems with a range, in a sentence. */
function rangeProblem(text: string): string | undefined {
  if (!text.includes(':')) {
    const ipv4 = Ipv4Cidr.parse(text);
    return typeof ipv4 === 'string' ? ipv4 : undefined;
  }
  const [address, prefixLength, ...rest] = text.split('/');
  const isRange = isIPv6(address) && /^\d{1,3}$/.test(prefixLength) && Number(prefixLength) <= 128;
  return isRange && rest.length === 0 ? undefined : `"${text}" is not an IPv6 range; use one such as 2001:db8::/32`;
}
