import { ConnectionStringType } from './connection-string-type';
import { keyVaultReference } from './private/key-vault-reference';
import { checkInput } from '../core/internal/input/check-input';
import { Problem } from '../core/internal/violations';
import { SecretReference } from '../vault';

/**
 * A connection string of an app, which App Service fetches from a Key Vault. One that holds no secret, because the app
 * signs in with its identity, is an app setting, such as `ConnectionStrings__Main`.
 *
 * @see https://learn.microsoft.com/azure/app-service/configure-common#configure-connection-strings
 */
export class ConnectionString {
  /**
   * A connection string in a Key Vault.
   *
   * @param type type of its resource, which names the variable in which the app finds it
   * @param secret where the connection string is kept
   */
  public static fromSecret(type: ConnectionStringType, secret: SecretReference): ConnectionString {
    checkInput('appservice.ConnectionString.fromSecret', arguments);
    return new ConnectionString(type, secret);
  }

  private constructor(
    /** Type of the resource that the connection string is for. */
    public readonly type: ConnectionStringType,
    /** Secret that has the connection string. */
    public readonly secret: SecretReference,
  ) {}

  /**
   * Reports what Key Vault would reject.
   *
   * @internal
   */
  public _problems(): Problem[] {
    return this.secret._problems();
  }

  /**
   * The block of azurerm.
   *
   * @internal
   */
  public _render(name: string) {
    return { name, type: this.type, value: keyVaultReference(this.secret) };
  }
}
