import { Question } from './question';
import { AzureCloud } from '../../../core/azure-cloud';
import { isExpression } from '../../../core/internal/expressions';

/** The names that resolve to a service, one after the other. */
export interface ServiceNames {
  /** The name that clients use. */
  readonly host: string;
  /** Domain of that name. */
  readonly domain: string;
  /** The name that public DNS leads the first one to, once the service has a private endpoint. */
  readonly alias: string;
  /** Name of the zone of the alias. */
  readonly privateZone: string;
  /** Label that both names begin with; `undefined` where only Terraform knows it. */
  readonly label?: string;
}

const CLOUDS = [AzureCloud.PUBLIC, AzureCloud.US_GOVERNMENT, AzureCloud.CHINA];
const UNKNOWN_LABEL = 'NAME';

/** The names of the service in its cloud; `undefined` for a host name of another domain. */
export function namesOf(question: Question): ServiceNames | undefined {
  const { zone } = question;
  const hostname = question.hostname?.toLowerCase();
  const cloud = hostname === undefined ? cloudOfEndpoints(question) : cloudOfHost(question, hostname);
  if (!cloud) return undefined;
  const domain = zone.hostIn(cloud);
  const privateZone = zone.nameIn(cloud);
  const given = hostname?.slice(0, -domain.length - 1);
  const label = given === undefined || isExpression(given) ? undefined : given;
  const first = label ?? UNKNOWN_LABEL;
  return { host: `${first}.${domain}`, domain, alias: `${first}.${privateZone}`, privateZone, label };
}

function cloudOfHost({ zone }: Question, hostname: string): AzureCloud | undefined {
  return CLOUDS.find((cloud) => hostname.endsWith(`.${zone.hostIn(cloud)}`));
}

/** Private endpoints lie in the cloud of their target. */
function cloudOfEndpoints({ endpoints }: Question): AzureCloud {
  const locations = endpoints.flatMap((endpoint) => endpoint.at('location').knownText ?? []);
  return locations.length > 0 ? AzureCloud.ofLocation(locations[0]) : AzureCloud.PUBLIC;
}
