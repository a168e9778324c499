/** Resources of one type that no rule judged. */
export interface UnjudgedType {
  /** Type in Terraform, such as `azurerm_subnet_network_security_group_association`. */
  readonly type: string;

  /** Number of resources; one that is repeated a number of times that only Terraform knows counts once. */
  readonly resources: number;

  /** Reason, and whether rules read such resources to judge others, such as the associations of a subnet. */
  readonly reason: string;
}
