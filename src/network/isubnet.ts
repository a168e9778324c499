import { TerraformResource } from 'cdktf';
import { IConstruct } from 'constructs';
import { SubnetDelegation } from './subnet-delegation';

/** A subnet, owned or existing. */
export interface ISubnet extends IConstruct {
  /** Azure resource id of the subnet. */
  readonly subnetId: string;

  /** Azure resource id of the network that the subnet is part of. */
  readonly virtualNetworkId: string;

  /** Region of the network; `undefined` where it is not known. */
  readonly location?: string;

  /** Address range, such as `10.0.0.0/26`; `undefined` where it is not known. */
  readonly addressPrefix?: string;

  /** The service that may inject itself into the subnet; `undefined` where it is not known. */
  readonly delegation?: SubnetDelegation;

  /**
   * Makes a resource wait for everything that is attached to the subnet, such as its security group.
   *
   * Azure rejects concurrent operations on a subnet, and azurerm does not serialise them.
   *
   * @param resource what joins the subnet
   */
  awaitedBy(resource: TerraformResource): void;
}
