import { Construct } from 'constructs';
import { AppNetworkOptions, ExistingAppNetworkOptions } from './app-network-options';
import { RegionalResourceProps } from '../core';
import { locationsDiffer } from '../core/internal/locations';
import { ResourceNames } from '../core/internal/resource-names';
import { isKnown, Problem } from '../core/internal/violations';
import { SubnetDelegation } from '../network';
import { BoundAppNetwork, NewAppNetwork } from './private/new-app-network';

/** The network of an app: one subnet to call out through, and one for private endpoints. */
export class AppNetwork {
  /** A new network with its subnets and security groups. */
  public static define(options: AppNetworkOptions = {}): AppNetwork {
    const network = new NewAppNetwork(options);
    return new AppNetwork(
      true,
      (_location, privateClientsAllowed) => network.problems(privateClientsAllowed),
      (...context) => network.bind(...context),
    );
  }

  /**
   * A network that exists or is defined elsewhere. Its security groups, routes and DNS servers stay as they are.
   *
   * What is known of the subnets is judged: size, delegation, region.
   */
  public static existing(options: ExistingAppNetworkOptions): AppNetwork {
    return new AppNetwork(
      false,
      (location) => existingNetworkProblems(options, location),
      () => ({ ...options, isNew: false }),
    );
  }

  private constructor(
    /**
     * Whether the network is defined for the app.
     *
     * @internal
     */
    public readonly _isNew: boolean,
    private readonly problems: (location: string, privateClientsAllowed: boolean) => Problem[],
    private readonly bind: (
      scope: Construct,
      names: ResourceNames,
      regional: RegionalResourceProps,
      privateClientsAllowed: boolean,
      delegation?: SubnetDelegation,
    ) => BoundAppNetwork,
  ) {}

  /**
   * What Azure would refuse in the network.
   *
   * @internal
   */
  public _problems(location: string, privateClientsAllowed: boolean): Problem[] {
    return this.problems(location, privateClientsAllowed);
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
    delegation?: SubnetDelegation,
  ): BoundAppNetwork {
    return this.bind(scope, names, regional, privateClientsAllowed, delegation);
  }
}

function existingNetworkProblems(options: ExistingAppNetworkOptions, location: string): Problem[] {
  const { virtualNetwork, integrationSubnet } = options;
  const problems: Problem[] = [];
  if (locationsDiffer(virtualNetwork.location, location)) {
    const message = `the app is to lie in ${location}, but its network ${virtualNetwork.node.path} is in ${virtualNetwork.location}; use one region`;
    problems.push({ code: 'appservice/location', message });
  }
  const [network, ofSubnet] = [virtualNetwork.virtualNetworkId, integrationSubnet.virtualNetworkId];
  if (isKnown(network) && isKnown(ofSubnet) && network.toLowerCase() !== ofSubnet.toLowerCase()) {
    const message = `subnet ${integrationSubnet.node.path} is part of ${ofSubnet}, not of ${network}; give the network that the app calls out through`;
    problems.push({ code: 'network/subnet-of-other-network', message });
  }
  return problems;
}
