import { Construct } from 'constructs';
import { ServiceInput } from './service-input';
import { NameRules } from '../../core/internal/resource-names';
import { Violations } from '../../core/internal/violations';
import { DnsIntegration } from '../../privatelink';
import { Cors, NetworkAccess } from '../../signalr';
import { AppHost } from '../app-host';
import { SecureSignalRAppProps } from '../secure-signalr-app-props';

/** The input of a secured SignalR app with its defaults, and the one place where all of it is judged. */
export class AppInput {
  public readonly service: ServiceInput;
  public readonly host: AppHost;
  public readonly dns: DnsIntegration;

  public constructor(
    private readonly app: Construct,
    props: SecureSignalRAppProps,
  ) {
    const networkAccess = props.networkAccess ?? NetworkAccess.publicClientsPrivateServers();
    this.service = new ServiceInput(app, props, networkAccess);
    this.host = props.host ?? AppHost.linuxWebApp();
    this.dns = props.dns ?? DnsIntegration.newZone();
  }

  public get cors(): Cors {
    const { names, cloud } = this.service;
    return this.service.corsOf(this.host._hostname(names.of(NameRules.WEB_APP), cloud.appServiceDomain));
  }

  public refuseBadInput(): void {
    const violations = new Violations(this.app);
    this.service.judgeService(violations, this.dns.isNewZone ? 'PrivateDnsZone' : undefined);
    violations.include(this.host._networkProblems(this.service.network._isNew), 'VirtualNetwork');
    violations.include(this.host._problems(), 'WebApp');
    this.service.judgeLogs(violations);
    violations.throwIfAny();
  }
}
