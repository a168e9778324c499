import { PUBLIC_ENDPOINT } from './judge';
import { Problem } from '../../core/internal/violations';
import { ConnectivityPath } from '../connectivity-data';
import { Verdict } from '../verdict';

/**
 * Problem where a request is not known to have a verdict.
 *
 * @param origin what the place is called that it comes from
 */
export function verdictProblem(
  { verdict, requestType, service, reason, code }: ConnectivityPath,
  origin: string,
  expected: Verdict,
): Problem | undefined {
  if (verdict === expected) return undefined;
  const message = `${requestType} from ${origin} to ${service} is ${verdict}, not ${expected}: ${reason} [${code}]`;
  return { code: expected === Verdict.ALLOWED ? 'connectivity/not-allowed' : 'connectivity/not-denied', message };
}

/**
 * Problem where a place does not reach a service through a private endpoint, and through that alone.
 *
 * @param paths all from the place to the service
 */
export function privateProblem(
  paths: readonly ConnectivityPath[],
  origin: string,
  service: string,
): Problem | undefined {
  const allowed = paths.filter(({ verdict }) => verdict === Verdict.ALLOWED);
  const wrong = allowed.find(({ via }) => via === PUBLIC_ENDPOINT);
  if (!wrong && allowed.length > 0) return undefined;
  const { reason, code, resolution } = wrong ?? decisiveOf(paths);
  const told = resolution.code ? resolution : { reason, code };
  const message = `${origin} does not reach ${service} through a private endpoint alone: ${told.reason} [${told.code}]`;
  return { code: 'connectivity/not-private', message };
}

/** The path that shows best why nothing passes: one that is not simply denied by the lists. */
function decisiveOf(paths: readonly ConnectivityPath[]): ConnectivityPath {
  return paths.find(({ code }) => code !== 'nac/denied') ?? paths[0];
}
