import { LinkKind } from './link-kind';
import { AzureCloud } from '../../core/azure-cloud';
import { PrivateLinkZone } from '../../dns/values/private-link-zone';

const CLOUDS = [AzureCloud.PUBLIC, AzureCloud.US_GOVERNMENT, AzureCloud.CHINA];

const ZONES: Readonly<Record<string, PrivateLinkZone>> = {
  signalr: PrivateLinkZone.SIGNALR,
  sites: PrivateLinkZone.SITES,
  vault: PrivateLinkZone.KEY_VAULT,
  blob: PrivateLinkZone.STORAGE_BLOB,
  file: PrivateLinkZone.STORAGE_FILE,
  queue: PrivateLinkZone.STORAGE_QUEUE,
  table: PrivateLinkZone.STORAGE_TABLE,
  web: PrivateLinkZone.STORAGE_WEB,
  dfs: PrivateLinkZone.STORAGE_DFS,
};

/** Zones of services whose subresources have names that others have too, such as `Table` of a Cosmos DB account. */
const ZONES_BY_KIND = new Map<LinkKind, Readonly<Record<string, PrivateLinkZone>>>([
  [LinkKind.SQL_SERVER, { sqlserver: PrivateLinkZone.SQL_DATABASE }],
  [LinkKind.COSMOS_DB, { sql: PrivateLinkZone.COSMOS_DB }],
  [LinkKind.REDIS_CACHE, { rediscache: PrivateLinkZone.REDIS_CACHE }],
  [LinkKind.APP_CONFIGURATION, { configurationstores: PrivateLinkZone.APP_CONFIGURATION }],
  [LinkKind.EVENT_HUBS, { namespace: PrivateLinkZone.SERVICE_BUS }],
  [LinkKind.SERVICE_BUS, { namespace: PrivateLinkZone.SERVICE_BUS }],
  [LinkKind.CONTAINER_REGISTRY, { registry: PrivateLinkZone.CONTAINER_REGISTRY }],
]);

const SECONDARY = /_secondary$/i;

/** The zones of SignalR and of what it works with, whose names rules judge. */
export const PRIVATE_LINK_ZONES = Object.values(ZONES);

/**
 * The zone in which a subresource is looked up: for slots that of the app, for copies of an account that of the
 * account.
 */
export function zoneOfSubresource(kind: LinkKind, subresource: string): PrivateLinkZone | undefined {
  const name = subresource.toLowerCase();
  return (ZONES_BY_KIND.get(kind) ?? ZONES)[name.replace(/^sites-.*/, 'sites').replace(SECONDARY, '')];
}

/** Returns the suffix of a resource's name in its host names, such as `-staging` for a slot; empty for most. */
export function hostSuffixOf(subresource: string): string {
  const slot = /^sites(-.*)$/i.exec(subresource)?.[1];
  return slot ?? (SECONDARY.test(subresource) ? '-secondary' : '');
}

/** The names of a zone in those of some clouds that it is in. */
export function zoneNamesIn(zone: PrivateLinkZone, clouds: readonly AzureCloud[]): string[] {
  return clouds.flatMap((cloud) => zone._nameIn(cloud) ?? []);
}

/** The domains of a zone's host names in those of some clouds that it is in. */
export function hostDomainsIn(zone: PrivateLinkZone, clouds: readonly AzureCloud[]): string[] {
  return clouds.flatMap((cloud) => zone._hostIn(cloud) ?? []);
}

/** The clouds that a location may be in: one where it is known. */
export function cloudsOf(location: string | undefined): readonly AzureCloud[] {
  return location === undefined ? CLOUDS : [AzureCloud.ofLocation(location)];
}
