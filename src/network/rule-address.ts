import { IConstruct } from 'constructs';
import { IApplicationSecurityGroup } from './application-security-group';
import { checkInput } from '../core/internal/input/check-input';
import { Ipv4Cidr } from '../core/internal/ipv4-cidr';
import { isTagLike, serviceTagProblem } from '../core/internal/service-tags';
import { isKnown } from '../core/internal/violations';

const ADVICE = 'give ranges or one service tag';
const MAX_GROUPS = 10;

/** One end of a security rule: where traffic comes from or goes to. */
export class RuleAddress {
  /** Every address. */
  public static any(): RuleAddress {
    return new RuleAddress(['*'], []);
  }

  /**
   * Address ranges.
   *
   * @param ranges at least one, such as `10.0.0.0/26`
   */
  public static cidr(...ranges: string[]): RuleAddress {
    checkInput('network.RuleAddress.cidr', arguments);
    const malformed = ranges.filter(isKnown).map((range) => Ipv4Cidr.parse(range));
    const problems = malformed.filter((parsed) => typeof parsed === 'string');
    if (ranges.length === 0) problems.push('no address range given');
    return new RuleAddress(
      ranges,
      problems.map((problem) => `${problem}; ${ADVICE}`),
    );
  }

  /**
   * The addresses of an Azure service, kept up to date by Azure.
   *
   * @param tag name of the tag, such as `AzureSignalR` or `VirtualNetwork`, of many services also with a region, such
   * as `Storage.CentralUS`; tags that are newer than this library go into the construct context `azureServiceTags`
   * @see https://learn.microsoft.com/azure/virtual-network/service-tags-overview
   */
  public static serviceTag(tag: string): RuleAddress {
    checkInput('network.RuleAddress.serviceTag', arguments);
    const valid = !isKnown(tag) || isTagLike(tag);
    return new RuleAddress(
      [tag],
      valid ? [] : [`"${tag}" is not a service tag; ${ADVICE}`],
      [],
      valid ? tag : undefined,
    );
  }

  /**
   * The machines and private endpoints of application security groups.
   *
   * @param groups 1 to 10 groups, all with members in one virtual network
   * @see https://learn.microsoft.com/azure/virtual-network/application-security-groups
   */
  public static applicationSecurityGroups(...groups: IApplicationSecurityGroup[]): RuleAddress {
    checkInput('network.RuleAddress.applicationSecurityGroups', arguments);
    const valid = groups.length > 0 && groups.length <= MAX_GROUPS;
    const problem = `${groups.length} application security groups given; give 1 to ${MAX_GROUPS}`;
    return new RuleAddress(
      [],
      valid ? [] : [problem],
      groups.map((group) => group.applicationSecurityGroupId),
    );
  }

  private constructor(
    /**
     * Prefixes or tags, in azurerm's form; empty for groups.
     *
     * @internal
     */
    public readonly _prefixes: string[],
    /**
     * Problems with them.
     *
     * @internal
     */
    public readonly _problems: string[],
    /**
     * Ids of application security groups; empty for prefixes.
     *
     * @internal
     */
    public readonly _groupIds: string[] = [],
    private readonly tag?: string,
  ) {}

  /**
   * Reports what Azure would reject in the address of a rule that is defined in a scope.
   *
   * @internal
   */
  public _problemsIn(scope: IConstruct): string[] {
    const unknownTag = isKnown(this.tag) ? serviceTagProblem(scope, this.tag) : undefined;
    return unknownTag === undefined ? this._problems : [unknownTag];
  }
}
