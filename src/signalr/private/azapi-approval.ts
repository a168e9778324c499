import { SignalrSharedPrivateLinkResource } from '@cdktf/provider-azurerm/lib/signalr-shared-private-link-resource';
import { dependable, TerraformProvider, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { LinkTargetKind } from './link-problems';
import { AzapiUpdateResource, DataAzapiResourceList } from '../../engine/azapi';
import { needLifecycle } from '../../engine/kept-arguments';

/** Link to be approved. */
export interface ApprovedLink {
  readonly link: SignalrSharedPrivateLinkResource;
  readonly kind: LinkTargetKind;
  readonly targetId: string;
  readonly requestMessage: string;
  readonly provider?: TerraformProvider;
}

/**
 * Approves the one connection of the target that a link has opened.
 *
 * Azure names the connection after itself, so it is found in the target's list by its description, which is the link's
 * request message: https://learn.microsoft.com/azure/azure-signalr/howto-shared-private-endpoints-key-vault
 */
export function approveConnection(scope: Construct, approved: ApprovedLink): TerraformResource {
  const { link, kind, targetId, requestMessage, provider } = approved;
  const type = `${kind.type}/privateEndpointConnections@${kind.apiVersion}`;
  // Read after the link exists; Terraform puts the reading off until then:
  // https://developer.hashicorp.com/terraform/language/meta-arguments/depends_on
  const connections = new DataAzapiResourceList(scope, 'Connections', {
    type,
    parentId: targetId,
    dependsOn: [link],
    provider,
  });
  // azapi reads the connection, merges the body, and writes all of it back:
  // https://registry.terraform.io/providers/Azure/azapi/latest/docs/resources/update_resource
  const approval = new AzapiUpdateResource(scope, 'Approval', {
    type,
    resourceId: connectionOf(dependable(link), dependable(connections)),
    body: { properties: { privateLinkServiceConnectionState: { status: 'Approved', description: requestMessage } } },
    lifecycle: {
      // Later runs neither approve a connection that was rejected since, nor look for another one. Terraform uses both
      // values of the configuration again when it replaces the approval:
      // https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle
      ignoreChanges: ['resource_id', 'body'],
      // A link that is replaced opens a new connection, which is Pending.
      replaceTriggeredBy: [`${dependable(link)}.id`],
    },
    provider,
  });
  needLifecycle(
    approval,
    approval.lifecycle,
    'without which a connection that was rejected is approved again, or that of a replaced link is not approved',
  );
  return approval;
}

/**
 * The expression for the id of a link's connection: the Pending one with its message, or else the Approved one, which a
 * run that was broken off, or the target's owner, has left.
 *
 * `count` and `for_each` are of no use here, because the list is not known in the first plan. `null` would not do where
 * there is no such connection, because azapi rejects it in every later plan, even of ignored changes; an id that cannot
 * exist fails once, when azapi looks for it, and is ignored later. `try` also takes connections without a description.
 */
function connectionOf(link: string, connections: string): string {
  const state = 'connection.properties.privateLinkServiceConnectionState';
  const only = (status: string) =>
    `try(one([for connection in ${connections}.output.value : connection.id if try(${state}.status == "${status}" && lower(${state}.description) == lower(${link}.request_message), false)]), null)`;
  const none = `\${${link}.target_resource_id}/privateEndpointConnections/no-pending-connection-of-link-\${${link}.name}`;
  return `\${coalesce(${only('Pending')}, ${only('Approved')}, "${none}")}`;
}
