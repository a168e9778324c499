import { Construct } from 'constructs';
import { RegionalResourceProps } from '../core';
import { FirewallOutboundOptions } from './firewall-outbound-options';
import { Names } from './private/names';
import { Role } from './private/roles';
import { checkInput } from '../core/internal/input/check-input';
import { Problem } from '../core/internal/violations';
import { NatGateway, Route, RouteTable } from '../network';

/**
 * Outbound path of the app's subnet to addresses outside the network.
 *
 * @internal
 */
export interface BoundAppOutbound {
  readonly natGateway?: NatGateway;
  readonly routeTable?: RouteTable;
}

/** Outbound path of an app to addresses outside its network. */
export class AppOutbound {
  /** From addresses that Azure chooses. */
  public static azureDefault(): AppOutbound {
    return new AppOutbound('default', []);
  }

  /** From one fixed public address: a new NAT gateway, for partners that allow callers by address. */
  public static natGateway(): AppOutbound {
    return new AppOutbound('nat', []);
  }

  /**
   * Through a firewall, which sees everything but the private endpoints: forced tunnelling.
   *
   * @param ipAddress private address of the firewall, in this network or a peered one
   */
  public static firewall(ipAddress: string, options: FirewallOutboundOptions = {}): AppOutbound {
    checkInput('AppOutbound.firewall', arguments);
    return new AppOutbound('firewall', [Route.everythingThroughFirewall(ipAddress)], options);
  }

  private constructor(
    private readonly way: 'default' | 'nat' | 'firewall',
    private readonly routes: Route[],
    private readonly options: FirewallOutboundOptions = {},
  ) {}

  /**
   * Roles of its resources that get names.
   *
   * @internal
   */
  public get _roles(): Role[] {
    if (this.way === 'nat') return ['natGateway', 'natGatewayPublicIp'];
    return this.way === 'firewall' ? ['routeTable', 'firewallRoute'] : [];
  }

  /**
   * Reports what Azure would reject in the routes.
   *
   * @internal
   */
  public _problems(scope: Construct, names: Names): Problem[] {
    return this.namedRoutes(names).flatMap((route) => route._problems(scope));
  }

  /**
   * Defines what the subnet needs in `scope`.
   *
   * @internal
   */
  public _bind(scope: Construct, names: Names, regional: RegionalResourceProps): BoundAppOutbound {
    if (this.way === 'nat') {
      const name = names.of('natGateway');
      const publicIpName = names.of('natGatewayPublicIp');
      return { natGateway: new NatGateway(scope, 'NatGateway', { ...regional, name, publicIpName }) };
    }
    if (this.routes.length === 0) return {};
    const name = names.of('routeTable');
    const routes = this.namedRoutes(names);
    return { routeTable: new RouteTable(scope, 'RouteTable', { ...regional, ...this.options, name, routes }) };
  }

  private namedRoutes(names: Names): Route[] {
    return this.routes.map((route) => route._named(names.of('firewallRoute')));
  }
}
