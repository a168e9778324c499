import { IKeyVault } from './ikey-vault';
import { itemProblems, itemUri } from './private/vault-item';
import { checkInput } from '../core/internal/input/check-input';
import { Problem } from '../core/internal/violations';

/** A secret of a Key Vault, known by its address and never by its value. */
export class SecretReference {
  /**
   * A secret by its name.
   *
   * @param vault the vault that holds the secret
   * @param name name of the secret: 1 to 127 letters, digits or dashes
   * @param version one version of the secret; without it the newest
   */
  public static of(vault: IKeyVault, name: string, version?: string): SecretReference {
    checkInput('vault.SecretReference.of', arguments);
    return new SecretReference(vault, name, version);
  }

  private constructor(
    /** The vault that holds the secret. */
    public readonly vault: IKeyVault,
    /** Name of the secret. */
    public readonly name: string,
    /** The one version; `undefined` for the newest. */
    public readonly version?: string,
  ) {}

  /** Address of the secret, such as `https://VAULT.vault.azure.net/secrets/NAME`. */
  public get secretUri(): string {
    return itemUri(this.vault, 'secrets', this.name, this.version);
  }

  /**
   * Reports what Key Vault would reject in name and version.
   *
   * @internal
   */
  public _problems(): Problem[] {
    return itemProblems('secret', this.name, this.version);
  }
}
