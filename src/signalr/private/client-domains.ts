import { IConstruct } from 'constructs';
import { isInTree, keyOf, registry } from '../../core/internal/registry';

interface Domain extends IConstruct {
  readonly domainName: string;
}

/** The domains of one service, and the connections that send their clients to the first of them. */
export class ClientDomains {
  /** The domains of a service, which all constructs that stand for it share. */
  public static of(scope: IConstruct, serviceId: string): ClientDomains {
    const all = registry<ClientDomains>(scope, 'domains of SignalR services');
    const domains = all.get(keyOf(serviceId)) ?? new ClientDomains();
    all.set(keyOf(serviceId), domains);
    return domains;
  }

  private readonly known: Domain[] = [];
  private readonly connections: (() => void)[] = [];

  /**
   * Address by which clients call the service under its domain. It is text, so that an app waits for no domain: a
   * domain may wait for the approval of a link to that very app.
   */
  public get endpoint(): string | undefined {
    const domain = this.known.find(isInTree);
    return domain && `https://${domain.domainName}`;
  }

  /** Adds a domain, and connects again what is connected already. */
  public add(domain: Domain): void {
    this.known.push(domain);
    this.connections.forEach((connect) => connect());
  }

  /** Connects now, and again after each new domain. */
  public connect(connect: () => void): void {
    this.connections.push(connect);
    connect();
  }
}
