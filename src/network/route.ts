import { IConstruct } from 'constructs';
import { nameProblems } from './internal/names';
import { checkInput } from '../core/internal/input/check-input';
import { Ipv4Cidr, isIpv4Address } from '../core/internal/ipv4-cidr';
import { isTagLike, routeTagProblem } from '../core/internal/service-tags';
import { isKnown, Problem } from '../core/internal/violations';

/**
 * A route of a route table: where traffic to some addresses goes next.
 *
 * Addresses are a range, such as `10.1.0.0/16`, or a service tag, such as `AzureMonitor`; tags that are newer than this
 * library go into the construct context `azureServiceTags`. Of several routes that fit, Azure uses the one with the
 * longest prefix, and prefers these to its own routes.
 *
 * @see https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview
 */
export class Route {
  /**
   * A route through a firewall or another machine that forwards traffic.
   *
   * @param name name of the route, 1 to 80 letters, digits, `-`, `_` or `.`; also the construct id
   * @param prefix range or service tag of the destinations
   * @param ipAddress private IPv4 address of the machine, such as `10.0.1.4`
   */
  public static toVirtualAppliance(name: string, prefix: string, ipAddress: string): Route {
    checkInput('network.Route.toVirtualAppliance', arguments);
    return new Route(name, prefix, 'VirtualAppliance', ipAddress);
  }

  /**
   * A route through the network's VPN gateway. Azure does not take it for ExpressRoute, which needs BGP.
   *
   * @param name name of the route, 1 to 80 letters, digits, `-`, `_` or `.`; also the construct id
   * @param prefix range or service tag of the destinations
   */
  public static toVirtualNetworkGateway(name: string, prefix: string): Route {
    checkInput('network.Route.toVirtualNetworkGateway', arguments);
    return new Route(name, prefix, 'VirtualNetworkGateway');
  }

  /**
   * A route to the internet; traffic to Azure's own services stays on Azure's backbone.
   *
   * @param name name of the route, 1 to 80 letters, digits, `-`, `_` or `.`; also the construct id
   * @param prefix range or service tag of the destinations
   */
  public static toInternet(name: string, prefix: string): Route {
    checkInput('network.Route.toInternet', arguments);
    return new Route(name, prefix, 'Internet');
  }

  /**
   * A route inside the virtual network.
   *
   * @param name name of the route, 1 to 80 letters, digits, `-`, `_` or `.`; also the construct id
   * @param prefix range or service tag of the destinations
   */
  public static toVirtualNetwork(name: string, prefix: string): Route {
    checkInput('network.Route.toVirtualNetwork', arguments);
    return new Route(name, prefix, 'VnetLocal');
  }

  /**
   * A route that drops the traffic.
   *
   * @param name name of the route, 1 to 80 letters, digits, `-`, `_` or `.`; also the construct id
   * @param prefix range or service tag of the destinations
   */
  public static toNowhere(name: string, prefix: string): Route {
    checkInput('network.Route.toNowhere', arguments);
    return new Route(name, prefix, 'None');
  }

  /**
   * The route `default`: everything that no other route takes goes through a firewall (forced tunnelling).
   *
   * @param ipAddress private IPv4 address of the firewall, such as `10.0.1.4`
   */
  public static everythingThroughFirewall(ipAddress: string): Route {
    checkInput('network.Route.everythingThroughFirewall', arguments);
    return Route.toVirtualAppliance('default', '0.0.0.0/0', ipAddress);
  }

  private constructor(
    /** Name of the route. */
    public readonly name: string,
    /** Range or service tag of the destinations. */
    public readonly addressPrefix: string,
    private readonly nextHopType: string,
    private readonly applianceAddress?: string,
    /**
     * Construct id of the route in its table.
     *
     * @internal
     */
    public readonly _id: string = name,
  ) {}

  /**
   * The same route under another name. Its construct keeps its id, so that Terraform replaces its resource.
   *
   * @internal
   */
  public _named(name: string): Route {
    return new Route(name, this.addressPrefix, this.nextHopType, this.applianceAddress, this._id);
  }

  /**
   * Reports what Azure would reject in the route by itself.
   *
   * @internal
   */
  public _problems(scope: IConstruct): Problem[] {
    const problems = nameProblems('network/route-name', 'a route', this.name);
    const prefixProblem = isKnown(this.addressPrefix) ? describePrefixProblem(scope, this.addressPrefix) : undefined;
    if (prefixProblem) {
      problems.push({ code: 'network/route-prefix', message: `route ${this.name}: ${prefixProblem}` });
    }
    if (isKnown(this.applianceAddress) && !isIpv4Address(this.applianceAddress)) {
      problems.push({
        code: 'network/route-next-hop',
        message: `route ${this.name}: "${this.applianceAddress}" is not an IPv4 address; give the address of the appliance, such as 10.0.1.4`,
      });
    }
    return problems;
  }

  /**
   * The route in azurerm's form.
   *
   * @internal
   */
  public _render() {
    return {
      name: this.name,
      addressPrefix: this.addressPrefix,
      nextHopType: this.nextHopType,
      nextHopInIpAddress: this.applianceAddress,
    };
  }
}

function describePrefixProblem(scope: IConstruct, prefix: string): string | undefined {
  if (isTagLike(prefix)) return routeTagProblem(scope, prefix);
  const parsed = Ipv4Cidr.parse(prefix);
  if (typeof parsed !== 'string') return undefined;
  return /^[\d./]+$/.test(prefix)
    ? parsed
    : `"${prefix}" is neither an IPv4 range nor a service tag; use one such as 10.0.0.0/24 or AzureMonitor`;
}
