import { DataAzurermKeyVault } from '@cdktf/provider-azurerm/lib/data-azurerm-key-vault';
import { Fn, TerraformResource, Token } from 'cdktf';
import { Construct } from 'constructs';
import { IKeyVault } from './ikey-vault';
import { ResourceLookup } from '../core';
import { IPrivateEndpoint, PrivateLinkConnection, PrivateLinkSubresource } from '../privatelink';

/** What to tell of an existing Key Vault. */
export interface KeyVaultAttributes {
  /** Azure resource id of the vault. */
  readonly keyVaultId: string;

  /** Address of the vault's keys, secrets and certificates, as `https://NAME.vault.azure.net/`. */
  readonly vaultUri: string;
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
    }
    return new Import(scope, id);
  }

  /** Looks an existing vault up by its name, when Terraform plans. */
  public static fromLookup(scope: Construct, id: string, options: KeyVaultLookup): IKeyVault {
    class Lookup extends KeyVault {
      public readonly keyVaultId: string;
      public readonly vaultUri: string;

      public constructor() {
        super(scope, id);
        const found = new DataAzurermKeyVault(this, 'Resource', { ...options });
        this.keyVaultId = found.id;
        this.vaultUri = found.vaultUri;
      }
    }
    return new Lookup();
  }

  public abstract readonly keyVaultId: string;
  public abstract readonly vaultUri: string;

  public get privateLink(): PrivateLinkConnection {
    return PrivateLinkConnection.resource(this.keyVaultId, PrivateLinkSubresource.VAULT, hostOf(this.vaultUri));
  }

  public acceptPrivateEndpoint(_endpoint: IPrivateEndpoint, _resource: TerraformResource): void {}
}

/** In `https://HOST/`, split by slashes, the host comes third. */
function hostOf(uri: string): string {
  return Token.isUnresolved(uri) ? Token.asString(Fn.element(Fn.split('/', uri), 2)) : uri.split('/')[2];
}
