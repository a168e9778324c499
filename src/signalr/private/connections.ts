import { IConstruct } from 'constructs';
import { settingKey } from '../../core/internal/setting-keys';
import { IAppHost, RoleAssignment } from '../../identity';
import { ConnectionEndpoints, ConnectionSettings } from '../connection-settings';

/** What a host does with hubs of a service. */
export interface HubsOfHost {
  readonly host: IConstruct;
  /** Whether something in the host reads an application name. */
  readonly readsName: boolean;
  /** Whether something in the host reads none, as the bindings of Azure Functions. */
  readonly readsNoName: boolean;
  readonly isShared: boolean;
}

/** The applications that call one service; each waits for each of its roles once, however often it is connected. */
export class Connections {
  private readonly awaited = new Map<string, Set<RoleAssignment>>();
  private readonly hubs = new Map<string, HubsOfHost>();
  private readonly endpoints = new Map<string, ConnectionEndpoints>();

  /** Makes a host wait for its role. */
  public add(host: IAppHost, grant: RoleAssignment): void {
    const { path } = host.node;
    const awaited = this.awaited.get(path) ?? new Set();
    if (!awaited.has(grant)) host.executeAfter(grant.resource);
    this.awaited.set(path, awaited.add(grant));
  }

  /** The addresses of a connection: those that are given, and of an earlier connection in the same settings the rest. */
  public endpointsOf(host: IAppHost, settings: ConnectionSettings, given: ConnectionEndpoints): ConnectionEndpoints {
    const before = this.endpoints.get(keyOf(host, settings));
    const clientEndpoint = given.clientEndpoint ?? before?.clientEndpoint;
    const serverEndpoint = given.serverEndpoint ?? before?.serverEndpoint;
    return {
      ...(clientEndpoint !== undefined && { clientEndpoint }),
      ...(serverEndpoint !== undefined && { serverEndpoint }),
    };
  }

  /** What a host does with hubs of the service; `undefined` where it is not connected. */
  public hubsOf(host: IConstruct): HubsOfHost | undefined {
    const hubs = this.hubs.get(host.node.path);
    // A host that was removed may have left its connection to another one of its path.
    return hubs?.host === host ? hubs : undefined;
  }

  /** Keeps what a host does with hubs of the service; whether it shares them is what was said last. */
  public keepHubs(host: IConstruct, settings: ConnectionSettings, isShared: boolean | undefined): void {
    const before = this.hubsOf(host);
    const reads = settings._isConnectionString;
    this.hubs.set(host.node.path, {
      host,
      readsName: reads || (before?.readsName ?? false),
      readsNoName: !reads || (before?.readsNoName ?? false),
      isShared: isShared ?? before?.isShared ?? false,
    });
  }

  /** Keeps the addresses of a connection for later ones. */
  public keepEndpoints(host: IAppHost, settings: ConnectionSettings, endpoints: ConnectionEndpoints): void {
    this.endpoints.set(keyOf(host, settings), endpoints);
  }
}

function keyOf({ node }: IConstruct, { name }: ConnectionSettings): string {
  return `${node.path} ${settingKey(name)}`;
}
