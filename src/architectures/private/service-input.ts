import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { groupCloudProblems } from './group-cloud';
import { Names } from './names';
import { NetworkChoice } from './network-choice';
import { ResourceNames } from './resource-names';
import { ALERT_ROLES, Role } from './roles';
import { AzureCloud } from '../../core';
import { namePartOf } from '../../core/internal/fitted-names';
import { locationProblems } from '../../core/internal/locations';
import { normalizeLocation } from '../../core/internal/region-name';
import { DNS_TAGS, furtherTagProblems, tagProblems } from '../../core/internal/tags';
import { holdsToken } from '../../core/internal/tokens';
import { isKnown, Problem, Violations } from '../../core/internal/violations';
import { azurermMajorProblems } from '../../engine/azurerm-major';
import { warn } from '../../engine/warn';
import { LogDestination } from '../../observability';
import { receiverProblems } from '../../observability/internal/receivers';
import { Cors, NetworkAccess, NetworkOrigin, RequestType, Sku } from '../../signalr';
import { settingsProblems } from '../../signalr/internal/settings';
import { AppNetwork } from '../app-network';
import { Naming } from '../naming';
import { SecureSignalROptions } from '../secure-signalr-options';

/** The input that both architectures share, with its defaults, and the one place where it is judged. */
export class ServiceInput {
  public readonly location: string;
  public readonly names: Names;
  public readonly network: NetworkChoice;
  public readonly logs: LogDestination;
  private readonly sku: Sku;

  public constructor(
    private readonly app: Construct,
    private readonly props: SecureSignalROptions,
    public readonly networkAccess: NetworkAccess,
    tags?: Partial<Record<Role, string>>,
  ) {
    this.location = normalizeLocation(props.location);
    const framework = new ResourceNames({
      workload: props.workload ?? namePartOf(app.node.id),
      environment: props.environment,
      location: this.location,
      uniqueTo: `${app.node.addr} ${props.nameSeed ?? ''}`,
    });
    this.names = new Names({ naming: props.naming ?? Naming.cloudAdoptionFramework(), framework, tags });
    this.network = (props.network ?? AppNetwork.define())._choice;
    this.logs = props.logs ?? LogDestination.newWorkspace();
    this.sku = props.sku ?? Sku.standard(1);
  }

  public get scope(): Construct {
    return this.app;
  }

  public get cloud(): AzureCloud {
    return AzureCloud.ofLocation(this.location);
  }

  public get clientsArePrivate(): boolean {
    return this.networkAccess.evaluate(NetworkOrigin.privateEndpoint(), RequestType.CLIENT_CONNECTION).allowed;
  }

  public get clientsArePublic(): boolean {
    return this.networkAccess.evaluate(NetworkOrigin.publicNetwork(), RequestType.CLIENT_CONNECTION).allowed;
  }

  public get serversArePublic(): boolean {
    const types = [RequestType.SERVER_CONNECTION, RequestType.REST_API];
    return types.some((type) => this.networkAccess.evaluate(NetworkOrigin.publicNetwork(), type).allowed);
  }

  /** The application's own pages and those given. */
  public corsOf(hostname: string): Cors {
    return Cors.allowOrigins(`https://${hostname}`, ...(this.props.allowedOrigins ?? []));
  }

  /** Roles of the parts that both architectures make. */
  public get roles(): Role[] {
    const { resourceGroup, signalrSettings = {}, signalrAutoscale, alertReceivers, actionGroups } = this.props;
    const isLockNamed = !signalrSettings.lock || signalrSettings.lockName !== undefined;
    return [
      ...(resourceGroup ? [] : ['resourceGroup' as const]),
      ...this.network.roles(this),
      'signalr',
      ...(this.props.privateEndpointIpAddress ? ['privateEndpointIpConfiguration' as const] : []),
      ...(isLockNamed ? [] : ['signalrLock' as const]),
      'signalrDiagnosticSetting',
      ...(signalrAutoscale ? ['signalrAutoscale' as const] : []),
      ...(this.logs._needsWorkspaceName ? ['logWorkspace' as const] : []),
      ...(alertReceivers ? ['actionGroup' as const] : []),
      ...(alertReceivers || actionGroups ? Object.values(ALERT_ROLES) : []),
    ];
  }

  /** Selects the roles that are made: logs that the configuration does not send have no diagnostic settings. */
  public made(roles: readonly Role[]): Role[] {
    return roles.filter((role) => this.logs._unsent === undefined || !role.endsWith('DiagnosticSetting'));
  }

  /** Warns of names that nothing gets. */
  public warnOfUnusedNames(made: readonly Role[]): void {
    const unused = this.names.unused(made);
    if (unused.length === 0) return;
    const message = `naming names ${unused.join(', ')}, but no resource has such a role; leave them out, or check the options`;
    warn(this.app, 'core/name-unused', message);
  }

  /**
   * Takes everything that is wrong with region, names, network and service.
   *
   * @param made what is named
   * @param newZone construct id of a new zone, which takes fewer tags than other resources
   */
  public judgeService(violations: Violations, made: readonly Role[], newZone?: string): void {
    const { signalrSettings = {} } = this.props;
    violations.include(azurermMajorProblems(this.app));
    violations.include(locationProblems(this.app, this.props.location));
    if (!isKnown(this.props.location)) {
      violations.add(
        'core/location',
        'the region is only known when Terraform runs, but names are made of the region; give the region as plain text',
      );
    }
    violations.include(groupCloudProblems('app', this.location, this.props.resourceGroup));
    const { workload } = this.props;
    if (workload === undefined && namePartOf(this.app.node.id) === '') {
      violations.add(
        'core/name-part',
        `the construct id "${this.app.node.id}" has no letters from a to z and no digits, so no workload can be made of it; give workload`,
      );
    } else {
      violations.include(this.names.problems(made));
    }
    if (holdsToken(this.props.nameSeed ?? '')) {
      violations.add(
        'core/name-part',
        'nameSeed is only known when Terraform runs, but names are made at synth; give it as plain text',
      );
    }
    violations.include(tagProblems(this.props.tags));
    if (newZone) violations.include(furtherTagProblems(this.props.tags, DNS_TAGS), newZone);
    violations.include(this.network.problems(this), 'VirtualNetwork');
    const { privateEndpointIpAddress } = this.props;
    violations.include(this.network.addressProblems(privateEndpointIpAddress), 'SignalR/PrivateEndpoint');
    violations.include(
      this.sku._problems({
        publicNetworkAccess: this.networkAccess.publicNetworkAccess,
        privateEndpoint: true,
        clientCertificate: signalrSettings.tlsClientCertificate,
      }),
      'SignalR',
    );
    violations.include(settingsProblems(signalrSettings), 'SignalR');
    const { signalrAutoscale } = this.props;
    if (signalrAutoscale) violations.include(this.sku._autoscaleProblems(signalrAutoscale), 'SignalR');
    violations.include(this.identityAndLogProblems(), 'SignalR');
    violations.include(this.networkAccess._problems(), 'SignalR');
    violations.include(this.originProblems(), 'SignalR');
  }

  /** Takes everything that is wrong with logs and alerts. */
  public judgeLogs(violations: Violations): void {
    violations.include(this.logs._problems());
    violations.include(this.logs._workspaceProblems(), 'LogWorkspace');
    if (this.props.alertReceivers) violations.include(receiverProblems(this.props.alertReceivers), 'ActionGroup');
    violations.include(this.actionGroupProblems());
  }

  private actionGroupProblems(): Problem[] {
    const { alertReceivers, actionGroups } = this.props;
    if (!actionGroups) return [];
    const code = 'alerts/action-groups';
    if (actionGroups.length === 0) {
      return [{ code, message: 'no action group given; give at least one, or leave actionGroups out' }];
    }
    const most = alertReceivers ? 4 : 5;
    if (actionGroups.length <= most) return [];
    const others = alertReceivers ? ' and alertReceivers, which get a new one' : '';
    return [{ code, message: `${actionGroups.length} action groups given${others}; give at most ${most}` }];
  }

  private identityAndLogProblems(): Problem[] {
    const { logTypes, entraAuthentication } = this.props.signalrSettings ?? {};
    const problems: Problem[] = [];
    if (logTypes?.length === 0 && !this.logs._isNowhere) {
      const message =
        'the logs of the service are sent, but logTypes is empty, so the service records none; name types, or leave logTypes out for all';
      problems.push({ code: 'logs/nothing-recorded', message });
    }
    if (entraAuthentication === false) {
      const message =
        'the app signs in with an identity, but Entra authentication is off; leave entraAuthentication on';
      problems.push({ code: 'signalr/entra-authentication', message });
    }
    return problems;
  }

  private originProblems(): Problem[] {
    const { allowedOrigins = [] } = this.props;
    if (Token.isUnresolved(allowedOrigins)) {
      const message =
        'the list of allowedOrigins is only known when Terraform runs, but the origin of the app is added at synth; give a list, whose elements may be unknown';
      return [{ code: 'signalr/cors', message }];
    }
    return allowedOrigins.length > 0 ? Cors.allowOrigins(...allowedOrigins)._problems() : [];
  }
}
