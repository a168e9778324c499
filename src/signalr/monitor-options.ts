import { Role } from '../identity';

/** Options for the access of a principal that watches a service. */
export interface MonitorOptions {
  /**
   * The role that the principal is granted on the service.
   *
   * @default Role.SIGNALR_REST_API_READER
   */
  readonly role?: Role;
}
