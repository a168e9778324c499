import { isKnown, Problem } from '../../core/private/violations';

/** What Azure would refuse in the name of a resource. */
export function nameProblems(code: string, what: string, name: string): Problem[] {
  if (!isKnown(name) || /^[a-zA-Z0-9]([\w.-]{0,78}\w)?$/.test(name)) return [];
  const message = `"${name}" is not ${what} name; use 1 to 80 letters, digits, dashes, underscores or periods`;
  return [{ code, message }];
}

/** What is wrong with the name of a zone. */
export function zoneNameProblems(zoneName: string): Problem[] {
  if (!isKnown(zoneName) || /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(zoneName)) return [];
  const message = `"${zoneName}" is not a zone name; use one as privatelink.service.signalr.net`;
  return [{ code: 'dns/zone-name', message }];
}
