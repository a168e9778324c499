import { callerProblems, Caller, restrictionBlocks } from './private/restrictions';
import { checkInput } from '../core/internal/input/check-input';
import { Problem, withCode } from '../core/internal/violations';
import { ISubnet } from '../network';

/**
 * Callers that may reach an app, and its deployment site, over the network.
 *
 * Private endpoints reach the app regardless of these restrictions. The deployment site follows the app unless
 * `withDeploymentSite` sets other rules.
 *
 * @see https://learn.microsoft.com/azure/app-service/overview-access-restrictions
 */
export class AccessRestrictions {
  /** Every caller, over the internet. */
  public static publicAccess(): AccessRestrictions {
    return new AccessRestrictions(true);
  }

  /**
   * One Azure Front Door profile alone.
   *
   * @param frontDoorId id that Front Door sends in the header `X-Azure-FDID`, a GUID: `resource_guid` of
   * `azurerm_cdn_frontdoor_profile`
   */
  public static frontDoorOnly(frontDoorId: string): AccessRestrictions {
    checkInput('appservice.AccessRestrictions.frontDoorOnly', arguments);
    return new AccessRestrictions(true, [{ name: 'front-door', frontDoorId }]);
  }

  /**
   * Allows resources in these subnets, over the subnets' service endpoint.
   *
   * @param subnets at least one, each with the service endpoint `Microsoft.Web`; without it calls from a subnet do not
   * match, and are rejected
   */
  public static subnetsOnly(...subnets: ISubnet[]): AccessRestrictions {
    checkInput('appservice.AccessRestrictions.subnetsOnly', arguments);
    return new AccessRestrictions(
      true,
      subnets.map(({ subnetId }, index) => ({ name: `subnet-${index + 1}`, subnetId })),
    );
  }

  /**
   * These public addresses.
   *
   * @param ranges at least one, such as `203.0.113.0/24` or `2001:db8::/32`; a single address such as `203.0.113.7/32`
   */
  public static ipRanges(...ranges: string[]): AccessRestrictions {
    checkInput('appservice.AccessRestrictions.ipRanges', arguments);
    return new AccessRestrictions(
      true,
      ranges.map((range, index) => ({ name: `range-${index + 1}`, range })),
    );
  }

  /** Only what comes through private endpoints. */
  public static privateEndpointOnly(): AccessRestrictions {
    return new AccessRestrictions(false);
  }

  private constructor(
    /** Reports whether the app can be called over its public endpoint. */
    public readonly publicNetworkAccess: boolean,
    private readonly callers?: readonly Caller[],
    private readonly deploymentSite?: AccessRestrictions,
  ) {}

  /**
   * The same, with other callers for the deployment site, from where code is deployed: a build server as a rule.
   *
   * @param callers who may call the deployment site
   */
  public withDeploymentSite(callers: AccessRestrictions): AccessRestrictions {
    checkInput('appservice.AccessRestrictions.withDeploymentSite', arguments);
    return new AccessRestrictions(this.publicNetworkAccess, this.callers, callers);
  }

  /**
   * Reports what azurerm or Azure would reject.
   *
   * @internal
   */
  public _problems(): Problem[] {
    const messages = [...callerProblems(this.callers), ...callerProblems(this.deploymentSite?.callers)];
    if (!this.publicNetworkAccess && this.deploymentSite?.publicNetworkAccess) {
      messages.push(
        'only private endpoints connect to the app, and Azure closes the deployment site with the app; leave withDeploymentSite out, or use AccessRestrictions.ipRanges(...) for the app',
      );
    }
    if (this.deploymentSite?.deploymentSite) {
      messages.push('a deployment site has no deployment site of its own; give withDeploymentSite once');
    }
    return withCode('appservice/access-restrictions', messages);
  }

  /**
   * The part of `site_config`. Empty where every caller is allowed, which is Azure's default.
   *
   * @internal
   */
  public _render() {
    const { callers, deploymentSite } = this;
    if (!deploymentSite) return { ...mainSite(callers), scmUseMainIpRestriction: callers && true };
    return {
      ...mainSite(callers),
      scmUseMainIpRestriction: false,
      scmIpRestriction: restrictionBlocks(deploymentSite.callers),
      scmIpRestrictionDefaultAction: deploymentSite.isOpen ? 'Allow' : 'Deny',
    };
  }

  /**
   * Reports whether only a Front Door may call the app over its public endpoint.
   *
   * @internal
   */
  public get _isForFrontDoor(): boolean {
    return this.callers?.every(({ frontDoorId }) => frontDoorId !== undefined) ?? false;
  }

  private get isOpen(): boolean {
    return this.publicNetworkAccess && this.callers === undefined;
  }
}

function mainSite(callers: readonly Caller[] | undefined) {
  return { ipRestriction: restrictionBlocks(callers), ipRestrictionDefaultAction: callers && 'Deny' };
}
