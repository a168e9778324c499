import { ResourceLookup } from '../core';

/** Look-up of an existing SignalR service. */
export interface SignalRServiceLookup extends ResourceLookup {
  /** Name of the service. */
  readonly name: string;
}
