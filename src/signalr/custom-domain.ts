import { SignalrServiceCustomDomain } from '@cdktf/provider-azurerm/lib/signalr-service-custom-domain';
import { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { DomainDns } from './domain-dns';
import { ICustomCertificate } from './icustom-certificate';
import { ICustomDomainTarget } from './icustom-domain-target';
import { ClientDomains } from './private/client-domains';
import { certificateOwnerProblems, nameInServiceProblems } from './private/custom-domain-problems';
import { factsOf } from './private/service-facts';
import { ServiceChange } from './service-change';
import { domainProblems } from '../core/internal/host-name';
import { checkInput } from '../core/internal/input/check-input';
import { waitFor } from '../core/internal/ordering';
import { Violations } from '../core/internal/violations';
import { beginDefinition } from '../placement/definition';

/** Options of a custom domain of a SignalR service. */
export interface CustomDomainOptions {
  /** Name of the domain in the service: letters, digits, `-`, `_` and `.`, beginning with a letter or digit. */
  readonly name: string;

  /** The domain, such as `chat.example.com`. */
  readonly domainName: string;

  /** The certificate with which the service answers; it must be for this domain, and belong to the same service. */
  readonly certificate: ICustomCertificate;

  /** Management of the CNAME record that points the domain to the service. */
  readonly dns: DomainDns;
}

/** Properties of a custom domain of a SignalR service. */
export interface CustomDomainProps extends CustomDomainOptions {
  /** The service; Premium tier. */
  readonly service: ICustomDomainTarget;

  /**
   * Provider of the domain in the service, for another subscription than the stack's default one.
   *
   * @default - that of the service
   */
  readonly provider?: TerraformProvider;
}

/**
 * Defines a custom domain of a SignalR service, by which clients and servers can call it.
 *
 * Apps that are connected to the service send their clients to its first domain, unless the connection says otherwise.
 *
 * Azure looks up the CNAME record of the domain while it adds it, so the domain waits for a record that is made in the
 * stack. With azurerm 4.55 a domain that Azure does not accept ends without an error, after about four minutes. Ask the
 * service afterwards, until `https://DOMAIN/api/health` answers 200.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/howto-custom-domain
 */
export class CustomDomain extends Construct {
  /** Azure resource id of the domain in the service, such as `.../signalR/SERVICE/customDomains/NAME`. */
  public readonly customDomainId: string;

  /** The domain, such as `chat.example.com`. */
  public readonly domainName: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: SignalrServiceCustomDomain;

  /**
   * Defines a domain.
   *
   * @throws `signalr/custom-domain-requires-premium`, `signalr/domain-resource-name`, `signalr/domain-name`,
   * `signalr/domain-dns`, `signalr/certificate-of-other-service`
   */
  public constructor(scope: Construct, id: string, props: CustomDomainProps) {
    checkInput('signalr.CustomDomain', arguments);
    super(scope, id);
    const { service, domainName, certificate, dns, name } = props;
    const provider = props.provider ?? factsOf(service)._provider;
    const violations = new Violations(this);
    violations.include(nameInServiceProblems('domain', name));
    violations.include(domainProblems('signalr/domain-name', domainName));
    violations.include(dns._problems(domainName));
    violations.include(certificateOwnerProblems(certificate, service));
    if (service.sku) violations.include(service.sku._customDomainProblems('domains of its own'));
    violations.throwIfAny();

    beginDefinition(this);
    const record = dns._recordIn(this, domainName, service.hostname);
    this.resource = new SignalrServiceCustomDomain(this, 'Resource', {
      name,
      signalrServiceId: service.serviceId,
      domainName,
      signalrCustomCertificateId: certificate.customCertificateId,
      provider,
    });
    this.customDomainId = this.resource.id;
    this.domainName = domainName;
    if (record) waitFor(this.resource, record);
    service.changeInOrder(ServiceChange.CUSTOM_DOMAIN, this.resource);
    ClientDomains.of(this, service.serviceId).add(this);
  }
}
