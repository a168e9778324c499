import { AppOutbound } from './app-outbound';
import { IResourceGroup } from '../core';
import { ISubnet, IVirtualNetwork, RuleAddress, SecurityRule, SubnetAttachments } from '../network';

/** A network that is defined for the app. */
export interface AppNetworkOptions {
  /**
   * Resource group of the network, its security groups, routes and gateway, and of new private DNS zones, where a
   * network team owns one. Private endpoints stay with the architecture, unless the group is in another subscription,
   * to which Azure binds them. Another group replaces all of these.
   *
   * @default - that of the architecture
   */
  readonly resourceGroup?: IResourceGroup;

  /**
   * IPv4 ranges of the virtual network, such as `10.20.0.0/24`; /8 to /29, not overlapping. A further range changes the
   * network in place; Azure rejects another one in place of a range whose subnets are in use.
   *
   * @default ['10.0.0.0/24']
   */
  readonly addressSpace?: string[];

  /**
   * Prefix length of the subnet through which the app calls out: at most 28. While an app scales, Azure keeps two
   * addresses for each instance, and five for itself. Another length after the deployment moves the subnet with the
   * endpoints too, which Azure rejects while they are in it, unless `privateEndpointAddressPrefix` is given.
   *
   * @default 26
   */
  readonly integrationPrefixLength?: number;

  /**
   * Fixed range of the subnet through which the app calls out, such as `10.0.0.0/26`, in place of a length: it stays
   * where it is, whatever changes in the other subnet. After the deployment Azure rejects another range than the one in
   * use.
   *
   * @default - the first free range of `integrationPrefixLength`
   */
  readonly integrationAddressPrefix?: string;

  /**
   * Prefix length of the subnet with the private endpoints: at most 29. Each endpoint takes one address, Azure five.
   * Another length after the deployment changes the range of a subnet in use, which Azure rejects.
   *
   * @default 27
   */
  readonly privateEndpointPrefixLength?: number;

  /**
   * Fixed range of the subnet with the private endpoints, such as `10.0.0.64/27`, in place of a length: it stays where
   * it is, whatever changes in the other subnet. After the deployment Azure rejects another range than the one in use.
   *
   * @default - the first free range of `privateEndpointPrefixLength`
   */
  readonly privateEndpointAddressPrefix?: string;

  /**
   * Sources from which clients reach the private endpoints, where the network access allows private clients.
   *
   * @default - the service tag VirtualNetwork: this network, peered ones, and those behind a gateway
   */
  readonly privateClients?: RuleAddress;

  /**
   * Addresses of the network's own DNS servers, IPv4. They must forward the service's domain to Azure, or keep its
   * records: see `DnsIntegration`.
   *
   * @default - Azure's own DNS
   */
  readonly dnsServers?: string[];

  /**
   * Time at which the subnets get their security groups and route tables. Policies that deny a subnet without a
   * security group want `AT_CREATION`. A change after the deployment replaces the subnets, and with them what is in
   * them.
   *
   * @default SubnetAttachments.AFTER_CREATION
   */
  readonly subnetAttachments?: SubnetAttachments;

  /**
   * Azure resource id of a DDoS protection plan, which may be of another subscription. Where a policy adds one to each
   * network, give the same: each plan of Terraform shows it as a change otherwise.
   *
   * @default - the protection that every public address of Azure has
   */
  readonly ddosProtectionPlanId?: string;

  /**
   * Outbound path of the app to addresses outside the network.
   *
   * @default AppOutbound.azureDefault()
   */
  readonly outbound?: AppOutbound;

  /**
   * Further rules of the app subnet's security group, with priorities other than 100, 110 (outbound) and 4000
   * (inbound).
   *
   * @default - only the rules of `SecurityRules.forApps`
   */
  readonly integrationRules?: SecurityRule[];

  /**
   * Further rules of the endpoint subnet's security group, with inbound priorities other than 100, 110 and 4000.
   *
   * @default - only the rules of `SecurityRules.forPrivateEndpoints`
   */
  readonly privateEndpointRules?: SecurityRule[];
}

/** A network that exists or is defined elsewhere. */
export interface ExistingAppNetworkOptions {
  /** The network that holds both subnets. */
  readonly virtualNetwork: IVirtualNetwork;

  /** The subnet through which the app calls out, delegated to `Microsoft.Web/serverFarms`. */
  readonly integrationSubnet: ISubnet;

  /** The subnet that takes the private endpoint; another one than the app's. */
  readonly privateEndpointSubnet: ISubnet;

  /**
   * Resource group of new private DNS zones; and of private endpoints where it is in another subscription than the
   * architecture, since Azure binds endpoints to the subscription of the network. Another group replaces all of these.
   *
   * @default - that of the architecture
   * @see https://learn.microsoft.com/azure/private-link/private-endpoint-overview#private-endpoint-properties
   */
  readonly resourceGroup?: IResourceGroup;
}
