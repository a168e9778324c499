import { IConstruct } from 'constructs';
import { Intent, roleProblems } from './intent';
import { shownUrl } from './upstream-url-problems';
import { hostNameProblems } from '../../core/internal/host-name';
import { HostSettings, SettingOwner } from '../../core/internal/host-settings';
import { isInTree } from '../../core/internal/registry';
import { settingKey } from '../../core/internal/setting-keys';
import { isKnown, Problem } from '../../core/internal/violations';
import { IAppHost, Role } from '../../identity';
import { ConnectionEndpoints, ConnectionSettings } from '../connection-settings';
import { ServiceMode } from '../service-mode';

/** Connection of a host to a service. */
export interface Connection {
  readonly intent: Intent;
  readonly role: Role;
  readonly endpoints: ConnectionEndpoints;
  /** Owner of the settings that the connection sets. */
  readonly owner: SettingOwner;
  /** Mode of the service; `undefined` where it is not known. */
  readonly mode?: ServiceMode;
  /** Reports whether the service accepts identities; `undefined` where that is not known. */
  readonly takesIdentities?: boolean;
}

/** Returns the owner of the settings that a connection sets in a host. */
export function connectionOwner(
  service: IConstruct,
  { name, _related }: ConnectionSettings,
  settings: Readonly<Record<string, string>>,
): SettingOwner {
  return {
    construct: service,
    id: settingKey(name),
    text: `the connection to ${service.node.path}`,
    advice:
      'leave it out; connectServer(...), connectNegotiator(...) and connectRestSender(...) take other settings, clientEndpoint and serverEndpoint',
    settings,
    related: _related,
  };
}

/** Sets what a connection owns, unless the service or the host is gone. */
export function setOwned(service: IConstruct, host: IAppHost, owner: SettingOwner): void {
  if (![service, host].every(isInTree)) return;
  HostSettings.of(host).own(owner);
  Object.entries(owner.settings).forEach(([name, value]) => host.addAppSetting(name, value));
}

/** Reports why a connected host would not work. */
export function connectionProblems(service: IConstruct, host: IAppHost, connection: Connection): Problem[] {
  const { intent, role, endpoints, owner, mode, takesIdentities } = connection;
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
  problems.push(...settings._problems(), ...endpointProblems(endpoints), ...roleProblems(intent, role, path));
  const hosted = HostSettings.of(host);
  const other = hosted.ownerOf(settings.name)?.construct ?? service;
  if (other !== service) {
    const message = `${path} finds ${other.node.path} in the app setting ${settings.name} already, which this service would replace; use ${settings._alternative}`;
    problems.push({ code: 'signalr/second-service', message });
  }
  return [...problems, ...hosted.ownerProblems(owner)];
}

const ADDRESS = /^https:\/\/([^/:?#@;\s]+)(?::\d{1,5})?(?:\/[\w.~/-]*)?$/i;

/** Reports addresses that the SDK does not accept, and addresses that would end early within a connection string. */
function endpointProblems(endpoints: ConnectionEndpoints): Problem[] {
  const code = 'signalr/connection-endpoint';
  return Object.entries(endpoints)
    .filter(([, address]) => isKnown(address))
    .filter(([, address]) => hostNameProblems(code, ADDRESS.exec(address)?.[1] ?? '', '').length > 0)
    .map(([option, address]) => {
      // What follows a host may be a secret.
      const shown = shownUrl(address).replace(/;.*$/s, ';...');
      const message = `${option} "${shown}" is not the address of a host; use https and a host name, such as https://chat.example.com`;
      return { code, message };
    });
}
