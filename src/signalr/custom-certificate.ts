import { SignalrServiceCustomCertificate } from '@cdktf/provider-azurerm/lib/signalr-service-custom-certificate';
import { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { ICustomCertificate } from './icustom-certificate';
import { ICustomDomainTarget } from './icustom-domain-target';
import { beginDefinition } from '../placement/definition';
import { CertificateReference } from '../vault';
import { nameInServiceProblems } from './private/custom-domain-problems';
import { factsOf } from './private/service-facts';
import { ServiceChange } from './service-change';
import { ArmIdForm } from '../core/internal/arm-id';
import { checkInput } from '../core/internal/input/check-input';
import { waitFor } from '../core/internal/ordering';
import { Violations } from '../core/internal/violations';
import { warn } from '../engine/warn';
import { awaitRole } from '../identity/internal/grant-once';

/** Attributes of an existing certificate of a SignalR service. */
export interface CustomCertificateAttributes {
  /**
   * Azure resource id of the certificate in the service, such as
   * `/subscriptions/.../resourceGroups/.../providers/Microsoft.SignalRService/signalR/SERVICE/customCertificates/NAME`;
   * the letter case of its fixed segments does not matter.
   */
  readonly customCertificateId: string;
}

const CERTIFICATE_ID = new ArmIdForm(
  'Microsoft.SignalRService/signalR/customCertificates',
  'signalr/certificate-resource-id',
  'a certificate of a SignalR service',
);

/** Options of a certificate of a SignalR service. */
export interface CustomCertificateOptions {
  /** Name of the certificate in the service: letters, digits, `-`, `_` and `.`, beginning with a letter or digit. */
  readonly name: string;

  /** The certificate: issued by a certificate authority, with its private key, for the domains that are to use it. */
  readonly certificate: CertificateReference;
}

/** Properties of a certificate of a SignalR service. */
export interface CustomCertificateProps extends CustomCertificateOptions {
  /** The service; Premium tier, with a managed identity. */
  readonly service: ICustomDomainTarget;

  /**
   * Provider of the certificate in the service, for another subscription than the stack's default one.
   *
   * @default - that of the service
   */
  readonly provider?: TerraformProvider;
}

/**
 * Defines a certificate with which a SignalR service answers for custom domains.
 *
 * The service reads it from a Key Vault with its managed identity, which is granted the role that Azure names for it:
 * Key Vault Secrets User, because the private key is a secret. The certificate waits for the role. Azure rejects
 * self-signed certificates.
 *
 * Azure needs the vault to be reachable: over the public network, or over a shared private link. The certificate waits
 * for the service's links to vaults, and for those approvals that Terraform gives.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/howto-custom-domain
 */
export class CustomCertificate extends Construct implements ICustomCertificate {
  /**
   * Refers to an existing certificate of a service.
   *
   * @throws `signalr/certificate-resource-id`
   */
  public static fromCustomCertificateAttributes(
    scope: Construct,
    id: string,
    attributes: CustomCertificateAttributes,
  ): ICustomCertificate {
    checkInput('signalr.CustomCertificate.fromCustomCertificateAttributes', arguments);
    class Import extends Construct implements ICustomCertificate {
      public readonly customCertificateId = CERTIFICATE_ID.acceptedBy(this, attributes.customCertificateId);
    }
    return new Import(scope, id);
  }

  public readonly customCertificateId: string;
  public readonly service?: ICustomDomainTarget;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: SignalrServiceCustomCertificate;

  /**
   * Defines a certificate.
   *
   * Warns with `signalr/certificate-access` where the identity of an existing service is not known.
   *
   * @throws `signalr/custom-domain-requires-premium`, `signalr/certificate-identity`,
   * `signalr/certificate-resource-name`, `vault/certificate-name`, `vault/certificate-version`, `vault/certificate-id`,
   * and what `RoleAssignment` throws; when the stack is validated also `signalr/vault-unreachable`
   */
  public constructor(scope: Construct, id: string, props: CustomCertificateProps) {
    checkInput('signalr.CustomCertificate', arguments);
    super(scope, id);
    const { service, certificate, name } = props;
    const facts = factsOf(service);
    const provider = props.provider ?? facts._provider;
    const { principal, sku } = service;
    const violations = new Violations(this);
    violations.include(nameInServiceProblems('certificate', name));
    violations.include(certificate._problems());
    if (sku) violations.include(sku._customDomainProblems('certificates of its own'));
    if (facts._ownName !== undefined && !principal) {
      violations.add(
        'signalr/certificate-identity',
        `${service.node.path} has no identity that could read the certificate; give it ServiceIdentity.userAssigned(...) or ServiceIdentity.systemAssigned()`,
      );
    }
    violations.throwIfAny();

    beginDefinition(this);
    this.resource = new SignalrServiceCustomCertificate(this, 'Resource', {
      name,
      signalrServiceId: service.serviceId,
      customCertificateId: certificate.certificateUri,
      provider,
    });
    this.customCertificateId = this.resource.id;
    this.service = service;
    if (principal) {
      const role = certificate.vault.grantSecretsUser(principal);
      awaitRole(role, (assignment) => waitFor(this.resource, assignment));
    } else {
      this.warnOfAccess(service);
    }
    facts._vaultApprovals?.awaitedBy(this.resource);
    service.changeInOrder(ServiceChange.CUSTOM_CERTIFICATE, this.resource);
  }

  private warnOfAccess(service: ICustomDomainTarget): void {
    warn(
      this,
      'signalr/certificate-access',
      `the identity of ${service.node.path} is not known, so it gets no role; the owner of the vault must assign the identity the role Key Vault Secrets User before the certificate is added`,
    );
  }
}
