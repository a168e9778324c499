import { AppServiceCertificateBinding } from '@cdktf/provider-azurerm/lib/app-service-certificate-binding';
import { AppServiceCustomHostnameBinding } from '@cdktf/provider-azurerm/lib/app-service-custom-hostname-binding';
import { AppServiceManagedCertificate } from '@cdktf/provider-azurerm/lib/app-service-managed-certificate';
import { Construct } from 'constructs';
import type { AppBase } from './app-base';
import { HostnameDns } from './hostname-dns';
import { IAppCertificate } from './iapp-certificate';
import { flexHostnameProblems, managedCertificateProblems } from './private/hostname-problems';
import { replacedWith } from './private/slots';
import { domainProblems } from '../core/internal/host-name';
import { HostOrigins } from '../core/internal/host-origins';
import { checkInput } from '../core/internal/input/check-input';
import { waitFor } from '../core/internal/ordering';
import { isKnown, refuse } from '../core/internal/violations';
import { needLifecycle } from '../engine/kept-arguments';
import { beginDefinition } from '../placement/definition';

/** Options of a host name of an app. */
export interface CustomHostnameOptions {
  /** The host name, such as `www.example.com`; no wildcard. */
  readonly hostname: string;

  /** Management of the records of the host name. */
  readonly dns: HostnameDns;

  /**
   * The certificate with which the app answers for the host name.
   *
   * @default - a managed certificate, which App Service makes and renews: for host names of up to 64 characters with
   * public records that point to the app, outside of App Service Environments. The app may be closed to the internet.
   * @see https://learn.microsoft.com/azure/app-service/app-service-managed-certificate-changes-july-2025
   */
  readonly certificate?: IAppCertificate;
}

/** Properties of a host name of an app. */
export interface CustomHostnameProps extends CustomHostnameOptions {
  /** The app. */
  readonly app: AppBase;
}

/**
 * Defines a host name of an app, with the certificate for it. The default host name stays.
 *
 * Pages that the app serves under the host name may talk to the SignalR services of the stack that the app is connected
 * to as hub server or negotiator, whichever comes first.
 *
 * @see https://learn.microsoft.com/azure/app-service/app-service-web-tutorial-custom-domain
 */
export class CustomHostname extends Construct {
  /** The host name, such as `www.example.com`. */
  public readonly hostname: string;

  /** Origin of the pages that the app serves under the host name, such as `https://www.example.com`. */
  public readonly origin: string;

  /** The provider's resource of the host name, for settings that this class does not model. */
  public readonly resource: AppServiceCustomHostnameBinding;

  /** The provider's resource of the managed certificate; `undefined` with a certificate of a Key Vault. */
  public readonly managedCertificateResource?: AppServiceManagedCertificate;

  /** The provider's resource that puts the certificate to the host name. */
  public readonly certificateBindingResource: AppServiceCertificateBinding;

  /**
   * Defines a host name.
   *
   * @throws `appservice/custom-hostname`, `appservice/hostname-dns`, `appservice/hostname-on-flex`,
   * `appservice/managed-certificate`
   */
  public constructor(scope: Construct, id: string, props: CustomHostnameProps) {
    checkInput('appservice.CustomHostname', arguments);
    super(scope, id);
    const { hostname, dns, certificate, app } = props;
    refuse(
      this,
      domainProblems('appservice/custom-hostname', hostname),
      dns._problems(hostname),
      flexHostnameProblems(app._appResource.terraformResourceType),
      certificate ? [] : managedCertificateProblems(hostname, dns._isBehindProxy, app._props),
    );

    beginDefinition(this);
    const { _appResource: site, defaultHostname } = app;
    const { tags, provider } = app._props;
    const records = dns._recordsIn(this, hostname, {
      defaultHostname,
      verificationId: site.customDomainVerificationId,
    });
    this.resource = new AppServiceCustomHostnameBinding(this, 'Resource', {
      hostname,
      appServiceName: site.name,
      resourceGroupName: site.resourceGroupName,
      provider,
    });
    const because = 'without which the host name of a replaced app is not bound again';
    needLifecycle(this.resource, replacedWith(app, this), because);
    records.forEach((record) => waitFor(this.resource, record));
    if (!certificate) {
      this.managedCertificateResource = new AppServiceManagedCertificate(this, 'ManagedCertificate', {
        customHostnameBindingId: this.resource.id,
        tags,
        provider,
      });
    }
    this.certificateBindingResource = new AppServiceCertificateBinding(this, 'CertificateBinding', {
      hostnameBindingId: this.resource.id,
      certificateId: certificate?.certificateId ?? this.managedCertificateResource!.id,
      sslState: 'SniEnabled',
      provider,
    });
    this.hostname = hostname;
    // Browsers write origins in lower case.
    this.origin = `https://${isKnown(hostname) ? hostname.toLowerCase() : hostname}`;
    HostOrigins.of(app).add(this, this.origin);
  }
}
