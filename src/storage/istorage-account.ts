import { TerraformResource } from 'cdktf';
import { IConstruct } from 'constructs';
import { StorageContainer } from './storage-container';
import { StorageService } from './storage-service';
import { IPrincipal, RoleAssignment } from '../identity';
import { IPrivateLinkTarget, PrivateEndpoint, PrivateEndpointOptions } from '../privatelink';

/** A storage account, owned or existing. */
export interface IStorageAccount extends IConstruct {
  /** Azure resource id of the account. */
  readonly storageAccountId: string;

  /** Name of the account. */
  readonly storageAccountName: string;

  /**
   * Address of a service of the account, such as `https://NAME.blob.core.windows.net/`.
   *
   * @param service the service
   */
  endpointOf(service: StorageService): string;

  /**
   * A service of the account as the target of a private endpoint that is defined elsewhere.
   *
   * @param service the service
   */
  privateLinkTarget(service: StorageService): IPrivateLinkTarget;

  /**
   * Adds a private endpoint through which one service of the account is reached.
   *
   * @param id construct id of the endpoint
   * @param service the service
   * @param options network, name and DNS of the endpoint
   * @throws what `PrivateEndpoint` throws
   */
  addPrivateEndpoint(id: string, service: StorageService, options: PrivateEndpointOptions): PrivateEndpoint;

  /**
   * Adds a private blob container.
   *
   * @param id construct id of the container
   * @param name name: 3 to 63 lower-case letters, digits or single inner dashes
   * @throws what `StorageContainer` throws
   */
  addContainer(id: string, name: string): StorageContainer;

  /**
   * Makes a resource wait for the private endpoints of the account, also those that are added later. Before that, what
   * is in a network does not reach an account without public network access.
   *
   * @param resource what uses the account when it is created
   */
  awaitedBy(resource: TerraformResource): void;

  /**
   * Lets a principal do everything with all blobs and containers of the account: the role Storage Blob Data Owner,
   * which the host of a function app needs.
   *
   * Granting twice gives the first assignment again.
   *
   * @param principal who is granted the role
   * @see https://learn.microsoft.com/azure/azure-functions/functions-reference#connecting-to-host-storage-with-an-identity
   */
  grantBlobDataOwner(principal: IPrincipal): RoleAssignment;

  /**
   * Lets a principal read, write and delete all blobs and containers of the account: the role Storage Blob Data
   * Contributor.
   *
   * Granting twice gives the first assignment again.
   *
   * @param principal who is granted the role
   */
  grantBlobDataContributor(principal: IPrincipal): RoleAssignment;

  /**
   * Lets a principal read, write and delete all queues of the account and their messages: the role Storage Queue Data
   * Contributor.
   *
   * Granting twice gives the first assignment again.
   *
   * @param principal who is granted the role
   */
  grantQueueDataContributor(principal: IPrincipal): RoleAssignment;

  /**
   * Lets a principal read, write and delete all tables of the account and their entities: the role Storage Table Data
   * Contributor.
   *
   * Granting twice gives the first assignment again.
   *
   * @param principal who is granted the role
   */
  grantTableDataContributor(principal: IPrincipal): RoleAssignment;
}
