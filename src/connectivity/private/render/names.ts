import { shortNames } from './text';
import { ConnectivityData } from '../../connectivity-data';
import { uniqueNames } from '../../internal/unique-names';
import { OriginKind } from '../../origin-kind';

const PREFIX = /^private endpoint /;

/**
 * Names of the places that requests come from. A private endpoint stands for all callers that have no place of their
 * own.
 */
export function originNames({ origins }: ConnectivityData): Map<string, string> {
  return uniqueNames(
    origins.map(({ id, kind, name }) =>
      kind === OriginKind.PRIVATE_ENDPOINT
        ? { id, name: `anything else that reaches the endpoint ${name.replace(PREFIX, '')}` }
        : { id, name },
    ),
  );
}

/** Names of the ways to services: private endpoints by their names in Azure, others by the end of their path. */
export function wayNames({ origins, paths, services }: ConnectivityData): (key: string) => string {
  const endpoints = origins.filter(({ kind }) => kind === OriginKind.PRIVATE_ENDPOINT);
  const known = uniqueNames(endpoints.map(({ id, name }) => ({ id, name: name.replace(PREFIX, '') })));
  const short = shortNames([
    ...paths.flatMap(({ via, resolution }) => [via, resolution.privateEndpoint ?? '']),
    ...services.flatMap(({ privateEndpoints }) => privateEndpoints),
  ]);
  return (key) => known.get(key) ?? short(key);
}
