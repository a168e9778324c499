import { Fn } from 'cdktf';
import { IKeyVault } from './ikey-vault';
import { collectionUri, itemProblems, itemUri } from './private/vault-item';
import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem } from '../core/internal/violations';

const CERTIFICATE_URI = /^https:\/\/[^/?#\s]+\/certificates\/[a-z0-9-]{1,127}(\/[0-9a-f]{32})?$/i;

/**
 * A certificate of a Key Vault, known by its address.
 *
 * A reference without a version follows the renewals of the certificate. One with a version stays at it, and the next
 * version that is given in its place makes azurerm replace whatever uses the certificate.
 */
export class CertificateReference {
  /**
   * A certificate by its name.
   *
   * @param vault the vault that holds the certificate
   * @param name name of the certificate: 1 to 127 letters, digits or dashes
   * @param version one version of the certificate; without it the newest, also after a renewal
   */
  public static of(vault: IKeyVault, name: string, version?: string): CertificateReference {
    checkInput('vault.CertificateReference.of', arguments);
    const certificateUri = itemUri(vault, 'certificates', name, version);
    return new CertificateReference(vault, certificateUri, itemProblems('certificate', name, version));
  }

  /**
   * A certificate by its address: the `versionless_id`, or for one version the `id`, of an
   * `azurerm_key_vault_certificate`.
   *
   * @param vault the vault that holds the certificate
   * @param certificateUri the address, such as `https://VAULT.vault.azure.net/certificates/NAME`; not that of the
   * secret with the private key, and not the Azure resource id
   */
  public static fromCertificateUri(vault: IKeyVault, certificateUri: string): CertificateReference {
    checkInput('vault.CertificateReference.fromCertificateUri', arguments);
    return new CertificateReference(vault, certificateUri, addressProblems(vault, certificateUri));
  }

  private constructor(
    /** The vault that holds the certificate. */
    public readonly vault: IKeyVault,
    /** Address of the certificate, such as `https://VAULT.vault.azure.net/certificates/NAME`. */
    public readonly certificateUri: string,
    private readonly problems: Problem[],
  ) {}

  /**
   * Address of the secret with the private key, such as `https://VAULT.vault.azure.net/secrets/NAME`.
   *
   * @internal
   */
  public get _secretUri(): string {
    if (isKnown(this.certificateUri)) return this.certificateUri.replace('/certificates/', '/secrets/');
    return Fn.replace(this.certificateUri, '/certificates/', '/secrets/');
  }

  /**
   * A version, which only those take that do not follow renewals.
   *
   * @internal
   */
  public _versionProblems(): Problem[] {
    if (!isKnown(this.certificateUri) || !/\/certificates\/[^/]+\/./i.test(this.certificateUri)) return [];
    const message = `"${this.certificateUri}" has a version, but App Service follows the renewals of the certificate; leave the version out`;
    return [{ code: 'vault/certificate-version', message }];
  }

  /**
   * Reports what Key Vault or azurerm would reject in the address.
   *
   * @internal
   */
  public _problems(): Problem[] {
    return this.problems;
  }
}

function addressProblems(vault: IKeyVault, uri: string): Problem[] {
  if (!isKnown(uri)) return [];
  const code = 'vault/certificate-id';
  if (!CERTIFICATE_URI.test(uri)) {
    // azurerm accepts the address of a secret up to 4.59, but then wants to replace the certificate in every plan.
    const message = `"${uri}" is not the address of a certificate; use https://VAULT/certificates/NAME, and neither the address of a secret nor an Azure resource id`;
    return [{ code, message }];
  }
  const expected = collectionUri(vault, 'certificates').toLowerCase();
  if (!isKnown(vault.vaultUri) || uri.toLowerCase().startsWith(expected)) return [];
  const message = `"${uri}" is in another vault than ${vault.vaultUri}, in which roles are assigned; give the vault that holds the certificate`;
  return [{ code, message }];
}
