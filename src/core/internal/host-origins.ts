import { IConstruct } from 'constructs';
import { isInTree } from './registry';

const originsOfHosts = new WeakMap<IConstruct, HostOrigins>();

/** The origins of the pages of one host under names of its own, and the services that its pages call. */
export class HostOrigins {
  /** The origins of a host, for every caller. */
  public static of(host: IConstruct): HostOrigins {
    const origins = originsOfHosts.get(host) ?? new HostOrigins();
    originsOfHosts.set(host, origins);
    return origins;
  }

  private readonly known: (readonly [name: IConstruct, origin: string])[] = [];
  private readonly followers: ((origin: string) => void)[] = [];

  /** Adds the origin of a host name, also for the services that are connected already. */
  public add(name: IConstruct, origin: string): void {
    this.known.push([name, origin]);
    this.followers.forEach((follow) => follow(origin));
  }

  /** Hands over the origins that there are, and each that comes. */
  public follow(follower: (origin: string) => void): void {
    this.followers.push(follower);
    this.known.filter(([name]) => isInTree(name)).forEach(([, origin]) => follower(origin));
  }
}
