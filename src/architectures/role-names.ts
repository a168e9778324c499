import { AppRoleNames } from './app-role-names';
import { EndpointRoleNames } from './endpoint-role-names';
import { NetworkRoleNames } from './network-role-names';
import { ServiceRoleNames } from './service-role-names';

/**
 * Azure names by the role of what they name in an architecture; roles go by the properties of the architecture, such as
 * `virtualNetwork`. What is left out keeps its default. Names of Azure's own are missing: those of private DNS zones.
 */
export interface RoleNames extends NetworkRoleNames, EndpointRoleNames, ServiceRoleNames, AppRoleNames {
  /**
   * The resource group.
   *
   * @default - `rg-WORKLOAD-ENVIRONMENT-REGION`
   */
  readonly resourceGroup?: string;
}
