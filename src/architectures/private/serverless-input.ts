import { Construct } from 'constructs';
import { ENDPOINT_ZONES, EndpointRole, endpointRoles, Role } from './roles';
import { ServiceInput } from './service-input';
import { appHostname } from '../../appservice/internal/app-hostname';
import { furtherTagProblems, STORAGE_TAGS } from '../../core/internal/tags';
import { isKnown, Problem, Violations } from '../../core/internal/violations';
import { SubnetDelegation } from '../../network';
import { DnsIntegration } from '../../privatelink';
import { Approval, NetworkAccess, Upstream, UpstreamUrl } from '../../signalr';
import { secretNameProblems } from '../../vault/internal/names';
import { AppDns } from '../app-dns';
import { FunctionHost } from '../function-host';
import { SecureServerlessSignalRProps } from '../secure-serverless-signalr-props';

/** Beside the identity of the service, that of the function app has a role in its name. */
const TAGS = { identity: 'func' };

/** The input of a secured Serverless service with its defaults, and the one place where all of it is judged. */
export class ServerlessInput {
  public readonly service: ServiceInput;
  public readonly host: FunctionHost;
  private readonly dns: AppDns;
  public readonly approval: Approval;
  public readonly functionKeySecret: string;

  public constructor(
    private readonly app: Construct,
    private readonly props: SecureServerlessSignalRProps,
  ) {
    this.service = new ServiceInput(app, props, props.networkAccess ?? NetworkAccess.serverlessPublicClients(), TAGS);
    this.host = props.host ?? FunctionHost.linux();
    this.dns = props.dns ?? AppDns.newZones();
    this.approval = props.approval ?? Approval.automatic();
    this.functionKeySecret = props.functionKeySecret ?? this.service.names.of('functionKeySecret');
  }

  /**
   * Host name of the function app. It is written out: a reference to the app would close a cycle, because the app waits
   * for its role on the service, which names the app as its upstream.
   */
  public get functionHostname(): string {
    return appHostname(this.service.names.of('functionApp'), this.service.cloud.appServiceDomain);
  }

  /** How the names of an endpoint are kept. */
  public dnsOf(role: EndpointRole): DnsIntegration {
    return this.dns._of(ENDPOINT_ZONES[role], this.service.cloud);
  }

  public refuseBadInput(): void {
    const violations = new Violations(this.app);
    const definesZone = this.endpoints.some((role) => this.dnsOf(role).isNewZone);
    const made = this.roles;
    this.service.judgeService(violations, made, definesZone ? 'SignalRPrivateDnsZone' : undefined);
    const upstream = Upstream.to(UpstreamUrl.of(`https://${this.functionHostname}`), this.props.upstream);
    violations.include(upstream._problems(), 'SignalR');
    violations.include(furtherTagProblems(this.props.tags, STORAGE_TAGS), 'Storage');
    violations.include(this.identityProblems(), 'SignalR');
    violations.include(this.subnetProblems(made));
    violations.include(this.host._problems(this.app, this.service.location), 'FunctionApp');
    const zones = this.endpoints.map((role) => ENDPOINT_ZONES[role]);
    violations.include(this.dns._problems(zones, this.service.cloud));
    if (this.props.functionKeySecret !== undefined) {
      violations.include(secretNameProblems(this.props.functionKeySecret));
    }
    violations.include(this.approval._problems(), 'SignalR');
    this.service.judgeLogs(violations);
    violations.throwIfAny();
    this.service.warnOfUnusedNames(made);
  }

  /** @see https://learn.microsoft.com/azure/azure-functions/flex-consumption-how-to#enable-virtual-network-integration */
  private subnetProblems(made: readonly Role[]): Problem[] {
    const name = this.service.names.optional('integrationSubnet');
    const takesIt = this.host._delegation !== SubnetDelegation.APP_ENVIRONMENTS || !made.includes('integrationSubnet');
    if (takesIt || !isKnown(name) || !name.includes('_')) return [];
    const message = `integrationSubnet: "${name}" has an underscore, which Flex Consumption rejects; choose another name`;
    return [{ code: 'network/subnet-name', message }];
  }

  /** The service reads the key with an identity that is there before it. */
  private identityProblems(): Problem[] {
    if (!this.props.signalrSettings?.identity) return [];
    const message =
      'signalrSettings.identity is given, but the service has signalrIdentity already, with which it reads the key of the function app; leave identity out';
    return [{ code: 'signalr/identity', message }];
  }

  private get roles(): Role[] {
    const { service, props } = this;
    const hasWorkspace = service.logs._needsWorkspace || service.logs._logWorkspace !== undefined;
    const definesInsights = hasWorkspace && !this.host._existing.applicationInsights;
    return service.made([
      ...service.roles,
      ...this.endpoints.flatMap((role) => endpointRoles(role, this.dnsOf(role))),
      'signalrIdentity',
      'storage',
      ...this.host._roles,
      ...(definesInsights ? ['applicationInsights' as const] : []),
      ...(props.vault ? [] : ['vault' as const, 'vaultDiagnosticSetting' as const]),
      'functionAppLink',
      'vaultLink',
      ...(props.functionKeySecret === undefined ? ['functionKeySecret' as const] : []),
    ]);
  }

  /** The endpoints that are defined. */
  private get endpoints(): EndpointRole[] {
    const ofVault: EndpointRole[] = this.props.vault ? [] : ['vaultEndpoint'];
    const ofStorage: EndpointRole[] = this.props.privateStorage
      ? ['blobEndpoint', 'queueEndpoint', 'tableEndpoint']
      : [];
    return ['privateEndpoint', 'functionAppEndpoint', ...ofVault, ...ofStorage];
  }
}
