import { IAppHost, RoleAssignment } from '../../identity';

/** The applications that call one service; each waits for each of its roles once, however often it is connected. */
export class Connections {
  private readonly awaited = new Map<string, Set<RoleAssignment>>();

  /** Makes a host wait for its role. */
  public add(host: IAppHost, grant: RoleAssignment): void {
    const { path } = host.node;
    const awaited = this.awaited.get(path) ?? new Set();
    if (!awaited.has(grant)) host.executeAfter(grant.resource);
    this.awaited.set(path, awaited.add(grant));
  }
}
