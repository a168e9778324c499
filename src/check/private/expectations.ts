import { Written, WrittenExpectation } from './accept/accept-file';
import { Selection } from './selection';
import { ConnectivityData, ConnectivityPath, ReportedOrigin } from '../../connectivity/connectivity-data';
import { privateProblem, verdictProblem } from '../../connectivity/internal/expectations';
import { OriginKind } from '../../connectivity/origin-kind';
import { Verdict } from '../../connectivity/verdict';
import { Problem } from '../../core/internal/violations';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';

/** Outcome of an expectation. */
export interface ExpectationResult {
  /** Place of the expectation, as `FILE:LINE`. */
  readonly at: string;
  readonly expectation: WrittenExpectation;
  /** Problems for which it does not hold; empty where it holds. */
  readonly problems: readonly Problem[];
  /** The paths that it speaks of. */
  readonly paths: readonly ConnectivityPath[];
}

/** Facts that expectations are compared with. */
interface Judged {
  readonly connectivity: ConnectivityData;
  readonly model: TerraformModel;
  readonly resources: ReadonlyMap<string, ModelResource>;
}

const SIGNALR = 'azurerm_signalr_service';

const VERDICTS = { allowed: Verdict.ALLOWED, denied: Verdict.DENIED };

/** Holds what is found to expectations. */
export function judgeExpectations(
  expectations: readonly Written<WrittenExpectation>[],
  judged: Judged,
): ExpectationResult[] {
  return expectations.map(({ at, what }) => ({ at, expectation: what, ...judge(what, judged) }));
}

function judge(
  { expect, request, from, to = 'any' }: WrittenExpectation,
  judged: Judged,
): Pick<ExpectationResult, 'problems' | 'paths'> {
  const { connectivity } = judged;
  const origins = originsOf(from, judged);
  const services = servicesOf(to, judged);
  if (services.length === 0) {
    // Without a service nobody reaches one.
    const holds = to === 'any' && expect === 'denied';
    const named = to === 'any' ? '' : ` ${to}`;
    return holds ? { problems: [], paths: [] } : lacks(`SignalR service${named}`, connectivity.services);
  }
  if (origins.length === 0) return lacks(`place ${from}`, connectivity.origins);
  const types = request === undefined ? undefined : [request].flat();
  const results = services.flatMap((service) =>
    origins.map((origin) => {
      const all = connectivity.paths.filter((path) => path.service === service.id && path.origin === origin.id);
      const paths = types ? all.filter(({ requestType }) => types.includes(requestType)) : all;
      const problems =
        expect === 'private'
          ? [privateProblem(paths, origin.name, service.id)]
          : paths.map((path) => verdictProblem(path, origin.name, VERDICTS[expect]));
      return { paths, problems: problems.filter((problem) => problem !== undefined) };
    }),
  );
  return {
    paths: results.flatMap(({ paths }) => paths),
    problems: results.flatMap(({ problems }) => problems),
  };
}

function lacks(
  what: string,
  known: readonly { readonly name: string }[],
): Pick<ExpectationResult, 'problems' | 'paths'> {
  const names = known.map(({ name }) => name).join(', ');
  const message = `the configuration has no ${what}${names ? `; it has ${names}` : ''}`;
  return { paths: [], problems: [{ code: 'connectivity/not-in-report', message }] };
}

function originsOf(from: string, { connectivity, model, resources }: Judged): ReportedOrigin[] {
  const places = connectivity.origins.filter(({ kind }) => kind !== OriginKind.SERVICE);
  if (from === 'internet') return places.filter(({ kind }) => kind === OriginKind.INTERNET);
  const selection = new Selection(model, from);
  // An app or a subnet is more precise than the network that it is in.
  const direct = places.filter(({ id, hosts }) => [id, ...hosts].some((key) => selection.isKey(key, resources)));
  if (direct.length > 0) return direct;
  return places.filter(({ network }) => network !== undefined && selection.isKey(network, resources));
}

function servicesOf(to: string, { connectivity, model, resources }: Judged) {
  const services = connectivity.services.filter(({ type }) => type === SIGNALR);
  if (to === 'any') return services;
  const selection = new Selection(model, to);
  return services.filter(({ id, name }) => name === to || selection.isKey(id, resources));
}
