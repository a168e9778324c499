import { Role } from '../identity';

/** How a principal that watches a service is let in. */
export interface MonitorOptions {
  /**
   * The role that the principal is granted on the service.
   *
   * @default Role.SIGNALR_REST_API_READER
   */
  readonly role?: Role;
}
