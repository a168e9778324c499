import { ALERTS } from './alerts';
import { APPS } from './apps';
import { AUTOSCALE } from './autoscale';
import { COMPLIANCE } from './compliance';
import { CONNECTIVITY } from './connectivity';
import { CORE } from './core';
import { DNS } from './dns';
import { EVIDENCE } from './evidence';
import { IDENTITY } from './identity';
import { LOCKS } from './locks';
import { LOGS } from './logs';
import { NETWORK_ACCESS } from './network-access';
import { NETWORKS } from './networks';
import { POLICIES } from './policies';
import { PRIVATE_LINK } from './private-link';
import type { CodeRow } from './row';
import { SIGNALR } from './signalr';
import { STORAGE_AND_VAULTS } from './storage-and-vaults';
import { documents } from '../documents';

/** Every code that the library raises, under its heading in docs/errors.md, in the order of that page. */
export const CODES = {
  Alerts: ALERTS,
  'Apps and plans': APPS,
  Autoscale: AUTOSCALE,
  Compliance: COMPLIANCE,
  Connectivity: CONNECTIVITY,
  'Core: names, regions, tags': CORE,
  DNS: DNS,
  Evidence: EVIDENCE,
  'Identities and roles': IDENTITY,
  Locks: LOCKS,
  Logs: LOGS,
  'Network access control of the service': NETWORK_ACCESS,
  Networks: NETWORKS,
  Policies: POLICIES,
  'Private endpoints and links': PRIVATE_LINK,
  'SignalR services': SIGNALR,
  'Storage and vaults': STORAGE_AND_VAULTS,
};

type Heading = keyof typeof CODES;

/** A code of the table; another one does not compile. */
export type Code = { [Each in Heading]: keyof (typeof CODES)[Each] }[Heading];

/** Texts of a code in the table. */
export interface CodeText {
  readonly row: CodeRow;
  /** Address of the heading that the code stands under. */
  readonly readOn: string;
}

/** The text of a code; `undefined` for other texts. */
export function codeText(code: string): CodeText | undefined {
  for (const [heading, rows] of Object.entries<Readonly<Record<string, CodeRow>>>(CODES)) {
    if (Object.prototype.hasOwnProperty.call(rows, code)) {
      return { row: rows[code], readOn: `${documents()}/errors.md#${anchorOf(heading)}` };
    }
  }
  return undefined;
}

/** The anchor that GitHub gives a heading. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replace(/ /g, '-');
}
