import { PrivateLinkZone } from '../../../../dns/values/private-link-zone';
import { cloudsOf, PRIVATE_LINK_ZONES } from '../../../../topology/privatelink/zones';
import { ControlBaseline } from '../../../control-status';

/** Parts of names by which a misspelt zone shows what it is meant for; that of storage is part of other zones too. */
const HINTS: readonly (readonly [string, PrivateLinkZone])[] = [
  ['signalr', PrivateLinkZone.SIGNALR],
  ['azurewebsites', PrivateLinkZone.SITES],
  ['chinacloudsites', PrivateLinkZone.SITES],
  ['vault', PrivateLinkZone.KEY_VAULT],
];

/** The zone that a name is, or is meant to be; `undefined` for zones of other things. */
export function zoneMeantBy(name: string): PrivateLinkZone | undefined {
  const bare = name.replace(/^privatelink\./, '');
  const clouds = cloudsOf(undefined);
  const known = PRIVATE_LINK_ZONES.find((zone) =>
    clouds.some((cloud) => zone.hostIn(cloud) === bare || zone.nameIn(cloud) === name),
  );
  if (known || bare === name) return known;
  return HINTS.find(([hint]) => bare.includes(hint))?.[1];
}

/** The baselines that a zone belongs to: that of the service whose names it holds, or all where it has no known name. */
export function baselinesOfZone(name: string | undefined): readonly ControlBaseline[] {
  if (name === undefined) return Object.values(ControlBaseline);
  const zone = zoneMeantBy(name.toLowerCase());
  if (zone === PrivateLinkZone.SIGNALR) return [ControlBaseline.SIGNALR_SERVICE];
  return zone === PrivateLinkZone.SITES ? [ControlBaseline.APP_SERVICE] : [];
}
