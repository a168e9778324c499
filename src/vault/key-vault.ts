import { DataAzurermKeyVault } from '@cdktf/provider-azurerm/lib/data-azurerm-key-vault';
import { KeyVault as KeyVaultResource } from '@cdktf/provider-azurerm/lib/key-vault';
import { Fn, TerraformProvider, Token } from 'cdktf';
import { Construct } from 'constructs';
import { IKeyVault } from './ikey-vault';
import { vaultNameProblems } from './internal/names';
import { KeyVaultBase } from './key-vault-base';
import { KeyVaultSku } from './key-vault-sku';
import { AzureCloud, RegionalResourceProps, ResourceLookup } from '../core';
import { ArmIdForm } from '../core/internal/arm-id';
import { isGuid } from '../core/internal/guid';
import { PrivateLinkZone } from '../dns';
import { currentTenantId } from './internal/tenant';
import { vaultUriProblems, withFinalSlash } from './private/vault-uri';
import { checkInput } from '../core/internal/input/check-input';
import { defineLock, lockNameProblems } from '../core/internal/lock';
import { withProvider } from '../core/internal/providers';
import { regionalAttributes, regionalProblems, regionOf } from '../core/internal/regional';
import { isKnown, refuse, Violations, withoutPath } from '../core/internal/violations';
import { DiagnosticSetting, LogCategories, LogDestination, SendLogsOptions } from '../observability';
import { sendLogs } from '../observability/internal/send-logs';
import { changedNameProblems } from '../placement/changed-names';
import { beginDefinition } from '../placement/definition';

/** Attributes of an existing Key Vault. */
export interface KeyVaultAttributes {
  /** Azure resource id of the vault. */
  readonly keyVaultId: string;

  /**
   * Address of the vault's keys, secrets and certificates, such as `https://NAME.vault.azure.net/`, with or without the
   * final slash.
   */
  readonly vaultUri: string;

  /**
   * Provider of role assignments on the vault, for another subscription than the stack's default one:
   * `new AzurermProvider(...)` with an `alias`.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/** Look-up of an existing Key Vault. */
export interface KeyVaultLookup extends ResourceLookup {
  /** Name of the vault. */
  readonly name: string;
}

/** Properties of a Key Vault. */
export interface KeyVaultProps extends RegionalResourceProps {
  /**
   * Name: 3 to 24 letters, digits or dashes, beginning with a letter, without two dashes in a row or one at the end.
   * Unique in all of Azure, also among deleted vaults that are still kept.
   */
  readonly name: string;

  /**
   * Tier of the vault.
   *
   * @default KeyVaultSku.STANDARD
   */
  readonly sku?: KeyVaultSku;

  /**
   * Tenant of Microsoft Entra ID whose principals the vault knows: a GUID.
   *
   * @default - the tenant that Terraform is signed in to
   */
  readonly tenantId?: string;

  /**
   * Time for which the deleted vault, and its deleted contents, can be recovered, in days: 7 to 90. Azure does not let
   * it be changed later.
   *
   * @default 90
   */
  readonly softDeleteRetentionInDays?: number;

  /**
   * Also allows Azure services that Microsoft trusts, not only the private endpoints. They still need a role.
   *
   * App Service is trusted only to deploy certificates to apps, not to resolve the secrets of app settings, and Azure
   * SignalR Service is not trusted at all: it comes in through a shared private link.
   *
   * @see https://learn.microsoft.com/azure/key-vault/general/overview-vnet-service-endpoints#trusted-services
   * @default false
   */
  readonly allowTrustedServices?: boolean;

  /**
   * Locks the vault, so that Azure rejects its deletion. Remove the lock before you destroy the stack.
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

const VAULT_ID = new ArmIdForm('Microsoft.KeyVault/vaults', 'vault/id', 'a Key Vault');

/**
 * Defines a Key Vault that is reached through private endpoints only, takes roles rather than access policies, and
 * cannot be purged.
 *
 * It defines no secrets: their values would be in the synthesized configuration and in the Terraform state, and
 * Terraform could not write them from outside the network. Let a principal inside write them, see
 * `grantSecretsOfficer`, and refer to them with `secret`.
 *
 * A destroyed vault keeps its name for as long as it can be recovered. When a vault of the same name is defined again
 * in the same region, azurerm recovers the old one.
 *
 * @see https://learn.microsoft.com/azure/key-vault/general/private-link-service
 */
export class KeyVault extends KeyVaultBase {
  /**
   * Refers to an existing vault.
   *
   * @throws `vault/id`, `vault/uri`
   */
  public static fromKeyVaultAttributes(scope: Construct, id: string, attributes: KeyVaultAttributes): IKeyVault {
    checkInput('vault.KeyVault.fromKeyVaultAttributes', arguments);
    class Import extends KeyVaultBase {
      public readonly keyVaultId = attributes.keyVaultId;
      public readonly vaultUri = withFinalSlash(attributes.vaultUri);
      public readonly hostname = hostOf(attributes.vaultUri);
      protected readonly _provider = attributes.provider;

      public constructor() {
        super(scope, id);
        refuse(this, VAULT_ID.problems(attributes.keyVaultId), vaultUriProblems(attributes.vaultUri));
      }
    }
    return new Import();
  }

  /** Looks an existing vault up by its name, when Terraform plans. */
  public static fromLookup(scope: Construct, id: string, options: KeyVaultLookup): IKeyVault {
    checkInput('vault.KeyVault.fromLookup', arguments);
    class Lookup extends KeyVaultBase {
      public readonly keyVaultId: string;
      public readonly vaultUri: string;
      public readonly hostname: string;
      protected readonly _provider = options.provider;

      public constructor() {
        super(scope, id);
        const found = new DataAzurermKeyVault(this, 'Resource', { ...options });
        this.keyVaultId = found.id;
        this.vaultUri = found.vaultUri;
        this.hostname = hostOf(this.vaultUri);
      }
    }
    return new Lookup();
  }

  public readonly keyVaultId: string;
  public readonly vaultUri: string;
  public readonly hostname: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: KeyVaultResource;

  /** @internal */
  protected readonly _provider?: TerraformProvider;

  private readonly props: KeyVaultProps;

  /**
   * Defines a vault.
   *
   * @throws `vault/name`, `vault/tenant`, `vault/retention`, `lock/name`, `core/location`, `core/tags`
   */
  public constructor(scope: Construct, id: string, given: KeyVaultProps) {
    checkInput('vault.KeyVault', arguments);
    super(scope, id);
    const props = withProvider(this, given, given.resourceGroup);
    this.props = props;
    this._provider = props.provider;
    this.refuseBadProps();

    beginDefinition(this);
    this.resource = new KeyVaultResource(this, 'Resource', {
      name: props.name,
      ...regionalAttributes(props),
      skuName: props.sku ?? KeyVaultSku.STANDARD,
      tenantId: props.tenantId ?? currentTenantId(this, props.provider),
      rbacAuthorizationEnabled: true,
      publicNetworkAccessEnabled: false,
      networkAcls: { defaultAction: 'Deny', bypass: props.allowTrustedServices ? 'AzureServices' : 'None' },
      purgeProtectionEnabled: true,
      softDeleteRetentionDays: props.softDeleteRetentionInDays ?? 90,
    });
    this.keyVaultId = this.resource.id;
    this.vaultUri = this.resource.vaultUri;
    this.hostname = hostnameOf(props) ?? hostOf(this.vaultUri);
    const label = { label: props.name, hostnames: [this.hostname] };
    this.node.addValidation({ validate: () => changedNameProblems(this.resource, label).map(withoutPath) });
    if (props.lock ?? props.lockName !== undefined) defineLock(this, this.keyVaultId, props.provider, props.lockName);
  }

  /**
   * Sends all logs and metrics of the vault to a destination: who used which secret, and when.
   *
   * @throws `logs/destination`, `logs/duplicate-setting`, and what `LogWorkspace` throws
   * @see https://learn.microsoft.com/azure/key-vault/general/logging
   */
  public sendLogsTo(destination: LogDestination, options: SendLogsOptions = {}): DiagnosticSetting {
    checkInput('vault.KeyVault.sendLogsTo', arguments, this);
    const { name, resourceGroup, location, tags, provider } = this.props;
    return sendLogs(this, destination, {
      targetResourceId: this.keyVaultId,
      logs: LogCategories.all(),
      name: options.name,
      newWorkspace: { name: `log-${name}`, resourceGroup, location, tags, provider },
      provider,
    });
  }

  private refuseBadProps(): void {
    const { name, tenantId, softDeleteRetentionInDays: days } = this.props;
    const violations = new Violations(this);
    violations.include(vaultNameProblems(name));
    if (isKnown(tenantId) && !isGuid(tenantId)) {
      violations.add('vault/tenant', `"${tenantId}" is not a tenant id; use the GUID of the tenant`);
    }
    if (isKnown(days) && !(Number.isInteger(days) && days >= 7 && days <= 90)) {
      violations.add('vault/retention', `retention of ${days} days given; use a whole number from 7 to 90`);
    }
    violations.include(lockNameProblems(this.props.lockName));
    violations.include(regionalProblems(this, this.props));
    violations.throwIfAny();
  }
}

/** The host name, where the region shows the cloud before Terraform runs. */
function hostnameOf(props: KeyVaultProps): string | undefined {
  const location = regionOf(props);
  return isKnown(location)
    ? `${props.name}.${PrivateLinkZone.KEY_VAULT.hostIn(AzureCloud.ofLocation(location))}`
    : undefined;
}

/** In `https://HOST/`, split by slashes, the host comes third. */
function hostOf(uri: string): string {
  return Token.isUnresolved(uri) ? Token.asString(Fn.element(Fn.split('/', uri), 2)) : uri.split('/')[2];
}
