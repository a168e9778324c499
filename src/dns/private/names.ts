import { isKnown, Problem } from '../../core/internal/violations';

/** Problems with the name of a zone. */
export function zoneNameProblems(zoneName: string): Problem[] {
  return problemsUnless(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, zoneName);
}

/** Problems with the name of an existing zone, which may have capitals and underscores. */
export function existingZoneNameProblems(zoneName: string): Problem[] {
  return problemsUnless(/^[\w-]+(\.[\w-]+)+$/, zoneName);
}

function problemsUnless(form: RegExp, zoneName: string): Problem[] {
  if (!isKnown(zoneName) || form.test(zoneName)) return [];
  const message = `"${zoneName}" is not a zone name; use one such as privatelink.service.signalr.net`;
  return [{ code: 'dns/zone-name', message }];
}
