import { CallerKind, Callers } from './callers';
import { APPLICATION_NAME } from '../../core/internal/setting-keys';
import { ModelResource } from '../../model/model-resource';
import { Apps } from '../apps/apps';
import { settingNamed } from '../apps/settings';
import { Value } from '../values';

/** An app or slot in which hubs of a service run. */
export interface HubServer {
  readonly host: ModelResource;
  /** The app that a slot belongs to, or else the host itself; `undefined` where it is not known. */
  readonly app?: string;
  /** Its application name, which the server SDK puts before the names of hubs; empty without one. */
  readonly applicationName?: string;
  /** The value that decides the application name, where it is not known. */
  readonly decidedBy?: string;
}

/**
 * The hub servers of a service that send clients to it, in the order of the configuration. One that calls it as a
 * secondary service is a server for the clients of others on purpose.
 */
export function hubServersOf(service: ModelResource, callers: Callers, apps: Apps): HubServer[] {
  const servers = callers
    .of(service)
    .filter(({ kind, isSecondary }) => kind === CallerKind.HUB_SERVER && !isSecondary)
    .map(({ app }) => app);
  return [...new Set(servers)].map((host) => ({
    host,
    app: appOf(host, apps),
    ...nameOf(settingNamed(host, APPLICATION_NAME)),
  }));
}

function appOf(host: ModelResource, apps: Apps): string | undefined {
  const parent = apps.parentOf(host);
  return parent ? (parent.resource?.path ?? parent.key) : host.path;
}

function nameOf(values: readonly Value[]): Pick<HubServer, 'applicationName' | 'decidedBy'> {
  const given = values.filter(({ isAbsent }) => !isAbsent);
  const unknown = given.find(({ knownText }) => knownText === undefined);
  if (unknown) return { decidedBy: unknown.decidedBy };
  return { applicationName: given.at(-1)?.knownText ?? '' };
}
