import { Construct } from 'constructs';
import { RegionalResourceProps } from '../core';
import { NameRules, ResourceNames } from './private/resource-names';
import { Problem } from '../core/internal/violations';
import { NatGateway, Route, RouteTable } from '../network';

/**
 * How the app's subnet reaches what lies outside.
 *
 * @internal
 */
export interface BoundAppOutbound {
  readonly natGateway?: NatGateway;
  readonly routeTable?: RouteTable;
}

/** How an app calls out to what is outside its network. */
export class AppOutbound {
  /** From addresses that Azure chooses. */
  public static azureDefault(): AppOutbound {
    return new AppOutbound('default', []);
  }

  /** From one fixed public address: a new NAT gateway, for partners that let callers in by address. */
  public static natGateway(): AppOutbound {
    return new AppOutbound('nat', []);
  }

  /**
   * Through a firewall, which sees everything but the private endpoints: forced tunnelling.
   *
   * @param ipAddress private address of the firewall, in this network or a peered one
   */
  public static firewall(ipAddress: string): AppOutbound {
    return new AppOutbound('firewall', [Route.everythingThroughFirewall(ipAddress)]);
  }

  private constructor(
    private readonly way: 'default' | 'nat' | 'firewall',
    private readonly routes: Route[],
  ) {}

  /**
   * What Azure would refuse in the routes.
   *
   * @internal
   */
  public _problems(): Problem[] {
    return this.routes.flatMap((route) => route._problems());
  }

  /**
   * Defines what the subnet needs in `scope`.
   *
   * @internal
   */
  public _bind(scope: Construct, names: ResourceNames, regional: RegionalResourceProps): BoundAppOutbound {
    if (this.way === 'nat') {
      const name = names.of(NameRules.NAT_GATEWAY);
      const publicIpName = names.of(NameRules.PUBLIC_IP);
      return { natGateway: new NatGateway(scope, 'NatGateway', { ...regional, name, publicIpName }) };
    }
    if (this.routes.length === 0) return {};
    const name = names.of(NameRules.ROUTE_TABLE);
    return { routeTable: new RouteTable(scope, 'RouteTable', { ...regional, name, routes: this.routes }) };
  }
}
