import { Topology } from '../../topology/topology';
import { Finding, findingOf } from '../finding';

/**
 * An app names its subnet in itself or in a resource of its own: azurerm creates no connection of an app that has one.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service_virtual_network_swift_connection
 */
export function connectionFindings({ integrations }: Topology): Finding[] {
  return integrations.joinedTwice.map(({ app, connection }) => {
    const message = `the app ${app.path} has virtual_network_subnet_id, and ${connection.path} connects it too; azurerm rejects the connection, and each plan would undo one of the two; remove one`;
    return findingOf('appservice/two-integrations', message, app, connection);
  });
}
