import { TerraformStack } from 'cdktf';
import { Estate, OriginOf, originsOf, REQUEST_TYPES, RequestTypeName } from './estate';
import { follow, followUpstream, Outcome, verdictOf } from './walker';
import { Seen } from './worlds';
import { ConnectivityPath, ConnectivityReport, Origin, Verdict } from '../../../src/connectivity';
import { RequestType } from '../../../src/signalr';

/** How the verdict of the library stands to that of the oracle. */
export type Agreement =
  | 'same'
  /** Azure would refuse the estate in every world. */
  | 'not deployable'
  /** The library leaves open what the estate leaves open. */
  | 'unknown, untold'
  /** The library leaves open what comes out the same in every world. */
  | 'unknown, all worlds agree'
  /** The library leaves open what the estate decides in a way that only careful readers see. */
  | 'unknown, subtle'
  | 'unknown though decided'
  | 'wrong';

/** One question, with both answers. */
export interface Comparison {
  readonly origin: OriginOf | { readonly kind: 'service' };
  readonly type: RequestTypeName | 'Upstream';
  readonly oracle: Seen<Outcome>;
  readonly library: Pick<ConnectivityPath, 'verdict' | 'reason' | 'code'>;
  readonly agreement: Agreement;
}

/** Whether the library is wrong, or leaves open what the estate decides. */
export function isFault({ agreement }: Comparison): boolean {
  return agreement === 'wrong' || agreement === 'unknown though decided';
}

/** Both answers to every question that an estate raises. */
export function compare(estate: Estate, stack: TerraformStack): Comparison[] {
  const report = ConnectivityReport.of(stack);
  const isOurs = (origin: OriginOf) => origin.kind !== 'endpoint' || isAsked(estate, origin.key, report, stack);
  const requests = originsOf(estate)
    .filter(isOurs)
    .flatMap((origin) =>
      REQUEST_TYPES.map((type) => {
        const oracle = follow(estate, origin, type);
        const library = ask(report, stack, estate, origin, type);
        return { origin, type, oracle, library, agreement: agreementOf(oracle, library) };
      }),
    );
  return [...requests, ...compareUpstream(estate, stack, report)];
}

/** What the report says of the service's calls to its upstream. */
function compareUpstream(estate: Estate, stack: TerraformStack, report: ConnectivityReport): Comparison[] {
  if (!estate.service.upstream) return [];
  const target = stack.node.findChild(estate.service.upstream.to).node.path;
  const path = report.data.paths.find(({ requestType, service }) => requestType === 'Upstream' && service === target);
  const none = { verdict: 'none' as Verdict, reason: 'no path to the upstream', code: 'none' };
  const library = path ?? report.data.paths.find(({ requestType }) => requestType === 'Upstream') ?? none;
  const oracle = followUpstream(estate);
  return [{ origin: { kind: 'service' }, type: 'Upstream', oracle, library, agreement: agreementOf(oracle, library) }];
}

/** Whether the report has an endpoint as an origin: one that is not there, or of another service, it need not have. */
function isAsked(estate: Estate, key: string, report: ConnectivityReport, stack: TerraformStack): boolean {
  const { repeat, service } = estate.endpoints.find((endpoint) => endpoint.key === key)!;
  if (!repeat && 'key' in service) return true;
  const paths = report.data.paths.filter(({ origin }) => origin === stack.node.findChild(key).node.path);
  const chat = stack.node.findChild(estate.service.key).node.path;
  return paths.some((path) => path.service === chat) && !(repeat && 'count' in repeat && repeat.count === 0);
}

function ask(
  report: ConnectivityReport,
  stack: TerraformStack,
  estate: Estate,
  origin: OriginOf,
  type: RequestTypeName,
): Comparison['library'] {
  const place = origin.kind === 'internet' ? Origin.internet() : Origin.of(stack.node.findChild(origin.key));
  try {
    return report.path(place, stack.node.findChild(estate.service.key), type as RequestType);
  } catch (error) {
    return { verdict: 'none' as Verdict, reason: (error as Error).message, code: 'thrown' };
  }
}

function agreementOf(oracle: Seen<Outcome>, { verdict, reason }: Comparison['library']): Agreement {
  const expected = verdictOf(oracle);
  if (oracle.results.length === 0) return 'not deployable';
  if (verdict === Verdict.UNKNOWN && reason !== '') {
    if (expected === undefined) return 'unknown, untold';
    if (oracle.untold.length > 0) return 'unknown, all worlds agree';
    return oracle.subtle.length > 0 ? 'unknown, subtle' : 'unknown though decided';
  }
  return verdict.toString() === expected ? 'same' : 'wrong';
}
