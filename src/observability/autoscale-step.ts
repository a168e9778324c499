/** Change that one step of an autoscale setting makes. */
export enum AutoscaleStep {
  /** One instance. */
  ONE_INSTANCE = 'ChangeCount',

  /** As many as it takes to the next number that the service accepts, such as from 10 to 20 units of SignalR. */
  NEXT_ALLOWED = 'ServiceAllowedNextValue',
}
