import { Construct } from 'constructs';
import { NameRules } from './resource-names';
import { ServiceInput } from './service-input';
import { furtherTagProblems, STORAGE_TAGS } from '../../core/internal/tags';
import { isKnown, Problem, Violations } from '../../core/internal/violations';
import { PrivateLinkZone } from '../../dns';
import { Approval, NetworkAccess, Upstream, UpstreamUrl } from '../../signalr';
import { AppDns } from '../app-dns';
import { FunctionHost } from '../function-host';
import { SecureServerlessSignalRProps } from '../secure-serverless-signalr-props';

const SECRET_NAME = /^[a-zA-Z0-9-]{1,127}$/;

/** The input of a secured Serverless service with its defaults, and the one place where all of it is judged. */
export class ServerlessInput {
  public readonly service: ServiceInput;
  public readonly host: FunctionHost;
  public readonly dns: AppDns;
  public readonly approval: Approval;
  public readonly functionKeySecret: string;

  public constructor(
    private readonly app: Construct,
    private readonly props: SecureServerlessSignalRProps,
  ) {
    this.service = new ServiceInput(app, props, props.networkAccess ?? NetworkAccess.serverlessPublicClients());
    this.host = props.host ?? FunctionHost.linux();
    this.dns = props.dns ?? AppDns.newZones();
    this.approval = props.approval ?? Approval.automatic();
    this.functionKeySecret = props.functionKeySecret ?? 'signalr-extension-key';
  }

  /**
   * Host name of the function app. It is written out: a reference to the app would close a cycle, because the app waits
   * for its role on the service, which names the app as its upstream.
   */
  public get functionHostname(): string {
    return `${this.service.names.of(NameRules.FUNCTION_APP)}.${this.service.cloud.appServiceDomain}`;
  }

  public refuseBadInput(): void {
    const violations = new Violations(this.app);
    const definesZone = this.zones.some((zone) => this.dns._of(zone, this.service.cloud).isNewZone);
    this.service.judgeService(violations, definesZone ? 'SignalRPrivateDnsZone' : undefined);
    const upstream = Upstream.to(UpstreamUrl.of(`https://${this.functionHostname}`), this.props.upstream);
    violations.include(upstream._problems(), 'SignalR');
    violations.include(furtherTagProblems(this.props.tags, STORAGE_TAGS), 'Storage');
    violations.include(this.identityProblems(), 'SignalR');
    violations.include(this.host._problems(this.app), 'FunctionApp');
    violations.include(this.dns._problems(this.zones, this.service.cloud));
    if (isKnown(this.functionKeySecret) && !SECRET_NAME.test(this.functionKeySecret)) {
      violations.add(
        'vault/secret-name',
        `"${this.functionKeySecret}" is not a secret name; use 1 to 127 letters, digits or dashes`,
      );
    }
    violations.include(this.approval._problems(), 'SignalR');
    this.service.judgeLogs(violations);
    violations.throwIfAny();
  }

  /** The service reads the key with an identity that is there before it. */
  private identityProblems(): Problem[] {
    if (!this.props.signalrSettings?.identity) return [];
    const message =
      'signalrSettings.identity is given, but the service has signalrIdentity already, with which it reads the key of the function app; leave identity out';
    return [{ code: 'signalr/identity', message }];
  }

  private get zones(): PrivateLinkZone[] {
    const { SIGNALR, SITES, KEY_VAULT, STORAGE_BLOB, STORAGE_QUEUE, STORAGE_TABLE } = PrivateLinkZone;
    const ofVault = this.props.vault ? [] : [KEY_VAULT];
    const ofStorage = this.props.privateStorage ? [STORAGE_BLOB, STORAGE_QUEUE, STORAGE_TABLE] : [];
    return [SIGNALR, SITES, ...ofVault, ...ofStorage];
  }
}
