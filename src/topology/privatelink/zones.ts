import { AzureCloud } from '../../core/azure-cloud';
import { PrivateLinkZone } from '../../dns/private-link-zone';

const CLOUDS = [AzureCloud.PUBLIC, AzureCloud.US_GOVERNMENT, AzureCloud.CHINA];

const ZONES: Readonly<Record<string, PrivateLinkZone>> = {
  signalr: PrivateLinkZone.SIGNALR,
  sites: PrivateLinkZone.SITES,
  vault: PrivateLinkZone.KEY_VAULT,
  blob: PrivateLinkZone.STORAGE_BLOB,
  file: PrivateLinkZone.STORAGE_FILE,
  queue: PrivateLinkZone.STORAGE_QUEUE,
  table: PrivateLinkZone.STORAGE_TABLE,
};

/** The zones of all services that the rules know. */
export const PRIVATE_LINK_ZONES = Object.values(ZONES);

/** The zone in which a sub-resource is looked up; that of a slot is that of its app. */
export function zoneOfSubresource(name: string): PrivateLinkZone | undefined {
  return ZONES[name.toLowerCase().replace(/^sites-.*/, 'sites')];
}

/** The clouds that a location may be in: one where it is known. */
export function cloudsOf(location: string | undefined): readonly AzureCloud[] {
  return location === undefined ? CLOUDS : [AzureCloud.ofLocation(location)];
}
