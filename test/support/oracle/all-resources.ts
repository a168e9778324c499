import { Estate } from './estate';
import { RawResource } from './terraform';
import { appResources } from './terraform-apps';
import { dnsResources } from './terraform-dns';
import { networkResources } from './terraform-networks';

/** Every resource of an estate, each under the key that the estate gives it. */
export function resourcesOf(estate: Estate): RawResource[] {
  return [...networkResources(estate), ...dnsResources(estate), ...appResources(estate)];
}

/** The variables that decide how often something is there. */
export function variablesOf(estate: Estate): { name: string; type: string }[] {
  const text = JSON.stringify(estate);
  const named = (kind: string) => [...text.matchAll(new RegExp(`"${kind}":"(\\w+)"`, 'g'))].map(([, name]) => name);
  return [
    ...[...new Set(named('countOf'))].map((name) => ({ name, type: 'number' })),
    ...[...new Set(named('forEachOf'))].map((name) => ({ name, type: 'set(string)' })),
  ];
}
