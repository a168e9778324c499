import { ConnectivityData, ConnectivityPath } from '../../connectivity-data';
import { uniqueNames } from '../../internal/unique-names';

/** What the page tells of one path, in words. */
export interface PathText {
  /** `denied via public endpoint`. */
  readonly outcome: string;
  /** `ServerConnection from internet to chat`. */
  readonly call: string;
  /** The rule that decides, with its code. */
  readonly because: string;
  /** Where the name leads, step by step. */
  readonly resolution: string;
}

/** The words for each path of the data, in the order of the paths. */
export function pathTexts(data: ConnectivityData): PathText[] {
  const origins = uniqueNames(data.origins);
  const services = uniqueNames(data.services);
  return data.paths.map((path) => ({
    outcome: outcome(path),
    call: `${path.requestType} from ${origins.get(path.origin)} to ${services.get(path.service)}`,
    because: `${path.reason} (${path.code})`,
    resolution: `${path.resolution.kind}: ${path.resolution.chain.join(' → ')}`,
  }));
}

function outcome({ verdict, via }: ConnectivityPath): string {
  return via ? `${verdict} via ${via}` : verdict;
}
