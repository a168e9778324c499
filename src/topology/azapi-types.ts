/** Types of azapi that write to Azure, whatever resource it is. */
export const AZAPI_TYPES = ['azapi_update_resource', 'azapi_resource', 'azapi_resource_action'];
