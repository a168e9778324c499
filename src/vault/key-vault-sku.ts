/** Tiers of Key Vaults, in azurerm's words. */
export enum KeyVaultSku {
  /** Keys are kept in software. */
  STANDARD = 'standard',

  /** Keys can be kept in hardware security modules as well. */
  PREMIUM = 'premium',
}
