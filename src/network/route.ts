import { nameProblems } from './internal/names';
import { Ipv4Cidr, isIpv4Address } from '../core/internal/ipv4-cidr';
import { isKnown, Problem } from '../core/internal/violations';

/**
 * A route of a route table: where traffic to some addresses goes next.
 *
 * Addresses are a range, as `10.1.0.0/16`, or a service tag, as `AzureMonitor`. Of several routes that fit, Azure takes
 * the one with the longest prefix, and its own routes yield to these.
 *
 * @see https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview
 */
export class Route {
  /**
   * A route through a firewall or another machine that forwards traffic.
   *
   * @param name name of the route, 1 to 80 letters, digits, `-`, `_` or `.`; also the construct id
   * @param prefix range or service tag of the destinations
   * @param ipAddress private IPv4 address of the machine, as `10.0.1.4`
   */
  public static toVirtualAppliance(name: string, prefix: string, ipAddress: string): Route {
    return new Route(name, prefix, 'VirtualAppliance', ipAddress);
  }

  /**
   * A route through the network's VPN gateway. Azure does not take it for ExpressRoute, which needs BGP.
   *
   * @param name name of the route, 1 to 80 letters, digits, `-`, `_` or `.`; also the construct id
   * @param prefix range or service tag of the destinations
   */
  public static toVirtualNetworkGateway(name: string, prefix: string): Route {
    return new Route(name, prefix, 'VirtualNetworkGateway');
  }

  /**
   * A route to the internet; traffic to Azure's own services stays on Azure's backbone.
   *
   * @param name name of the route, 1 to 80 letters, digits, `-`, `_` or `.`; also the construct id
   * @param prefix range or service tag of the destinations
   */
  public static toInternet(name: string, prefix: string): Route {
    return new Route(name, prefix, 'Internet');
  }

  /**
   * A route inside the virtual network.
   *
   * @param name name of the route, 1 to 80 letters, digits, `-`, `_` or `.`; also the construct id
   * @param prefix range or service tag of the destinations
   */
  public static toVirtualNetwork(name: string, prefix: string): Route {
    return new Route(name, prefix, 'VnetLocal');
  }

  /**
   * A route that drops the traffic.
   *
   * @param name name of the route, 1 to 80 letters, digits, `-`, `_` or `.`; also the construct id
   * @param prefix range or service tag of the destinations
   */
  public static toNowhere(name: string, prefix: string): Route {
    return new Route(name, prefix, 'None');
  }

  /**
   * The route `default`: everything that no other route takes goes through a firewall (forced tunnelling).
   *
   * @param ipAddress private IPv4 address of the firewall, as `10.0.1.4`
   */
  public static everythingThroughFirewall(ipAddress: string): Route {
    return Route.toVirtualAppliance('default', '0.0.0.0/0', ipAddress);
  }

  private constructor(
    /** Name of the route. */
    public readonly name: string,
    /** Range or service tag of the destinations. */
    public readonly addressPrefix: string,
    private readonly nextHopType: string,
    private readonly applianceAddress?: string,
  ) {}

  /**
   * What Azure would refuse in the route by itself.
   *
   * @internal
   */
  public _problems(): Problem[] {
    const problems = nameProblems('network/route-name', 'a route', this.name);
    const prefixProblem = isKnown(this.addressPrefix) ? describePrefixProblem(this.addressPrefix) : undefined;
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

function describePrefixProblem(prefix: string): string | undefined {
  if (/^[a-zA-Z][a-zA-Z0-9]*(\.[a-zA-Z0-9]+)?$/.test(prefix)) return undefined;
  const parsed = Ipv4Cidr.parse(prefix);
  if (typeof parsed !== 'string') return undefined;
  return /^[\d./]+$/.test(prefix)
    ? parsed
    : `"${prefix}" is neither an IPv4 range nor a service tag; use one such as 10.0.0.0/24 or AzureMonitor`;
}
