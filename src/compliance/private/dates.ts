/** The current day in UTC. */
export function currentDay(): string {
  return new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** Reports whether a text is a day of the calendar, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // JavaScript takes 2026-02-30 as the 2nd of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
