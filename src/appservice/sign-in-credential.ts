import { keyVaultReference } from './private/key-vault-reference';
import { checkInput } from '../core/internal/input/check-input';
import { IManagedIdentity } from '../identity';
import { SecretReference } from '../vault';

/** Azure reads the client id in this setting as the identity that signs, in place of a secret. */
const ASSERTION = 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID';

/** Name of the setting in the portal. */
const SECRET = 'MICROSOFT_PROVIDER_AUTHENTICATION_SECRET';

/**
 * Credential by which App Service proves to Microsoft Entra ID that it signs people in for an app registration. No
 * secret is written.
 */
export class SignInCredential {
  /**
   * The identity of the app or slot. The app registration has to trust it: a federated identity credential with the
   * `principalId` of the identity as its subject. Every other app with the identity can also sign in for the
   * registration, so give each app an identity of its own. Azure offers this as a preview.
   *
   * @see https://learn.microsoft.com/azure/app-service/configure-authentication-provider-aad#use-a-managed-identity-instead-of-a-secret-preview
   */
  public static managedIdentity(): SignInCredential {
    return new SignInCredential(ASSERTION);
  }

  /**
   * A client secret of the app registration, which App Service reads from a Key Vault. The app's identity is granted
   * the role Key Vault Secrets User on the vault. Flex Consumption cannot read it.
   *
   * @param secret where the client secret is kept
   */
  public static keyVaultSecret(secret: SecretReference): SignInCredential {
    checkInput('appservice.SignInCredential.keyVaultSecret', arguments);
    return new SignInCredential(SECRET, secret);
  }

  /**
   * None: the implicit grant of OAuth, which Microsoft does not recommend. The app registration has to issue ID tokens,
   * and the app gets no tokens for other services.
   */
  public static implicitGrant(): SignInCredential {
    return new SignInCredential();
  }

  private constructor(
    /**
     * The app setting in which App Service finds the credential.
     *
     * @internal
     */
    public readonly _setting?: string,
    /**
     * Secret with the value of the setting, if the value is in a Key Vault.
     *
     * @internal
     */
    public readonly _secret?: SecretReference,
  ) {}

  /**
   * The setting with its value, for an app that has an identity.
   *
   * @internal
   */
  public _settings({ clientId }: IManagedIdentity): Record<string, string> {
    if (this._setting === undefined) return {};
    return { [this._setting]: this._secret ? keyVaultReference(this._secret) : clientId };
  }
}
