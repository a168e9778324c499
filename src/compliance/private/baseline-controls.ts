import { APP_SERVICE_CONTROLS } from './app-service-controls';
import { BaselineControl } from './baseline-control';
import { SIGNALR_CONTROLS } from './signalr-controls';

/** Every feature of the security baselines of both services, in their order. */
export const BASELINE_CONTROLS: readonly BaselineControl[] = [...SIGNALR_CONTROLS, ...APP_SERVICE_CONTROLS];
