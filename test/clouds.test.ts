import { read } from './support/markdown';
import { AzureCloud } from '../src/core/azure-cloud';
import { LOCATIONS } from '../src/core/internal/locations';
import { PrivateLinkZone } from '../src/dns/private-link-zone';

const PAGE = read('docs/how-to/clouds.md');
const CLOUDS = [AzureCloud.PUBLIC, AzureCloud.US_GOVERNMENT, AzureCloud.CHINA];

/** The code in the cells of a row that begins with a text. */
const rowOf = (start: string) =>
  PAGE.split('\n')
    .find((line) => line.startsWith(`| ${start} |`))!
    .split('|')
    .slice(2, -1)
    .map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code));

test.each([
  ['SignalR', PrivateLinkZone.SIGNALR],
  ['App Service', PrivateLinkZone.SITES],
  ['Key Vault', PrivateLinkZone.KEY_VAULT],
  ['blobs', PrivateLinkZone.STORAGE_BLOB],
])('the page on clouds has the names of %s in each', (service, zone) => {
  expect(rowOf(`${service}, hosts`)).toEqual(CLOUDS.map((cloud) => [zone.hostIn(cloud)]));
  expect(rowOf(`${service}, zone`)).toEqual(CLOUDS.map((cloud) => [zone.nameIn(cloud)]));
});

test('the page on clouds has all locations of both', () => {
  const [, government, china] = CLOUDS.map((cloud) =>
    [...LOCATIONS].filter((location) => AzureCloud.ofLocation(location) === cloud).sort(),
  );
  expect(rowOf('`location`').map((cell) => cell.sort())).toEqual([government, china]);
});
