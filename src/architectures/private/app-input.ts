import { Construct } from 'constructs';
import { Host } from './hosts';
import { endpointRoles, Role } from './roles';
import { ServiceInput } from './service-input';
import { Violations } from '../../core/internal/violations';
import { DnsIntegration } from '../../privatelink';
import { Cors, NetworkAccess } from '../../signalr';
import { AppHost } from '../app-host';
import { SecureSignalRAppProps } from '../secure-signalr-app-props';

/** The input of a secured SignalR app with its defaults, and the one place where all of it is judged. */
export class AppInput {
  public readonly service: ServiceInput;
  public readonly host: Host;
  public readonly dns: DnsIntegration;

  public constructor(
    private readonly app: Construct,
    props: SecureSignalRAppProps,
  ) {
    const networkAccess = props.networkAccess ?? NetworkAccess.publicClientsPrivateServers();
    this.service = new ServiceInput(app, props, networkAccess);
    this.host = (props.host ?? AppHost.linuxWebApp())._host;
    this.dns = props.dns ?? DnsIntegration.newZone();
  }

  public get cors(): Cors {
    const { names, cloud } = this.service;
    return this.service.corsOf(this.host.hostname(names.of('webApp'), cloud.appServiceDomain));
  }

  public refuseBadInput(): void {
    const violations = new Violations(this.app);
    const made = this.roles;
    this.service.judgeService(violations, made, this.dns.isNewZone ? 'PrivateDnsZone' : undefined);
    violations.include(this.host.networkProblems(this.service.network.existingIntegrationSubnet), 'VirtualNetwork');
    violations.include(this.host.problems(this.app, this.service.location), 'WebApp');
    this.service.judgeLogs(violations);
    violations.throwIfAny();
    this.service.warnOfUnusedNames(made);
  }

  private get roles(): Role[] {
    const { service, host, dns } = this;
    return service.made([...service.roles, ...endpointRoles('privateEndpoint', dns), ...host.roles]);
  }
}
