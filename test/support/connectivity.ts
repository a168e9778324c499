import { IConstruct } from 'constructs';
import { ConnectivityReport, OriginKind, ResolutionKind, Verdict } from '../../src/connectivity';
import { RequestType } from '../../src/signalr';

const SIGNS = { [Verdict.ALLOWED]: '+', [Verdict.DENIED]: '-', [Verdict.UNKNOWN]: '?' };
const ORDER: string[] = [
  RequestType.CLIENT_CONNECTION,
  RequestType.SERVER_CONNECTION,
  RequestType.REST_API,
  RequestType.TRACE,
];
const RESOLUTIONS = {
  [ResolutionKind.PUBLIC]: 'public',
  [ResolutionKind.PRIVATE]: 'private',
  [ResolutionKind.NXDOMAIN]: 'NXDOMAIN',
  [ResolutionKind.UNANSWERED]: 'unanswered',
  [ResolutionKind.UNKNOWN]: 'unknown',
};

/**
 * One line for each service and origin: what the name resolves to, and the verdicts for client, server, REST and trace,
 * such as `subnet private - + + -`; with the name of the service where there are several.
 */
export function verdicts(scope: IConstruct): string[] {
  const { services, origins, paths } = ConnectivityReport.of(scope).data;
  const signalr = services.filter(({ type }) => type === 'azurerm_signalr_service');
  return signalr.flatMap(({ id, name }) =>
    origins.flatMap((origin) => {
      const ofOrigin = paths.filter((path) => path.service === id && path.origin === origin.id);
      if (origin.kind === OriginKind.SERVICE || ofOrigin.length === 0) return [];
      const signs = ORDER.map((type) => SIGNS[ofOrigin.find(({ requestType }) => requestType === type)!.verdict]);
      const line = `${origin.kind} ${RESOLUTIONS[ofOrigin[0].resolution.kind]} ${signs.join(' ')}`;
      return signalr.length > 1 ? `${name}: ${line}` : line;
    }),
  );
}

/** The codes of all paths from an origin of a kind, by request type. */
export function codes(scope: IConstruct, kind: OriginKind): Record<string, string> {
  const { origins, paths } = ConnectivityReport.of(scope).data;
  const ids = origins.filter((origin) => origin.kind === kind).map(({ id }) => id);
  return Object.fromEntries(
    paths.filter(({ origin }) => ids.includes(origin)).map(({ requestType, code }) => [requestType, code]),
  );
}
