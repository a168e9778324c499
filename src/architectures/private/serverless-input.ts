import { Construct } from 'constructs';
import { NegotiationInput } from './negotiation-input';
import { ENDPOINT_ZONES, endpointRoles, Role, SHARED_WITH, SharingEndpointRole, ZoneEndpointRole } from './roles';
import { ServiceInput } from './service-input';
import { AppCors } from '../../appservice';
import { appHostname } from '../../appservice/internal/app-hostname';
import { furtherTagProblems, STORAGE_TAGS } from '../../core/internal/tags';
import { isKnown, Problem, Violations } from '../../core/internal/violations';
import { SubnetDelegation } from '../../network';
import { DnsIntegration } from '../../privatelink';
import { Approval, Cors, NetworkAccess, Upstream, UpstreamUrl } from '../../signalr';
import { secretNameProblems } from '../../vault/internal/names';
import { AppDns } from '../app-dns';
import { FunctionHost } from '../function-host';
import { SecureServerlessSignalRProps } from '../secure-serverless-signalr-props';

/** With an identity of the service, the identity of the function app has a role in its name. */
const TAGS = { identity: 'func' };

/** The input of a secured Serverless service with its defaults, and the one place where all of it is judged. */
export class ServerlessInput {
  public readonly service: ServiceInput;
  public readonly host: FunctionHost;
  public readonly upstreamCalls: boolean;
  public readonly negotiation: NegotiationInput;
  private readonly dns: AppDns;
  public readonly approval: Approval;
  public readonly functionKeySecret: string;

  public constructor(
    private readonly app: Construct,
    private readonly props: SecureServerlessSignalRProps,
  ) {
    this.service = new ServiceInput(app, props, props.networkAccess ?? NetworkAccess.serverlessPublicClients(), TAGS);
    this.host = props.host ?? FunctionHost.linux();
    this.upstreamCalls = props.upstreamCalls ?? true;
    this.negotiation = new NegotiationInput(props.negotiation, this.host, {
      clientsArePublic: this.service.clientsArePublic,
      upstreamCalls: this.upstreamCalls,
    });
    this.dns = props.dns ?? AppDns.newZones();
    this.approval = props.approval ?? Approval.automatic();
    this.functionKeySecret = props.functionKeySecret ?? this.service.names.of('functionKeySecret');
  }

  /**
   * Host name of the function app. It is written out: a reference to the app would close a cycle, because the app waits
   * for its role on the service, which names the app as its upstream.
   */
  public get functionHostname(): string {
    return this.hostnameOf('functionApp');
  }

  /** The service lets in pages of the app that negotiates. */
  public get cors(): Cors {
    return this.service.corsOf(this.hostnameOf(this.negotiation.ownApp ? 'negotiationApp' : 'functionApp'));
  }

  /** The app that negotiates lets in the same pages; SignalR's client sends credentials to it. */
  public get negotiationCors(): AppCors | undefined {
    const { allowedOrigins = [] } = this.props;
    return allowedOrigins.length > 0 ? AppCors.allowOriginsWithCredentials(...allowedOrigins) : undefined;
  }

  /**
   * Reports whether the function app has a private endpoint: a public app that the service does not call needs none.
   */
  public get hasFunctionAppEndpoint(): boolean {
    return this.upstreamCalls || !this.negotiation.isPublic;
  }

  /** Returns the DNS integration of an endpoint. */
  public dnsOf(role: ZoneEndpointRole): DnsIntegration {
    return this.dns._of(ENDPOINT_ZONES[role], this.service.cloud);
  }

  public refuseBadInput(): void {
    const violations = new Violations(this.app);
    const definesZone = this.zones.some((role) => this.dnsOf(role).isNewZone);
    const made = this.roles;
    this.service.judgeService(violations, made, definesZone ? 'SignalRPrivateDnsZone' : undefined);
    const upstream = Upstream.to(UpstreamUrl.of(`https://${this.functionHostname}`), this.props.upstream);
    violations.include(upstream._problems(), 'SignalR');
    violations.include(furtherTagProblems(this.props.tags, STORAGE_TAGS), 'Storage');
    violations.include(this.identityProblems(), 'SignalR');
    violations.include(this.subnetProblems(made));
    violations.include(this.negotiation.contradictions());
    violations.include(this.host._problems(this.app, this.service.location), 'FunctionApp');
    violations.include(this.negotiation.problems(this.app), 'NegotiationApp');
    violations.include(this.upstreamProblems());
    const zones = this.zones.map((role) => ENDPOINT_ZONES[role]);
    violations.include(this.dns._problems(zones, this.service.cloud));
    if (this.props.functionKeySecret !== undefined) {
      violations.include(secretNameProblems(this.props.functionKeySecret));
    }
    violations.include(this.approval._problems(), 'SignalR');
    this.service.judgeLogs(violations);
    violations.throwIfAny();
    this.service.warnOfUnusedNames(made);
  }

  /**
   * @see https://learn.microsoft.com/azure/azure-functions/flex-consumption-how-to#enable-virtual-network-integration
   */
  private subnetProblems(made: readonly Role[]): Problem[] {
    const name = this.service.names.optional('integrationSubnet');
    const takesIt = this.host._delegation !== SubnetDelegation.APP_ENVIRONMENTS || !made.includes('integrationSubnet');
    if (takesIt || !isKnown(name) || !name.includes('_')) return [];
    const message = `integrationSubnet: "${name}" has an underscore, which Flex Consumption rejects; choose another name`;
    return [{ code: 'network/subnet-name', message }];
  }

  /** The service reads the key with an identity that is there before it. */
  private identityProblems(): Problem[] {
    if (!this.props.signalrSettings?.identity || !this.upstreamCalls) return [];
    const message =
      'signalrSettings.identity is given, but the service has signalrIdentity already, with which it reads the key of the function app; leave identity out';
    return [{ code: 'signalr/identity', message }];
  }

  private upstreamProblems(): Problem[] {
    if (this.upstreamCalls) return [];
    const { upstream, vault, functionKeySecret, approval } = this.props;
    const given = Object.entries({ upstream, vault, functionKeySecret, approval })
      .filter(([, value]) => value !== undefined)
      .map(([name]) => name);
    if (given.length === 0) return [];
    const message = `${given.join(', ')} given, but with upstreamCalls: false the service does not call the function app; leave ${given.join(', ')} out, or leave upstreamCalls out`;
    return [{ code: 'signalr/no-upstream-calls', message }];
  }

  private hostnameOf(role: Role): string {
    return appHostname(this.service.names.of(role), this.service.cloud.appServiceDomain);
  }

  private get roles(): Role[] {
    const { service } = this;
    const hasWorkspace = service.logs._needsWorkspace || service.logs._logWorkspace !== undefined;
    const definesInsights = hasWorkspace && !this.host._existing.applicationInsights;
    return service.made([
      ...service.roles,
      ...this.zones.flatMap((role) => endpointRoles(role, this.dnsOf(role))),
      ...this.sharing.flatMap((role) => endpointRoles(role, this.dnsOf(SHARED_WITH[role]))),
      ...(this.upstreamCalls ? ['signalrIdentity' as const] : []),
      'storage',
      ...this.host._roles,
      ...(this.negotiation.ownApp?.roles ?? []),
      ...(definesInsights ? ['applicationInsights' as const] : []),
      ...(this.upstreamCalls ? this.upstreamRoles : []),
    ]);
  }

  private get upstreamRoles(): Role[] {
    const { vault, functionKeySecret } = this.props;
    return [
      ...(vault ? [] : ['vault' as const, 'vaultDiagnosticSetting' as const]),
      'functionAppLink',
      'vaultLink',
      ...(functionKeySecret === undefined ? ['functionKeySecret' as const] : []),
    ];
  }

  /** The endpoints that are defined, with zones of their own. */
  private get zones(): ZoneEndpointRole[] {
    const ofVault: ZoneEndpointRole[] = this.props.vault || !this.upstreamCalls ? [] : ['vaultEndpoint'];
    const ofStorage: ZoneEndpointRole[] = this.props.privateStorage
      ? ['blobEndpoint', 'queueEndpoint', 'tableEndpoint']
      : [];
    const ofApp: ZoneEndpointRole[] = this.hasFunctionAppEndpoint ? ['functionAppEndpoint'] : [];
    return ['privateEndpoint', ...ofApp, ...ofVault, ...ofStorage];
  }

  /** The endpoints that are defined in the zones of others. */
  private get sharing(): SharingEndpointRole[] {
    if (!this.props.privateStorage || !this.negotiation.ownApp) return [];
    return ['negotiationBlobEndpoint', 'negotiationQueueEndpoint', 'negotiationTableEndpoint'];
  }
}
