import { rangeProblems } from './private/restrictions';
import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem, withCode } from '../core/internal/violations';

/**
 * Access to a container registry in addition to its private endpoints. Every caller still needs a role.
 *
 * @see https://learn.microsoft.com/azure/container-registry/container-registry-access-selected-networks
 */
export class RegistryAccess {
  /** Through private endpoints only. Images cannot be exported to other registries. */
  public static privateOnly(): RegistryAccess {
    return new RegistryAccess();
  }

  /**
   * From public addresses as well, such as those of runners that push images from outside of the network.
   *
   * @param ranges IPv4 ranges in CIDR notation, such as `203.0.113.0/28`; one address such as `203.0.113.7/32`
   */
  public static ipRanges(...ranges: string[]): RegistryAccess {
    checkInput('appservice.RegistryAccess.ipRanges', arguments);
    return new RegistryAccess(ranges);
  }

  /** From everywhere, such as by runners without addresses of their own. */
  public static publicNetwork(): RegistryAccess {
    return new RegistryAccess([], true);
  }

  private constructor(
    private readonly ranges?: string[],
    private readonly isOpen: boolean = false,
  ) {}

  /**
   * Reports what Azure would reject.
   *
   * @internal
   */
  public _problems(): Problem[] {
    if (this.isOpen || !this.ranges) return [];
    const messages = this.ranges.filter(isKnown).flatMap((range) => {
      return range.includes(':') ? [`"${range}" is an IPv6 range; use an IPv4 range`] : rangeProblems(range);
    });
    if (this.ranges.length === 0) messages.push('no range is given; name at least one, or use privateOnly()');
    return withCode('appservice/registry-access', messages);
  }

  /**
   * The attributes of the registry. Azure exports images from a registry by import and transfer unless the registry is
   * closed.
   *
   * @see https://learn.microsoft.com/azure/container-registry/data-loss-prevention
   * @internal
   */
  public _render() {
    const isPublic = this.isOpen || this.ranges !== undefined;
    const ipRule = (this.ranges ?? []).map((ipRange) => ({ action: 'Allow', ipRange }));
    return {
      publicNetworkAccessEnabled: isPublic,
      exportPolicyEnabled: isPublic,
      networkRuleSet: this.ranges && !this.isOpen ? [{ defaultAction: 'Deny', ipRule }] : undefined,
    };
  }
}
