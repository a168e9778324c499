import { TerraformResource } from 'cdktf';
import { awaitRole } from '../../identity/internal/grant-once';
import { FunctionAppProps } from '../function-app-props';
import { SiteBase } from '../site-base';

/**
 * Lets a function app or slot wait for the roles and private endpoints that it needs to reach its storage. The roles
 * are those of the host, of its triggers for blobs, of Durable Functions and of diagnostic events.
 *
 * @see https://learn.microsoft.com/azure/azure-functions/functions-reference#connecting-to-host-storage-with-an-identity
 */
export function awaitStorage(site: SiteBase, resource: TerraformResource, props: FunctionAppProps): void {
  const { storage, identity } = props;
  storage.awaitedBy(resource);
  const roles = [
    storage.grantBlobDataOwner(identity),
    storage.grantQueueDataContributor(identity),
    storage.grantTableDataContributor(identity),
  ];
  roles.forEach((role) => awaitRole(role, (assignment) => site.executeAfter(assignment)));
}
