import { IConstruct } from 'constructs';
import type { SettingsHost } from '../../core/internal/host-family';
import { isInTree, keyOf, registry } from '../../core/internal/registry';
import { settingKey } from '../../core/internal/setting-keys';
import { IAppHost, RoleAssignment } from '../../identity';
import { awaitRole } from '../../identity/internal/grant-once';
import { ConnectionEndpoints, ConnectionSettings } from '../connection-settings';

/** Use that a host makes of a service's hubs. */
export interface HubsOfHost {
  /** Reports whether code in the host reads an application name. */
  readonly readsName: boolean;
  /** Reports whether code in the host reads no application name, such as the bindings of Azure Functions. */
  readonly readsNoName: boolean;
  /** Reports whether the host is a hub server. */
  readonly isServer: boolean;
  /** Reports whether the host calls the service only for clients of other hosts, while their servers are down. */
  readonly isSecondary: boolean;
  /** Reports whether the host shares hubs with others; `undefined` where no option says so. */
  readonly isShared?: boolean;
}

/** Facts that one connection adds on the hubs of a host. */
export interface HubsOfConnection extends Pick<HubsOfHost, 'isServer' | 'isShared'> {
  readonly settings: ConnectionSettings;
}

/** The applications that call one service; each waits for each of its roles once, however often it is connected. */
export class Connections {
  /** The applications of a service, which all constructs that stand for it share. */
  public static of(scope: IConstruct, serviceId: string): Connections {
    const all = registry<Connections>(scope, 'connections to SignalR services');
    const connections = all.get(keyOf(serviceId)) ?? new Connections();
    all.set(keyOf(serviceId), connections);
    return connections;
  }

  // By construct: another host may have the path of one that was removed.
  private readonly awaited = new Map<IAppHost, Set<RoleAssignment>>();
  private readonly hubs = new Map<SettingsHost, HubsOfHost>();
  private readonly endpoints = new Map<IAppHost, Map<string, ConnectionEndpoints>>();

  /** Makes a host wait for its role. */
  public add(host: IAppHost, grant: RoleAssignment): void {
    const awaited = this.awaited.get(host) ?? new Set();
    if (!awaited.has(grant)) awaitRole(grant, (assignment) => host.executeAfter(assignment));
    this.awaited.set(host, awaited.add(grant));
  }

  /**
   * The addresses of a connection: those that are given, and of an earlier connection in the same settings the rest.
   */
  public endpointsOf(host: IAppHost, settings: ConnectionSettings, given: ConnectionEndpoints): ConnectionEndpoints {
    const before = this.endpoints.get(host)?.get(settingKey(settings.name));
    const clientEndpoint = given.clientEndpoint ?? before?.clientEndpoint;
    const serverEndpoint = given.serverEndpoint ?? before?.serverEndpoint;
    return {
      ...(clientEndpoint !== undefined && { clientEndpoint }),
      ...(serverEndpoint !== undefined && { serverEndpoint }),
    };
  }

  /** Use that a host makes of the service's hubs; `undefined` where the host is not connected. */
  public hubsOf(host: SettingsHost): HubsOfHost | undefined {
    return this.hubs.get(host);
  }

  /** The hosts that are hub servers and read an application name, in the order in which they were connected. */
  public get hubServers(): SettingsHost[] {
    return [...this.hubs].flatMap(([host, { isServer, readsName }]) =>
      isServer && readsName && isInTree(host) ? host : [],
    );
  }

  /** Keeps what a host does with hubs of the service; whether it shares them is what was said last. */
  public keepHubs(host: SettingsHost, { settings, isServer, isShared }: HubsOfConnection): void {
    const before = this.hubs.get(host);
    const reads = settings._isConnectionString;
    this.hubs.set(host, {
      readsName: reads || (before?.readsName ?? false),
      readsNoName: !reads || (before?.readsNoName ?? false),
      isServer: isServer || (before?.isServer ?? false),
      isSecondary: settings._isSecondary && (before?.isSecondary ?? true),
      isShared: isShared ?? before?.isShared,
    });
  }

  /** Keeps the addresses of a connection for later ones. */
  public keepEndpoints(host: IAppHost, settings: ConnectionSettings, endpoints: ConnectionEndpoints): void {
    this.endpoints.set(host, (this.endpoints.get(host) ?? new Map()).set(settingKey(settings.name), endpoints));
  }
}
