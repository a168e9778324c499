import { ResourceLookup } from '../core';

/** How to find an existing SignalR service. */
export interface SignalRServiceLookup extends ResourceLookup {
  /** Name of the service. */
  readonly name: string;
}
