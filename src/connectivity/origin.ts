import { IConstruct } from 'constructs';
import { ReportedOrigin } from './connectivity-data';

/** Names a place that requests come from, for the assertions of a report. */
export class Origin {
  /** Everybody on the internet. */
  public static internet(): Origin {
    return new Origin('internet', ({ id }) => (id === 'internet' ? 0 : undefined));
  }

  /**
   * The place of a construct: an app or a subnet, a private endpoint for the network that it is in, or the inbound
   * endpoint of a DNS resolver for on-premises networks.
   */
  public static of(construct: IConstruct): Origin {
    const { path } = construct.node;
    return new Origin(path, ({ id, hosts }) => nearest(path, [id, ...hosts]));
  }

  /** The place with an id in Azure, such as that of an existing subnet. */
  public static id(id: string): Origin {
    return new Origin(id, (origin) => (origin.id === id.toLowerCase() ? 0 : undefined));
  }

  private constructor(
    /** What the place is called in messages. */
    public readonly name: string,
    private readonly distanceTo: (origin: ReportedOrigin) => number | undefined,
  ) {}

  /**
   * The place that is meant: a construct may hold others, such as an app its slots, and the nearest is meant.
   *
   * @internal
   */
  public _among(origins: readonly ReportedOrigin[]): ReportedOrigin | undefined {
    let best: ReportedOrigin | undefined;
    let least = Infinity;
    for (const origin of origins) {
      const distance = this.distanceTo(origin) ?? Infinity;
      if (distance < least) [best, least] = [origin, distance];
    }
    return best;
  }
}

/** How far below a path the nearest of some others is. */
function nearest(path: string, others: readonly string[]): number | undefined {
  const distances = others
    .filter((other) => other === path || other.startsWith(`${path}/`))
    .map((other) => other.length - path.length);
  return distances.length > 0 ? Math.min(...distances) : undefined;
}
