import { TerraformProvider } from 'cdktf';
import { DnsIntegration } from './dns-integration';
import { EndpointApproval } from './endpoint-approval';
import { IResourceGroup } from '../core';
import { IApplicationSecurityGroup, ISubnet } from '../network';

/** Options of a private endpoint that depend neither on its target nor on its place. */
export interface PrivateEndpointBaseOptions {
  /**
   * Azure region of the endpoint: that of the subnet's network.
   *
   * @default - the region of the subnet's network, where it is known, or else of the resource group
   */
  readonly location?: string;

  /** Name: 1 to 80 letters, digits, `-`, `_` or `.`, beginning with a letter or digit, ending with one or `_`. */
  readonly name: string;

  /**
   * DNS integration that resolves the target's name to the endpoint.
   *
   * @default DnsIntegration.newZone()
   */
  readonly dns?: DnsIntegration;

  /**
   * Approval of the endpoint's connection.
   *
   * @default EndpointApproval.automatic()
   */
  readonly approval?: EndpointApproval;

  /**
   * Fixed private address, inside the subnet and not among its first four addresses or its last.
   *
   * @default - Azure chooses a free one
   */
  readonly staticIpAddress?: string;

  /**
   * Name of the endpoint's network interface, 1 to 80 characters as in `name`.
   *
   * @default - Azure makes one up
   */
  readonly networkInterfaceName?: string;

  /**
   * Name of the connection between endpoint and target, 1 to 80 characters as in `name`. Another one replaces the
   * endpoint: give that of an endpoint which exists.
   *
   * @default - the name of the endpoint
   */
  readonly connectionName?: string;

  /**
   * Name of the IP configuration that holds `staticIpAddress`, 1 to 80 characters as in `name`. Another one replaces
   * the endpoint.
   *
   * @default 'static'
   */
  readonly ipConfigurationName?: string;

  /**
   * Name of the DNS zone group, which keeps the record of the target, 1 to 80 characters as in `name`.
   *
   * @default 'default'
   */
  readonly dnsZoneGroupName?: string;

  /**
   * Name of the link between the network and a zone that the endpoint defines, 1 to 80 characters as in `name`.
   *
   * @default - `link-` and the name of the endpoint
   */
  readonly virtualNetworkLinkName?: string;

  /**
   * Application security groups that the endpoint joins, by which security rules name it.
   *
   * @default - none
   */
  readonly applicationSecurityGroups?: IApplicationSecurityGroup[];

  /**
   * Locks the endpoint, so that Azure rejects its deletion. Remove the lock before you destroy the stack.
   *
   * @default - false, or true where `lockName` is given
   */
  readonly lock?: boolean;

  /**
   * Name of that lock: 1 to 90 letters, digits, `-`, `_`, `.`, `(` or `)`, not ending with a period.
   *
   * @default 'no-deletion'
   */
  readonly lockName?: string;

  /**
   * Provider of the endpoint, for another subscription than the stack's default one.
   *
   * @default - the provider of the subnet, or else of the resource group, where it is known, or else the stack's
   * provider without an alias
   */
  readonly provider?: TerraformProvider;

  /**
   * Tags of the endpoint.
   *
   * @default - no tags
   */
  readonly tags?: { [name: string]: string };
}

/** Options of a private endpoint that do not depend on its target. */
export interface PrivateEndpointOptions extends PrivateEndpointBaseOptions {
  /** The subnet from which the endpoint takes its address; not a delegated one. */
  readonly subnet: ISubnet;

  /** Resource group of the endpoint; may be another one than the target's. */
  readonly resourceGroup: IResourceGroup;
}
