import { Construct } from 'constructs';
import { AppNetworkOptions, ExistingAppNetworkOptions } from './app-network-options';
import { RegionalResourceProps } from './core';
import { ResourceNames } from './core/private/resource-names';
import { Problem } from './core/private/violations';
import { BoundAppNetwork, NewAppNetwork } from './private/new-app-network';

/** The network of an app: one subnet to call out through, and one for private endpoints. */
export class AppNetwork {
  /** A new network with its subnets and security groups. */
  public static define(options: AppNetworkOptions = {}): AppNetwork {
    const network = new NewAppNetwork(options);
    return new AppNetwork(
      (privateClientsAllowed) => network.problems(privateClientsAllowed),
      (scope, names, regional, privateClientsAllowed) => network.bind(scope, names, regional, privateClientsAllowed),
    );
  }

  /**
   * A network that exists or is defined elsewhere. Its security groups, routes and DNS servers stay as they are.
   *
   * What is known of the subnets is judged: size, delegation, region.
   */
  public static existing(options: ExistingAppNetworkOptions): AppNetwork {
    return new AppNetwork(
      () => [],
      () => options,
    );
  }

  private constructor(
    private readonly problems: (privateClientsAllowed: boolean) => Problem[],
    private readonly bind: (
      scope: Construct,
      names: ResourceNames,
      regional: RegionalResourceProps,
      privateClientsAllowed: boolean,
    ) => BoundAppNetwork,
  ) {}

  /**
   * What Azure would refuse in the network.
   *
   * @internal
   */
  public _problems(privateClientsAllowed: boolean): Problem[] {
    return this.problems(privateClientsAllowed);
  }

  /**
   * Defines the network in `scope`, where it is new.
   *
   * @internal
   */
  public _bind(
    scope: Construct,
    names: ResourceNames,
    regional: RegionalResourceProps,
    privateClientsAllowed: boolean,
  ): BoundAppNetwork {
    return this.bind(scope, names, regional, privateClientsAllowed);
  }
}
