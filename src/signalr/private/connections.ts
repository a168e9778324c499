import { IAppHost, RoleAssignment } from '../../identity';
import { ConnectionEndpoints, ConnectionSettings } from '../connection-settings';

/** The applications that call one service; each waits for each of its roles once, however often it is connected. */
export class Connections {
  private readonly awaited = new Map<string, Set<RoleAssignment>>();
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
    const before = this.endpoints.get(`${host.node.path} ${settings.name}`);
    const clientEndpoint = given.clientEndpoint ?? before?.clientEndpoint;
    const serverEndpoint = given.serverEndpoint ?? before?.serverEndpoint;
    return {
      ...(clientEndpoint !== undefined && { clientEndpoint }),
      ...(serverEndpoint !== undefined && { serverEndpoint }),
    };
  }

  /** Keeps the addresses of a connection for later ones. */
  public keepEndpoints(host: IAppHost, settings: ConnectionSettings, endpoints: ConnectionEndpoints): void {
    this.endpoints.set(`${host.node.path} ${settings.name}`, endpoints);
  }
}
