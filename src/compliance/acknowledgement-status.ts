import { Acknowledgement } from './acknowledgement';

/** State of an acknowledgement. */
export enum AcknowledgementState {
  /** It accepts at least one finding. */
  USED = 'used',

  /** There is nothing that it accepts; it can be removed. */
  UNUSED = 'unused',

  /** Its last day has passed; what it accepted counts again. */
  EXPIRED = 'expired',
}

/** An acknowledgement and what it accepts. */
export interface AcknowledgementStatus extends Acknowledgement {
  /** Path of the construct that it covers, with all below it; empty for the app. */
  readonly path: string;

  /** State of the acknowledgement. */
  readonly state: AcknowledgementState;

  /** Number of findings that the acknowledgement names, accepted or expired. */
  readonly findings: number;
}
