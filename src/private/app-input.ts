import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { AppHost } from '../app-host';
import { AppNetwork } from '../app-network';
import { AzureCloud } from '../core';
import { locationProblems, normalizeLocation } from '../core/private/locations';
import { namePartOf, NameRules, ResourceNames } from '../core/private/resource-names';
import { MOST_DNS_TAGS, tagCountProblems, tagProblems } from '../core/private/tags';
import { isKnown, Problem, Violations } from '../core/private/violations';
import { LogDestination } from '../observability';
import { receiverProblems } from '../observability/private/receivers';
import { DnsIntegration } from '../privatelink';
import { SecureSignalRAppProps } from '../secure-signalr-app-props';
import { Cors, NetworkAccess, NetworkOrigin, RequestType, Sku } from '../signalr';
import { settingsProblems } from '../signalr/private/settings';

/** The input of a secured SignalR app with its defaults, and the one place where all of it is judged. */
export class AppInput {
  public readonly location: string;
  public readonly names: ResourceNames;
  public readonly network: AppNetwork;
  public readonly networkAccess: NetworkAccess;
  public readonly host: AppHost;
  public readonly dns: DnsIntegration;
  public readonly logs: LogDestination;
  private readonly sku: Sku;

  public constructor(
    private readonly app: Construct,
    private readonly props: SecureSignalRAppProps,
  ) {
    this.location = normalizeLocation(props.location);
    this.names = new ResourceNames({
      workload: props.workload ?? namePartOf(app.node.id),
      environment: props.environment,
      location: this.location,
      uniqueTo: `${app.node.addr} ${props.nameSeed ?? ''}`,
    });
    this.network = props.network ?? AppNetwork.define();
    this.networkAccess = props.networkAccess ?? NetworkAccess.publicClientsPrivateServers();
    this.host = props.host ?? AppHost.linuxWebApp();
    this.dns = props.dns ?? DnsIntegration.newZone();
    this.logs = props.logs ?? LogDestination.newWorkspace();
    this.sku = props.sku ?? Sku.standard(1);
  }

  public get clientsArePrivate(): boolean {
    return this.letsIn(RequestType.CLIENT_CONNECTION);
  }

  /**
   * The web app's own pages and those given. The host name is written out: a reference to the app would close a cycle,
   * because the app waits for its role on the service.
   */
  public get cors(): Cors {
    const domain = AzureCloud.ofLocation(this.location).appServiceDomain;
    const ownOrigin = `https://${this.names.of(NameRules.WEB_APP)}.${domain}`;
    return Cors.allowOrigins(ownOrigin, ...(this.props.allowedOrigins ?? []));
  }

  public refuseBadInput(): void {
    const { signalrSettings = {} } = this.props;
    const violations = new Violations(this.app);
    violations.include(locationProblems(this.app, this.props.location));
    if (!isKnown(this.props.location)) {
      violations.add(
        'core/location',
        'the region is only known when Terraform runs, but names are made of it; give it as plain text',
      );
    }
    violations.include(this.names.problems());
    if (Token.isUnresolved(this.props.nameSeed)) {
      violations.add(
        'core/name-part',
        'nameSeed is only known when Terraform runs, but names are made at synth; give it as plain text',
      );
    }
    violations.include(tagProblems(this.props.tags));
    if (this.dns.isNewZone) violations.include(tagCountProblems(this.props.tags, MOST_DNS_TAGS), 'PrivateDnsZone');
    violations.include(this.network._problems(this.location, this.clientsArePrivate), 'VirtualNetwork');
    violations.include(
      this.sku._problems({
        publicNetworkAccess: this.networkAccess.publicNetworkAccess,
        privateEndpoint: true,
        clientCertificate: signalrSettings.tlsClientCertificate,
      }),
      'SignalR',
    );
    violations.include(settingsProblems(signalrSettings), 'SignalR');
    if (signalrSettings.logTypes?.length === 0) {
      const message =
        'the logs of the service are sent, but logTypes is empty, so the service records none; name types, or leave logTypes out for all';
      violations.include([{ code: 'logs/nothing-recorded', message }], 'SignalR');
    }
    if (signalrSettings.entraAuthentication === false) {
      violations.include(
        [
          {
            code: 'signalr/entra-authentication',
            message:
              'the web app signs in with an identity, but Entra authentication is off; leave entraAuthentication on',
          },
        ],
        'SignalR',
      );
    }
    violations.include(this.networkAccess._problems(), 'SignalR');
    violations.include(this.originProblems(), 'SignalR');
    if (!this.letsIn(RequestType.SERVER_CONNECTION)) {
      violations.include(
        [
          {
            code: 'nac/server-unreachable',
            message:
              'the web app finds the service at its private endpoint, which does not allow ServerConnection; use NetworkAccess.publicClientsPrivateServers()',
          },
        ],
        'SignalR',
      );
    }
    violations.include(this.host._problems(), 'WebApp');
    violations.include(this.logs._problems());
    violations.include(this.logs._workspaceProblems(), 'LogWorkspace');
    if (this.props.alertReceivers) violations.include(receiverProblems(this.props.alertReceivers), 'ActionGroup');
    violations.throwIfAny();
  }

  private originProblems(): Problem[] {
    const { allowedOrigins = [] } = this.props;
    if (Token.isUnresolved(allowedOrigins)) {
      const message =
        'the list of allowedOrigins is only known when Terraform runs, but the own origin is added at synth; give a list, whose elements may be unknown';
      return [{ code: 'signalr/cors', message }];
    }
    return allowedOrigins.length > 0 ? Cors.allowOrigins(...allowedOrigins)._problems() : [];
  }

  private letsIn(requestType: RequestType): boolean {
    return this.networkAccess.evaluate(NetworkOrigin.privateEndpoint(), requestType).allowed;
  }
}
