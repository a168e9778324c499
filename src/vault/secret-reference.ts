import { IKeyVault } from './ikey-vault';
import { isKnown, Problem } from '../core/private/violations';

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

  /** Address of the secret, as `https://VAULT.vault.azure.net/secrets/NAME`. */
  public get secretUri(): string {
    const { vaultUri } = this.vault;
    const base = isKnown(vaultUri) && !vaultUri.endsWith('/') ? `${vaultUri}/` : vaultUri;
    return [`${base}secrets`, this.name, this.version].filter((part) => part !== undefined).join('/');
  }

  /**
   * What Key Vault would refuse in name and version.
   *
   * @internal
   */
  public _problems(): Problem[] {
    const problems: Problem[] = [];
    if (isKnown(this.name) && !/^[a-zA-Z0-9-]{1,127}$/.test(this.name)) {
      const message = `"${this.name}" is not a secret name; use 1 to 127 letters, digits or dashes`;
      problems.push({ code: 'vault/secret-name', message });
    }
    if (isKnown(this.version) && !/^[0-9a-f]{32}$/i.test(this.version)) {
      const message = `"${this.version}" is not the version of a secret; use its 32 hexadecimal digits, or none for the newest`;
      problems.push({ code: 'vault/secret-version', message });
    }
    return problems;
  }
}
