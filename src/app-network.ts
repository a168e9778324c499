import { Construct } from 'constructs';
import { RegionalResourceProps } from './core';
import { NameRules, ResourceNames } from './core/private/resource-names';
import { Problem } from './core/private/violations';
import {
  AddressRange,
  NetworkSecurityGroup,
  RuleAddress,
  SecurityRules,
  Subnet,
  SubnetDelegation,
  VirtualNetwork,
} from './network';
import { AddressPlan, parseAddressSpace } from './network/private/address-plan';

/** A network that is defined for the app. */
export interface AppNetworkOptions {
  /**
   * IPv4 ranges of the virtual network, as `10.20.0.0/24`; /8 to /29, not overlapping.
   *
   * @default ['10.0.0.0/24']
   */
  readonly addressSpace?: string[];

  /**
   * Prefix length of the subnet through which the app calls out: at most 28. While an app scales, Azure keeps two
   * addresses for each instance, and five for itself.
   *
   * @default 26
   */
  readonly integrationPrefixLength?: number;

  /**
   * Prefix length of the subnet with the private endpoints: at most 29. Each endpoint takes one address, Azure five.
   *
   * @default 27
   */
  readonly privateEndpointPrefixLength?: number;

  /**
   * From where clients reach the private endpoints, where the network access lets them in privately.
   *
   * @default - the service tag VirtualNetwork: this network, peered ones, and those behind a gateway
   */
  readonly privateClients?: RuleAddress;
}

/**
 * What a network gives to an app.
 *
 * @internal
 */
export interface BoundAppNetwork {
  readonly virtualNetwork: VirtualNetwork;
  readonly integrationSubnet: Subnet;
  readonly privateEndpointSubnet: Subnet;
  readonly integrationSecurityGroup: NetworkSecurityGroup;
  readonly privateEndpointSecurityGroup: NetworkSecurityGroup;
}

interface SubnetPrefixes {
  readonly integration: string;
  readonly privateEndpoints: string;
}

const INTEGRATION_SUBNET = 'IntegrationSubnet';
const PRIVATE_ENDPOINT_SUBNET = 'PrivateEndpointSubnet';

/** The network of an app: one subnet to call out through, and one for private endpoints. */
export class AppNetwork {
  /** A new network. */
  public static define(options: AppNetworkOptions = {}): AppNetwork {
    return new AppNetwork(options);
  }

  private readonly addressSpace: string[];
  private readonly integrationPrefixLength: number;
  private readonly privateEndpointPrefixLength: number;

  private constructor(private readonly options: AppNetworkOptions) {
    this.addressSpace = options.addressSpace ?? ['10.0.0.0/24'];
    this.integrationPrefixLength = options.integrationPrefixLength ?? 26;
    this.privateEndpointPrefixLength = options.privateEndpointPrefixLength ?? 27;
  }

  /**
   * What Azure would refuse in the addresses.
   *
   * @internal
   */
  public _problems(privateClientsAllowed: boolean): Problem[] {
    const problems = this.planSubnets().problems;
    if (this.integrationPrefixLength > 28) {
      const message = `a /${this.integrationPrefixLength} given for the app's subnet; use /28 or wider, and /26 to scale out`;
      problems.push({ code: 'network/integration-subnet-size', message });
    }
    if (this.options.privateClients && !privateClientsAllowed) {
      const message =
        'privateClients given, but the network access lets no ClientConnection in through private endpoints; use NetworkAccess.privateOnly() or leave privateClients out';
      problems.push({ code: 'nac/private-clients', message });
    }
    return problems;
  }

  /**
   * Defines the network in `scope`.
   *
   * @internal
   */
  public _bind(
    scope: Construct,
    names: ResourceNames,
    regional: RegionalResourceProps,
    privateClientsAllowed: boolean,
  ): BoundAppNetwork {
    const { integration, privateEndpoints } = this.planSubnets().prefixes!;
    const clients = this.options.privateClients ?? RuleAddress.serviceTag('VirtualNetwork');
    const ranges = { apps: RuleAddress.cidr(integration), privateEndpoints: RuleAddress.cidr(privateEndpoints) };
    const virtualNetwork = new VirtualNetwork(scope, 'VirtualNetwork', {
      ...regional,
      name: names.of(NameRules.VIRTUAL_NETWORK),
      addressSpace: this.addressSpace,
    });
    const integrationSecurityGroup = new NetworkSecurityGroup(scope, 'IntegrationSecurityGroup', {
      ...regional,
      name: names.of(NameRules.NETWORK_SECURITY_GROUP, 'app'),
      rules: SecurityRules.forApps(ranges),
    });
    const privateEndpointSecurityGroup = new NetworkSecurityGroup(scope, 'PrivateEndpointSecurityGroup', {
      ...regional,
      name: names.of(NameRules.NETWORK_SECURITY_GROUP, 'endpoints'),
      rules: SecurityRules.forPrivateEndpoints({ ...ranges, clients: privateClientsAllowed ? clients : undefined }),
    });
    return {
      virtualNetwork,
      integrationSecurityGroup,
      privateEndpointSecurityGroup,
      integrationSubnet: virtualNetwork.addSubnet(INTEGRATION_SUBNET, {
        name: names.of(NameRules.SUBNET, 'app'),
        addressRange: AddressRange.cidr(integration),
        delegation: SubnetDelegation.WEB_SERVER_FARMS,
        networkSecurityGroup: integrationSecurityGroup,
      }),
      privateEndpointSubnet: virtualNetwork.addSubnet(PRIVATE_ENDPOINT_SUBNET, {
        name: names.of(NameRules.SUBNET, 'endpoints'),
        addressRange: AddressRange.cidr(privateEndpoints),
        networkSecurityGroup: privateEndpointSecurityGroup,
      }),
    };
  }

  private planSubnets(): { prefixes?: SubnetPrefixes; problems: Problem[] } {
    const space = parseAddressSpace(this.addressSpace);
    if (space.problems.length > 0) return { problems: space.problems };
    const plan = new AddressPlan(space.ranges);
    const integration = plan.request(INTEGRATION_SUBNET, { prefixLength: this.integrationPrefixLength });
    const endpoints = plan.request(PRIVATE_ENDPOINT_SUBNET, { prefixLength: this.privateEndpointPrefixLength });
    const problems = [...integration.problems, ...endpoints.problems];
    if (integration.cidr === undefined || endpoints.cidr === undefined) return { problems };
    return { prefixes: { integration: integration.cidr, privateEndpoints: endpoints.cidr }, problems };
  }
}
