import { IConstruct } from 'constructs';
import { isInTree, registry } from '../../core/internal/registry';
import { Problem } from '../../core/internal/violations';
import { IAppHost, Role } from '../../identity';
import { ServiceMode } from '../service-mode';
import { Intent, roleProblems } from './intent';

/** How a host is to be connected. */
export interface Connection {
  readonly intent: Intent;
  readonly role: Role;
  /** How the service works; `undefined` where it is not known. */
  readonly mode?: ServiceMode;
  /** Whether the service takes identities; `undefined` where it is not known. */
  readonly takesIdentities?: boolean;
}

/** What would keep a connected host from working. */
export function connectionProblems(service: IConstruct, host: IAppHost, connection: Connection): Problem[] {
  const { intent, role, mode, takesIdentities } = connection;
  const { settings } = intent;
  const { path } = host.node;
  const problems: Problem[] = [];
  if (takesIdentities === false) {
    const message = `${path} signs in with an identity, but Entra authentication of the service is off; leave entraAuthentication on`;
    problems.push({ code: 'signalr/entra-authentication', message });
  }
  if (intent.isHubServer && mode === ServiceMode.SERVERLESS) {
    const message = `${path} cannot be a hub server, because the service is in Serverless mode; use ServiceMode.DEFAULT`;
    problems.push({ code: 'signalr/server-in-serverless', message });
  }
  if (intent.isHubServer && !settings._isConnectionString) {
    // https://github.com/Azure/azure-signalr/pull/1415
    const message = `${path} is to be a hub server, whose SDK reads connection strings, but its settings are for Azure Functions; use ConnectionSettings.aspNetCore()`;
    problems.push({ code: 'signalr/connection-settings', message });
  }
  problems.push(...settings._problems(), ...roleProblems(intent, role, path));
  const services = registry<IConstruct>(service, 'services in settings of hosts');
  const key = `${path} ${settings.name.toLowerCase()}`;
  const other = services.get(key) ?? service;
  if (other === service || !isInTree(other)) {
    services.set(key, service);
  } else {
    const message = `${path} finds ${other.node.path} in the app setting ${settings.name} already, which this service would replace; use ${settings._alternative}`;
    problems.push({ code: 'signalr/second-service', message });
  }
  return problems;
}
