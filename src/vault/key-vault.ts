import { DataAzurermKeyVault } from '@cdktf/provider-azurerm/lib/data-azurerm-key-vault';
import { Fn, TerraformProvider, TerraformResource, Token } from 'cdktf';
import { Construct } from 'constructs';
import { IKeyVault } from './ikey-vault';
import { ResourceLookup } from '../core';
import { IPrincipal, Role, RoleAssignment, RoleScope } from '../identity';
import { IPrivateEndpoint, PrivateLinkConnection, PrivateLinkSubresource } from '../privatelink';

/** What to tell of an existing Key Vault. */
export interface KeyVaultAttributes {
  /** Azure resource id of the vault. */
  readonly keyVaultId: string;

  /** Address of the vault's keys, secrets and certificates, as `https://NAME.vault.azure.net/`. */
  readonly vaultUri: string;

  /**
   * Provider of role assignments on the vault, for another subscription than the stack's default one:
   * `new AzurermProvider(...)` with an `alias`.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/** How to look an existing Key Vault up. */
export interface KeyVaultLookup extends ResourceLookup {
  /** Name of the vault. */
  readonly name: string;
}

/** An existing Key Vault, which private endpoints can lead to. */
export abstract class KeyVault extends Construct implements IKeyVault {
  /** Refers to an existing vault. */
  public static fromKeyVaultAttributes(scope: Construct, id: string, attributes: KeyVaultAttributes): IKeyVault {
    class Import extends KeyVault {
      public readonly keyVaultId = attributes.keyVaultId;
      public readonly vaultUri = attributes.vaultUri;
      protected readonly _provider = attributes.provider;
    }
    return new Import(scope, id);
  }

  /** Looks an existing vault up by its name, when Terraform plans. */
  public static fromLookup(scope: Construct, id: string, options: KeyVaultLookup): IKeyVault {
    class Lookup extends KeyVault {
      public readonly keyVaultId: string;
      public readonly vaultUri: string;
      protected readonly _provider = options.provider;

      public constructor() {
        super(scope, id);
        const found = new DataAzurermKeyVault(this, 'Resource', { ...options });
        this.keyVaultId = found.id;
        this.vaultUri = found.vaultUri;
      }
    }
    return new Lookup();
  }

  public readonly takesPrivateEndpoints?: boolean = true;
  public abstract readonly keyVaultId: string;
  public abstract readonly vaultUri: string;

  /** @internal */
  protected abstract readonly _provider?: TerraformProvider;

  public get privateLink(): PrivateLinkConnection {
    return PrivateLinkConnection.resource(this.keyVaultId, PrivateLinkSubresource.VAULT, hostOf(this.vaultUri));
  }

  public acceptPrivateEndpoint(_endpoint: IPrivateEndpoint, _resource: TerraformResource): void {}

  public grantSecretsUser(principal: IPrincipal): RoleAssignment {
    const id = `SecretsUser-${principal.node.id}-${principal.node.addr.slice(-6)}`;
    const granted = this.node.tryFindChild(id) as RoleAssignment | undefined;
    if (granted) return granted;
    const provider = this._provider;
    return new RoleAssignment(this, id, {
      role: Role.KEY_VAULT_SECRETS_USER,
      principal,
      scope: RoleScope.resource(this.keyVaultId),
      provider,
    });
  }
}

/** In `https://HOST/`, split by slashes, the host comes third. */
function hostOf(uri: string): string {
  return Token.isUnresolved(uri) ? Token.asString(Fn.element(Fn.split('/', uri), 2)) : uri.split('/')[2];
}
