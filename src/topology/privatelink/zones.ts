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

const SECONDARY = /_secondary$/i;

/** The zones of all services that the rules know. */
export const PRIVATE_LINK_ZONES = Object.values(ZONES);

/** The zone in which a sub-resource is looked up: for slots that of the app, for copies of an account that of the account. */
export function zoneOfSubresource(name: string): PrivateLinkZone | undefined {
  return ZONES[
    name
      .toLowerCase()
      .replace(/^sites-.*/, 'sites')
      .replace(SECONDARY, '')
  ];
}

/** What host names have behind the name of the resource, such as `-staging` for a slot; nothing for most. */
export function hostSuffixOf(subresource: string): string {
  const slot = /^sites(-.*)$/i.exec(subresource)?.[1];
  return slot ?? (SECONDARY.test(subresource) ? '-secondary' : '');
}

/** The clouds that a location may be in: one where it is known. */
export function cloudsOf(location: string | undefined): readonly AzureCloud[] {
  return location === undefined ? CLOUDS : [AzureCloud.ofLocation(location)];
}
