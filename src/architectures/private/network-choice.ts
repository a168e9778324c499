import { Construct } from 'constructs';
import { groupCloudProblems } from './group-cloud';
import { Names } from './names';
import { Role } from './roles';
import { IResourceGroup, RegionalResourceProps } from '../../core';
import { locationsDiffer } from '../../core/internal/locations';
import { isKnown, Problem } from '../../core/internal/violations';
import { ISubnet, IVirtualNetwork, NetworkSecurityGroup, SubnetDelegation, VirtualNetwork } from '../../network';
import { staticAddressProblems } from '../../network/internal/static-address';
import { ExistingAppNetworkOptions } from '../app-network-options';
import { BoundAppOutbound } from '../app-outbound';

/** Purpose of a network. */
export interface NetworkUse {
  readonly scope: Construct;
  readonly location: string;
  /** Reports whether clients also come through private endpoints. */
  readonly clientsArePrivate: boolean;
  /** Reports whether the service also allows the app over the public network. */
  readonly serversArePublic: boolean;
  readonly names: Names;
}

/** Context in which a new network is defined. */
export interface NetworkContext extends NetworkUse {
  readonly regional: RegionalResourceProps;
  readonly delegation?: SubnetDelegation;
}

/** Resources that a network gives to an app. */
export interface BoundNetwork extends BoundAppOutbound {
  readonly virtualNetwork: IVirtualNetwork;
  /** The same network, where it is defined for the app. */
  readonly newNetwork?: VirtualNetwork;
  readonly integrationSubnet: ISubnet;
  readonly privateEndpointSubnet: ISubnet;
  readonly integrationSecurityGroup?: NetworkSecurityGroup;
  readonly privateEndpointSecurityGroup?: NetworkSecurityGroup;
}

/** A network that is defined for an app, or one that exists. */
export interface NetworkChoice {
  /** Reports whether the network is defined for the app. */
  readonly isNew: boolean;
  /** The subnet that an app calls out through, where the network exists. */
  readonly existingIntegrationSubnet?: ISubnet;
  /** The resource group of the network and new zones, where it has one of its own. */
  readonly resourceGroup?: IResourceGroup;
  /** Roles of the network's resources that get names. */
  roles(use: NetworkUse): Role[];
  /** Reports what Azure would reject in the network. */
  problems(use: NetworkUse): Problem[];
  /** Reports why the private endpoint of the service cannot have a fixed address. */
  addressProblems(address: string | undefined): Problem[];
  /** Defines the network, where it is new. */
  bind(context: NetworkContext): BoundNetwork;
}

/** A network that exists or is defined elsewhere. */
export class ExistingNetwork implements NetworkChoice {
  public readonly isNew = false;
  public readonly resourceGroup?: IResourceGroup;

  public constructor(private readonly options: ExistingAppNetworkOptions) {
    this.resourceGroup = options.resourceGroup;
  }

  public get existingIntegrationSubnet(): ISubnet {
    return this.options.integrationSubnet;
  }

  public roles(): Role[] {
    return [];
  }

  public problems({ location }: NetworkUse): Problem[] {
    const { virtualNetwork, integrationSubnet } = this.options;
    const problems: Problem[] = groupCloudProblems('network', location, this.resourceGroup);
    if (locationsDiffer(virtualNetwork.location, location)) {
      const message = `the app is in ${location}, but its network ${virtualNetwork.node.path} is in ${virtualNetwork.location}; use one region`;
      problems.push({ code: 'appservice/location', message });
    }
    const [network, ofSubnet] = [virtualNetwork.virtualNetworkId, integrationSubnet.virtualNetworkId];
    if (isKnown(network) && isKnown(ofSubnet) && network.toLowerCase() !== ofSubnet.toLowerCase()) {
      const message = `subnet ${integrationSubnet.node.path} is part of ${ofSubnet}, not of ${network}; give the network that the app calls out through`;
      problems.push({ code: 'network/subnet-of-other-network', message });
    }
    return problems;
  }

  public addressProblems(address: string | undefined): Problem[] {
    return staticAddressProblems('privatelink/static-ip', address, this.options.privateEndpointSubnet);
  }

  public bind(): BoundNetwork {
    return this.options;
  }
}
