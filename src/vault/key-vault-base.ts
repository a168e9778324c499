import { TerraformProvider, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { IKeyVault } from './ikey-vault';
import { SecretReference } from './secret-reference';
import { attachedTo } from '../core/internal/attachments';
import { checkInput } from '../core/internal/input/check-input';
import { Prerequisites } from '../core/internal/ordering';
import { IPrincipal, Role, RoleAssignment, RoleScope } from '../identity';
import { grantOnce } from '../identity/internal/grant-once';
import {
  IPrivateEndpoint,
  PrivateEndpoint,
  PrivateEndpointOptions,
  PrivateLinkConnection,
  PrivateLinkSubresource,
} from '../privatelink';

/** Common parts of owned and existing Key Vaults. */
export abstract class KeyVaultBase extends Construct implements IKeyVault {
  public readonly takesPrivateEndpoints?: boolean = true;
  public abstract readonly keyVaultId: string;
  public abstract readonly vaultUri: string;
  public abstract readonly hostname: string;

  /**
   * Provider of further resources that the vault defines.
   *
   * @internal
   */
  protected abstract readonly _provider?: TerraformProvider;

  /**
   * Everything that hangs on the vault, which a lock of the vault covers.
   *
   * @internal
   */
  protected get _attached(): Prerequisites {
    return attachedTo(this, this.keyVaultId);
  }

  public get privateLink(): PrivateLinkConnection {
    return PrivateLinkConnection.resource(this.keyVaultId, PrivateLinkSubresource.VAULT, this.hostname);
  }

  /**
   * Refers to a secret of the vault, which you write from inside the network.
   *
   * @param name name of the secret: 1 to 127 letters, digits or dashes
   * @param version one version of the secret; without it the newest
   */
  public secret(name: string, version?: string): SecretReference {
    checkInput('vault.KeyVaultBase.secret', arguments, this);
    return SecretReference.of(this, name, version);
  }

  public grantSecretsUser(principal: IPrincipal): RoleAssignment {
    checkInput('vault.KeyVaultBase.grantSecretsUser', arguments, this);
    return this.grant('SecretsUser', Role.KEY_VAULT_SECRETS_USER, principal);
  }

  public grantSecretsOfficer(principal: IPrincipal): RoleAssignment {
    checkInput('vault.KeyVaultBase.grantSecretsOfficer', arguments, this);
    return this.grant('SecretsOfficer', Role.KEY_VAULT_SECRETS_OFFICER, principal);
  }

  public grantCertificateUser(principal: IPrincipal): RoleAssignment {
    checkInput('vault.KeyVaultBase.grantCertificateUser', arguments, this);
    return this.grant('CertificateUser', Role.KEY_VAULT_CERTIFICATE_USER, principal);
  }

  public addPrivateEndpoint(id: string, options: PrivateEndpointOptions): PrivateEndpoint {
    checkInput('vault.KeyVaultBase.addPrivateEndpoint', arguments, this);
    return new PrivateEndpoint(this, id, { ...options, target: this });
  }

  public acceptPrivateEndpoint(_endpoint: IPrivateEndpoint, resource: TerraformResource): void {
    checkInput('vault.KeyVaultBase.acceptPrivateEndpoint', arguments, this);
    this._attached.add(resource);
  }

  private grant(what: string, role: Role, principal: IPrincipal): RoleAssignment {
    const props = { role, principal, scope: RoleScope.resource(this.keyVaultId), provider: this._provider };
    return grantOnce(this, what, props);
  }
}
