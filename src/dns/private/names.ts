import { isKnown, Problem } from '../../core/private/violations';

/** What is wrong with the name of a zone. */
export function zoneNameProblems(zoneName: string): Problem[] {
  if (!isKnown(zoneName) || /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(zoneName)) return [];
  const message = `"${zoneName}" is not a zone name; use one as privatelink.service.signalr.net`;
  return [{ code: 'dns/zone-name', message }];
}
