/** Time that azurerm waits for an operation on a resource, such as `90m`, `2h` or `1h30m`. */
export interface OperationTimeouts {
  /**
   * To create the resource.
   *
   * @default - azurerm's own, 30 minutes for most resources
   */
  readonly create?: string;

  /**
   * To read the resource.
   *
   * @default - azurerm's own, 5 minutes for most resources
   */
  readonly read?: string;

  /**
   * To change the resource.
   *
   * @default - azurerm's own, 30 minutes for most resources
   */
  readonly update?: string;

  /**
   * To delete the resource.
   *
   * @default - azurerm's own, 30 minutes for most resources
   */
  readonly delete?: string;
}
