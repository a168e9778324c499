/**
 * Time at which a network's subnets get their security groups and route tables. NAT gateways are attached in a request
 * of their own with both.
 *
 * A change of it after the deployment replaces the subnets; docs/how-to/networks.md says how to keep them.
 */
export enum SubnetAttachments {
  /** In a request of their own, after the subnet is created: associations of azurerm. */
  AFTER_CREATION = 'AfterCreation',

  /**
   * In the request that creates the subnet, as policies want it that deny a subnet without a security group.
   *
   * azurerm 4 does so with subnets that are blocks of `azurerm_virtual_network`, azurerm 5 with write-only attributes
   * of `azurerm_subnet`, for which Terraform has to be 1.11 or newer.
   */
  AT_CREATION = 'AtCreation',
}
