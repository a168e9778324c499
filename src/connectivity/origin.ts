import { IConstruct } from 'constructs';
import { ReportedOrigin } from './connectivity-data';
import { blockKeyOf, isKeyOf } from './private/keys';
import { checkInput } from '../core/internal/input/check-input';

/** Names a place that requests come from, for the assertions of a report. */
export class Origin {
  /** Any client on the internet. */
  public static internet(): Origin {
    return new Origin('internet', ({ id }) => id === 'internet');
  }

  /**
   * The place of a construct: an app, an application gateway or a subnet, a private endpoint for the network that it is in, or the inbound
   * endpoint of a DNS resolver for on-premises networks. A construct that merely holds some of these is not a place.
   */
  public static of(construct: IConstruct): Origin {
    checkInput('connectivity.Origin.of', arguments);
    const { path } = construct.node;
    const block = blockKeyOf(construct);
    return new Origin(path, ({ id, hosts }) => id === block || [id, ...hosts].some((key) => isKeyOf(key, path)));
  }

  /** The place with an id in Azure, such as that of an existing subnet. */
  public static id(id: string): Origin {
    checkInput('connectivity.Origin.id', arguments);
    return new Origin(id, (origin) => origin.id === id.toLowerCase());
  }

  private constructor(
    /** Name of the place in messages. */
    public readonly name: string,
    private readonly isMeant: (origin: ReportedOrigin) => boolean,
  ) {}

  /** @internal */
  public _among(origins: readonly ReportedOrigin[]): ReportedOrigin | undefined {
    return origins.find(this.isMeant);
  }
}
