import { AppServiceCertificate } from '@cdktf/provider-azurerm/lib/app-service-certificate';
import { Construct } from 'constructs';
import type { AppBase } from './app-base';
import { IAppCertificate } from './iapp-certificate';
import { certificateNameProblems } from './private/hostname-problems';
import { ArmIdForm } from '../core/internal/arm-id';
import { checkInput } from '../core/internal/input/check-input';
import { waitFor } from '../core/internal/ordering';
import { refuse } from '../core/internal/violations';
import { IPrincipal } from '../identity';
import { awaitRole } from '../identity/internal/grant-once';
import { beginDefinition } from '../placement/definition';
import { CertificateReference } from '../vault';

/** Attributes of an existing certificate of App Service. */
export interface AppCertificateAttributes {
  /**
   * Azure resource id of the certificate, such as
   * `/subscriptions/.../resourceGroups/.../providers/Microsoft.Web/certificates/NAME`; the letter case of its fixed
   * segments does not matter. It must be of the resource group, region and operating system of the plan of the app.
   */
  readonly certificateId: string;
}

const CERTIFICATE_ID = new ArmIdForm(
  'Microsoft.Web/certificates',
  'appservice/certificate-id',
  'a certificate of App Service',
);

/** Options of a certificate of App Service. */
export interface AppCertificateOptions {
  /** Name of the certificate: 1 to 260 characters, none of them `/`, not ending with a space or period. */
  readonly name: string;

  /**
   * The certificate: issued by a certificate authority, with its private key. App Service follows its renewals, so the
   * reference has no version.
   */
  readonly certificate: CertificateReference;

  /**
   * The service principal of App Service in the tenant, which reads the certificate: it gets the role Key Vault
   * Certificate User on the vault. `az ad sp show --id abfa0a7c-a6b6-4736-8310-5855508787cd --query id` prints its
   * object id; in Azure Government the application is `6a02c803-dafd-4136-b4c3-5a6f318b4714`.
   *
   * @default - the owner of the vault assigns the role
   * @see https://learn.microsoft.com/azure/app-service/configure-ssl-certificate#authorize-app-service-to-read-from-the-vault
   */
  readonly appServicePrincipal?: IPrincipal;
}

/** Properties of a certificate of App Service. */
export interface AppCertificateProps extends AppCertificateOptions {
  /** An app that uses it; all apps of the same plan can. */
  readonly app: AppBase;
}

/**
 * Defines a certificate with which apps answer for host names of their own. App Service reads it from a Key Vault, as
 * the service and not with the identity of the app; a vault that is closed to the public network must allow the
 * services that Microsoft trusts, see `allowTrustedServices` of `KeyVault`.
 *
 * @see https://learn.microsoft.com/azure/app-service/configure-ssl-certificate#import-a-certificate-from-key-vault
 */
export class AppCertificate extends Construct implements IAppCertificate {
  /**
   * Refers to an existing certificate.
   *
   * @throws `appservice/certificate-id`
   */
  public static fromAppCertificateAttributes(
    scope: Construct,
    id: string,
    attributes: AppCertificateAttributes,
  ): IAppCertificate {
    checkInput('appservice.AppCertificate.fromAppCertificateAttributes', arguments);
    class Import extends Construct implements IAppCertificate {
      public readonly certificateId = CERTIFICATE_ID.acceptedBy(this, attributes.certificateId);
    }
    return new Import(scope, id);
  }

  public readonly certificateId: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: AppServiceCertificate;

  /**
   * Defines a certificate.
   *
   * @throws `appservice/certificate-name`, `vault/certificate-name`, `vault/certificate-version`,
   * `vault/certificate-id`, and what `RoleAssignment` throws; when the stack is validated also
   * `appservice/vault-unreachable`
   */
  public constructor(scope: Construct, id: string, props: AppCertificateProps) {
    checkInput('appservice.AppCertificate', arguments);
    super(scope, id);
    const { name, certificate, appServicePrincipal, app } = props;
    refuse(this, certificateNameProblems(name), certificate._problems(), certificate._versionProblems());

    beginDefinition(this);
    const { servicePlan, resourceGroup, tags, provider } = app._props;
    this.resource = new AppServiceCertificate(this, 'Resource', {
      name,
      resourceGroupName: resourceGroup.resourceGroupName,
      location: servicePlan.location,
      appServicePlanId: servicePlan.servicePlanId,
      keyVaultId: certificate.vault.keyVaultId,
      keyVaultSecretId: certificate._secretUri,
      tags,
      provider,
    });
    this.certificateId = this.resource.id;
    if (!appServicePrincipal) return;
    awaitRole(certificate.vault.grantCertificateUser(appServicePrincipal), (role) => waitFor(this.resource, role));
  }
}
