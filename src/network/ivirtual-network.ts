import { IConstruct } from 'constructs';

/** A virtual network, owned or existing. */
export interface IVirtualNetwork extends IConstruct {
  /** Azure resource id of the network. */
  readonly virtualNetworkId: string;

  /** Name of the network. */
  readonly virtualNetworkName: string;

  /** Name of the resource group that holds the network. */
  readonly resourceGroupName: string;

  /** Region of the network. */
  readonly location: string;

  /** Address ranges, such as `10.0.0.0/16`; `undefined` where they are not known. */
  readonly addressSpace?: string[];

  /** Addresses of the network's own DNS servers; empty for those of Azure, `undefined` where they are not known. */
  readonly dnsServers?: string[];
}
