/**
 * The address of Azure's DNS in every virtual network.
 *
 * @see https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
 */
export const AZURE_DNS = '168.63.129.16';
