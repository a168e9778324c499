import { Ipv4Cidr } from '../core/private/ipv4-cidr';
import { isKnown } from '../core/private/violations';

/** One end of a security rule: where traffic comes from or goes to. */
export class RuleAddress {
  /** Every address. */
  public static any(): RuleAddress {
    return new RuleAddress(['*'], []);
  }

  /**
   * Address ranges.
   *
   * @param ranges at least one, as `10.0.0.0/26`
   */
  public static cidr(...ranges: string[]): RuleAddress {
    const malformed = ranges.filter(isKnown).map((range) => Ipv4Cidr.parse(range));
    const problems = malformed.filter((parsed) => typeof parsed === 'string');
    return new RuleAddress(ranges, ranges.length > 0 ? problems : ['no address range given']);
  }

  /**
   * The addresses of an Azure service, kept up to date by Azure.
   *
   * @param tag name of the tag, as `AzureSignalR` or `VirtualNetwork`
   * @see https://learn.microsoft.com/azure/virtual-network/service-tags-overview
   */
  public static serviceTag(tag: string): RuleAddress {
    const valid = !isKnown(tag) || /^[a-zA-Z][a-zA-Z0-9]*(\.[a-zA-Z0-9]+)?$/.test(tag);
    return new RuleAddress([tag], valid ? [] : [`"${tag}" is not a service tag`]);
  }

  private constructor(
    /**
     * Prefixes or tags, in azurerm's form.
     *
     * @internal
     */
    public readonly _prefixes: string[],
    /**
     * What is wrong with them.
     *
     * @internal
     */
    public readonly _problems: string[],
  ) {}
}
