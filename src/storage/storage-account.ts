import { DataAzurermStorageAccount } from '@cdktf/provider-azurerm/lib/data-azurerm-storage-account';
import { StorageAccount as StorageAccountResource } from '@cdktf/provider-azurerm/lib/storage-account';
import { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { IStorageAccount } from './istorage-account';
import { ACCOUNT_ID } from './private/account-id';
import { accountNameProblems } from './private/names';
import { StorageAccountBase } from './storage-account-base';
import { StorageReplication } from './storage-replication';
import { StorageService } from './storage-service';
import { AzureCloud, RegionalResourceProps, ResourceLookup } from '../core';
import { checkInput } from '../core/internal/input/check-input';
import { defineLock, lockNameProblems } from '../core/internal/lock';
import { withProvider } from '../core/internal/providers';
import { regionalAttributes, regionalProblems, regionOf } from '../core/internal/regional';
import { furtherTagProblems, STORAGE_TAGS } from '../core/internal/tags';
import { isKnown, refuse, Violations } from '../core/internal/violations';
import { beginDefinition } from '../placement/definition';

/** Attributes of an existing storage account. */
export interface StorageAccountAttributes {
  /** Azure resource id of the account. */
  readonly storageAccountId: string;

  /** Name of the account. */
  readonly storageAccountName: string;

  /**
   * The cloud that the account is in, which its host names depend on.
   *
   * @default AzureCloud.PUBLIC
   */
  readonly cloud?: AzureCloud;

  /**
   * Provider of role assignments on the account, for another subscription than the stack's default one:
   * `new AzurermProvider(...)` with an `alias`.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/** Look-up of an existing storage account. */
export interface StorageAccountLookup extends ResourceLookup {
  /** Name of the account. */
  readonly name: string;
}

/** Properties of a storage account. */
export interface StorageAccountProps extends RegionalResourceProps {
  /** Name: 3 to 24 lower-case letters or digits. Unique in all of Azure. */
  readonly name: string;

  /**
   * Number and place of the copies that Azure keeps of the data. A change between kinds with zones and kinds without
   * replaces the account. Every region has the default.
   *
   * @default StorageReplication.LRS
   */
  readonly replication?: StorageReplication;

  /**
   * Also allows the public network to reach the account. Every caller still needs a role.
   *
   * @default false
   */
  readonly publicNetworkAccess?: boolean;

  /**
   * Lets Azure services that Microsoft trusts pass the network rules; Azure Monitor, for example, writes logs this way.
   * They still need a role.
   *
   * @see https://learn.microsoft.com/azure/storage/common/storage-network-security#exceptions
   * @default false
   */
  readonly allowTrustedServices?: boolean;

  /**
   * Time for which deleted blobs and containers can be recovered, in days: 1 to 365.
   *
   * @default 7
   */
  readonly blobRetentionInDays?: number;

  /**
   * Keeps earlier versions of blobs until they are deleted.
   *
   * @default false
   */
  readonly blobVersioning?: boolean;

  /**
   * Locks the account, so that Azure rejects its deletion. Remove the lock before you destroy the stack.
   *
   * @default - false, or true where `lockName` is given
   */
  readonly lock?: boolean;

  /**
   * Name of that lock: 1 to 90 letters, digits, `-`, `_`, `.`, `(` or `)`, not ending with a period.
   *
   * @default 'no-deletion'
   */
  readonly lockName?: string;
}

/**
 * Defines a general-purpose storage account that is reached through private endpoints only, and takes no keys: clients
 * sign in with Microsoft Entra ID.
 *
 * azurerm needs both settings, or it fails to create the account, because it waits until it can read its queues and
 * static website with an account key over the public network:
 *
 *     new AzurermProvider(stack, 'azurerm', {
 *       features: [{ storage: [{ dataPlaneAvailable: false }] }],
 *       storageUseAzuread: true,
 *     });
 *
 * Define containers, queues and shares by the id of the account, which goes through Azure Resource Manager, rather than
 * by its name. azurerm reads the keys of the account where the deployer may list them, so they get into the Terraform
 * state, but they open nothing.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/guides/features-block#storage
 * @see https://learn.microsoft.com/azure/storage/common/shared-key-authorization-prevent
 */
export class StorageAccount extends StorageAccountBase {
  /**
   * Refers to an existing account.
   *
   * @throws `storage/account-id`, `storage/name`
   */
  public static fromStorageAccountAttributes(
    scope: Construct,
    id: string,
    attributes: StorageAccountAttributes,
  ): IStorageAccount {
    checkInput('storage.StorageAccount.fromStorageAccountAttributes', arguments);
    class Import extends StorageAccountBase {
      public readonly storageAccountId = attributes.storageAccountId;
      public readonly storageAccountName = attributes.storageAccountName;
      protected readonly _provider = attributes.provider;

      protected _hostnameOf(service: StorageService): string {
        return hostnameIn(attributes.cloud ?? AzureCloud.PUBLIC, this.storageAccountName, service);
      }
    }
    const account = new Import(scope, id);
    refuse(account, ACCOUNT_ID.problems(account.storageAccountId), accountNameProblems(account.storageAccountName));
    return account;
  }

  /**
   * Refers to an existing account by its name, which Terraform looks up.
   *
   * azurerm reads the account's keys as well, and they get into the Terraform state if the deployer may list them.
   * `fromStorageAccountAttributes` reads nothing.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/data-sources/storage_account
   */
  public static fromLookup(scope: Construct, id: string, options: StorageAccountLookup): IStorageAccount {
    checkInput('storage.StorageAccount.fromLookup', arguments);
    class Lookup extends StorageAccountBase {
      public readonly storageAccountId: string;
      public readonly storageAccountName: string;
      protected readonly _provider = options.provider;
      private readonly found: DataAzurermStorageAccount;

      public constructor() {
        super(scope, id);
        const { name, resourceGroupName, provider } = options;
        this.found = new DataAzurermStorageAccount(this, 'Resource', { name, resourceGroupName, provider });
        this.storageAccountId = this.found.id;
        this.storageAccountName = this.found.name;
      }

      protected _hostnameOf(service: StorageService): string {
        return this.found.getStringAttribute(hostAttributeOf(service));
      }
    }
    return new Lookup();
  }

  public readonly storageAccountId: string;
  public readonly storageAccountName: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: StorageAccountResource;

  /** @internal */
  protected readonly _provider?: TerraformProvider;

  private readonly props: StorageAccountProps;

  /**
   * Defines an account.
   *
   * @throws `storage/name`, `storage/retention`, `lock/name`, `core/location`, `core/tags`
   */
  public constructor(scope: Construct, id: string, given: StorageAccountProps) {
    checkInput('storage.StorageAccount', arguments);
    super(scope, id);
    const props = withProvider(this, given, given.resourceGroup);
    this.props = props;
    this._provider = props.provider;
    this.refuseBadProps();

    beginDefinition(this);
    const retention = { days: props.blobRetentionInDays ?? 7 };
    this.resource = new StorageAccountResource(this, 'Resource', {
      name: props.name,
      ...regionalAttributes(props),
      accountKind: 'StorageV2',
      accountTier: 'Standard',
      accountReplicationType: props.replication ?? StorageReplication.LRS,
      sharedAccessKeyEnabled: false,
      defaultToOauthAuthentication: true,
      localUserEnabled: false,
      httpsTrafficOnlyEnabled: true,
      minTlsVersion: 'TLS1_2',
      allowNestedItemsToBePublic: false,
      crossTenantReplicationEnabled: false,
      publicNetworkAccessEnabled: props.publicNetworkAccess ?? false,
      networkRules: {
        defaultAction: props.publicNetworkAccess ? 'Allow' : 'Deny',
        bypass: [props.allowTrustedServices ? 'AzureServices' : 'None'],
      },
      blobProperties: {
        versioningEnabled: props.blobVersioning ?? false,
        deleteRetentionPolicy: retention,
        containerDeleteRetentionPolicy: retention,
      },
    });
    this.storageAccountId = this.resource.id;
    this.storageAccountName = this.resource.name;
    if (props.lock ?? props.lockName !== undefined) {
      defineLock(this, this.storageAccountId, props.provider, props.lockName);
    }
  }

  /** @internal */
  protected _hostnameOf(service: StorageService): string {
    const location = regionOf(this.props);
    if (!isKnown(location)) return this.resource.getStringAttribute(hostAttributeOf(service));
    return hostnameIn(AzureCloud.ofLocation(location), this.storageAccountName, service);
  }

  private refuseBadProps(): void {
    const { name, blobRetentionInDays: days } = this.props;
    const violations = new Violations(this);
    violations.include(accountNameProblems(name));
    if (isKnown(days) && !(Number.isInteger(days) && days >= 1 && days <= 365)) {
      violations.add('storage/retention', `retention of ${days} days given; use a whole number from 1 to 365`);
    }
    violations.include(lockNameProblems(this.props.lockName));
    violations.include(regionalProblems(this, this.props));
    violations.include(furtherTagProblems(this.props.tags, STORAGE_TAGS));
    violations.throwIfAny();
  }
}

function hostnameIn(cloud: AzureCloud, accountName: string, service: StorageService): string {
  return `${accountName}.${service.subresource.zone.hostIn(cloud)}`;
}

/** Name of azurerm's attribute that holds the host name of a service. */
function hostAttributeOf(service: StorageService): string {
  return `primary_${service.name}_host`;
}
