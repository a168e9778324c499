import { StorageContainer as StorageContainerResource } from '@cdktf/provider-azurerm/lib/storage-container';
import { TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { beginDefinition } from '../placement/definition';
import { containerNameProblems } from './internal/names';
import { ACCOUNT_ID } from './private/account-id';
import { blobEndpointProblems, containerUrlProblems } from './private/names';
import { checkInput } from '../core/internal/input/check-input';
import { refuse } from '../core/internal/violations';

/** A blob container, owned or existing. */
export interface IStorageContainer extends IConstruct {
  /** Address of the container, such as `https://NAME.blob.core.windows.net/CONTAINER`. */
  readonly containerUrl: string;
}

/** Attributes of an existing blob container. */
export interface StorageContainerAttributes {
  /** Address of the container, such as `https://NAME.blob.core.windows.net/CONTAINER`. */
  readonly containerUrl: string;
}

/** Properties of a blob container; `addContainer` of a storage account fills in all but the name. */
export interface StorageContainerProps {
  /** Name: 3 to 63 lower-case letters, digits or single inner dashes. Unique in the account. */
  readonly name: string;

  /** Azure resource id of the storage account. */
  readonly storageAccountId: string;

  /** Address of the blobs of the account, such as `https://NAME.blob.core.windows.net/`. */
  readonly blobEndpoint: string;

  /**
   * Provider of the container, for another subscription than the stack's default one: `new AzurermProvider(...)` with
   * an `alias`.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/**
 * Defines a private blob container through Azure Resource Manager, so neither Terraform's network nor an account key
 * matters.
 */
export class StorageContainer extends Construct implements IStorageContainer {
  /**
   * Refers to an existing container.
   *
   * @throws `storage/container-url`
   */
  public static fromStorageContainerAttributes(
    scope: Construct,
    id: string,
    attributes: StorageContainerAttributes,
  ): IStorageContainer {
    checkInput('storage.StorageContainer.fromStorageContainerAttributes', arguments);
    class Import extends Construct implements IStorageContainer {
      public readonly containerUrl = attributes.containerUrl;
    }
    const container = new Import(scope, id);
    refuse(container, containerUrlProblems(container.containerUrl));
    return container;
  }

  public readonly containerUrl: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: StorageContainerResource;

  /**
   * Defines a container.
   *
   * @throws `storage/container-name`, `storage/account-id`, `storage/blob-endpoint`
   */
  public constructor(scope: Construct, id: string, props: StorageContainerProps) {
    checkInput('storage.StorageContainer', arguments);
    super(scope, id);
    const { name, storageAccountId, blobEndpoint, provider } = props;
    refuse(
      this,
      containerNameProblems(name),
      ACCOUNT_ID.problems(storageAccountId),
      blobEndpointProblems(blobEndpoint),
    );

    beginDefinition(this);
    this.resource = new StorageContainerResource(this, 'Resource', {
      name,
      storageAccountId,
      containerAccessType: 'private',
      provider,
    });
    this.containerUrl = `${blobEndpoint}${this.resource.name}`;
  }
}
