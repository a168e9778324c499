import { Party } from './party';
import { Certainty } from '../../../core/internal/certainty';

/** Kind of traffic. */
export interface Traffic {
  /** Name for people. */
  readonly label: string;
  /** Its protocol, in lower case. */
  readonly protocol: string;
  /** The port that it goes to. */
  readonly port: number;
  /**
   * States whether App Service keeps it out of the subnet of an app without Route All, where it goes beyond RFC 1918.
   */
  readonly obeysRouteAll: Certainty;
}

/** Traffic from one party to another. */
export interface Flow {
  readonly traffic: Traffic;
  readonly from: Party;
  readonly to: Party;
}

/** Traffic of apps and clients to the service. */
export const HTTPS: Traffic = { label: 'HTTPS', protocol: 'tcp', port: 443, obeysRouteAll: Certainty.YES };

/**
 * Queries go over UDP. A client asks again over TCP only where an answer is cut off, which happens to none that holds one
 * alias and one address: https://www.rfc-editor.org/rfc/rfc1035#section-4.2.1
 * Azure documents Route All for what apps send, and not for the queries of the worker that they run on.
 */
export const DNS_QUERIES: Traffic = {
  label: 'DNS queries',
  protocol: 'udp',
  port: 53,
  obeysRouteAll: Certainty.maybe('whether App Service treats DNS queries so, which Azure does not document,'),
};
