import { ConnectivityData } from '../../connectivity-data';

/** The data as JSON for other programs. */
export function renderJson(data: ConnectivityData): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
