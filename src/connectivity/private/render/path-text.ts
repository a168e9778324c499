import { originNames, wayNames } from './names';
import { ConnectivityData } from '../../connectivity-data';
import { uniqueNames } from '../../internal/unique-names';

/** Texts of the page on one path. */
export interface PathText {
  /** `denied via public endpoint`. */
  readonly outcome: string;
  /** `ServerConnection from internet to chat`. */
  readonly call: string;
  /** The rule that decides, with its code. */
  readonly because: string;
  /** Steps from the name to its answer. */
  readonly resolution: string;
}

/** The words for each path of the data, in the order of the paths. */
export function pathTexts(data: ConnectivityData): PathText[] {
  const origins = originNames(data);
  const services = uniqueNames(data.services);
  const wayName = wayNames(data);
  return data.paths.map(({ verdict, via, requestType, origin, service, reason, code, resolution }) => ({
    outcome: via ? `${verdict} via ${wayName(via)}` : verdict,
    call: `${requestType} from ${origins.get(origin)} to ${services.get(service)}`,
    because: `${reason} (${code})`,
    resolution: `${resolution.kind}: ${resolution.chain.join(' → ')}`,
  }));
}
