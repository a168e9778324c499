/** Ids of what exists, which most of the texts are made of. */
export const SUBSCRIPTION = '/subscriptions/00000000-0000-0000-0000-000000000000';
export const GROUP = `${SUBSCRIPTION}/resourceGroups/rg-old/providers`;
export const NETWORK_ID = `${GROUP}/Microsoft.Network/virtualNetworks/vnet-old`;
export const GUID = '0b0b0b0b-1111-2222-3333-444444444444';
