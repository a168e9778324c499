import { TerraformProvider, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { IStorageAccount } from './istorage-account';
import { ServiceTarget } from './private/service-target';
import { StorageContainer } from './storage-container';
import { StorageService } from './storage-service';
import { attachedTo } from '../core/internal/attachments';
import { checkInput } from '../core/internal/input/check-input';
import { Prerequisites } from '../core/internal/ordering';
import { IPrincipal, Role, RoleAssignment, RoleScope } from '../identity';
import { grantOnce } from '../identity/internal/grant-once';
import { IPrivateLinkTarget, PrivateEndpoint, PrivateEndpointOptions, PrivateLinkConnection } from '../privatelink';

/** Common parts of owned and existing storage accounts. */
export abstract class StorageAccountBase extends Construct implements IStorageAccount {
  public abstract readonly storageAccountId: string;
  public abstract readonly storageAccountName: string;

  /**
   * Provider of further resources that the account defines.
   *
   * @internal
   */
  protected abstract readonly _provider?: TerraformProvider;

  /**
   * Everything that hangs on the account, which a lock of the account covers.
   *
   * @internal
   */
  protected get _attached(): Prerequisites {
    return attachedTo(this, this.storageAccountId);
  }

  private readonly endpoints = new Prerequisites();

  public endpointOf(service: StorageService): string {
    checkInput('storage.StorageAccountBase.endpointOf', arguments, this);
    return `https://${this._hostnameOf(service)}/`;
  }

  public privateLinkTarget(service: StorageService): IPrivateLinkTarget {
    checkInput('storage.StorageAccountBase.privateLinkTarget', arguments, this);
    const id = `Service-${service.name}`;
    const defined = this.node.tryFindChild(id) as ServiceTarget | undefined;
    if (defined) return defined;
    const hostname = this._hostnameOf(service);
    const connection = PrivateLinkConnection.resource(this.storageAccountId, service.subresource, hostname);
    return new ServiceTarget(this, id, connection, [this._attached, this.endpoints]);
  }

  public addPrivateEndpoint(id: string, service: StorageService, options: PrivateEndpointOptions): PrivateEndpoint {
    checkInput('storage.StorageAccountBase.addPrivateEndpoint', arguments, this);
    return new PrivateEndpoint(this, id, { ...options, target: this.privateLinkTarget(service) });
  }

  public addContainer(id: string, name: string): StorageContainer {
    checkInput('storage.StorageAccountBase.addContainer', arguments, this);
    const { storageAccountId, _provider: provider } = this;
    const blobEndpoint = this.endpointOf(StorageService.BLOB);
    const container = new StorageContainer(this, id, { name, storageAccountId, blobEndpoint, provider });
    this._attached.add(container.resource);
    return container;
  }

  public awaitedBy(resource: TerraformResource): void {
    checkInput('storage.StorageAccountBase.awaitedBy', arguments, this);
    this.endpoints.awaitedBy(resource);
  }

  public grantBlobDataOwner(principal: IPrincipal): RoleAssignment {
    checkInput('storage.StorageAccountBase.grantBlobDataOwner', arguments, this);
    return this.grant('BlobDataOwner', Role.STORAGE_BLOB_DATA_OWNER, principal);
  }

  public grantBlobDataContributor(principal: IPrincipal): RoleAssignment {
    checkInput('storage.StorageAccountBase.grantBlobDataContributor', arguments, this);
    return this.grant('BlobDataContributor', Role.STORAGE_BLOB_DATA_CONTRIBUTOR, principal);
  }

  public grantQueueDataContributor(principal: IPrincipal): RoleAssignment {
    checkInput('storage.StorageAccountBase.grantQueueDataContributor', arguments, this);
    return this.grant('QueueDataContributor', Role.STORAGE_QUEUE_DATA_CONTRIBUTOR, principal);
  }

  public grantTableDataContributor(principal: IPrincipal): RoleAssignment {
    checkInput('storage.StorageAccountBase.grantTableDataContributor', arguments, this);
    return this.grant('TableDataContributor', Role.STORAGE_TABLE_DATA_CONTRIBUTOR, principal);
  }

  /**
   * Host name of a service of the account, such as `NAME.blob.core.windows.net`.
   *
   * @internal
   */
  protected abstract _hostnameOf(service: StorageService): string;

  private grant(what: string, role: Role, principal: IPrincipal): RoleAssignment {
    const props = { role, principal, scope: RoleScope.resource(this.storageAccountId), provider: this._provider };
    return grantOnce(this, what, props);
  }
}
