import { RoleAssignment, IAppHost } from '../../identity';
import { RequestType } from '../request-type';

/** An application that calls a service. */
export interface ConnectedHost {
  readonly host: IAppHost;
  /** What it asks of the service. */
  readonly requestTypes: ReadonlySet<RequestType>;
}

/** The applications that call one service, each once however often it is connected. */
export class Connections {
  private readonly byPath = new Map<string, { host: IAppHost; requestTypes: Set<RequestType> }>();
  private readonly awaited = new Map<string, Set<RoleAssignment>>();

  public get hosts(): readonly ConnectedHost[] {
    return [...this.byPath.values()];
  }

  /** Takes a host, and makes it wait for its role. */
  public add(host: IAppHost, grant: RoleAssignment, requestTypes: readonly RequestType[]): void {
    const { path } = host.node;
    const before = this.byPath.get(path)?.requestTypes ?? [];
    this.byPath.set(path, { host, requestTypes: new Set([...before, ...requestTypes]) });
    const awaited = this.awaited.get(path) ?? new Set();
    if (!awaited.has(grant)) host.executeAfter(grant.resource);
    this.awaited.set(path, awaited.add(grant));
  }
}
