/** Options for sending the logs of a resource. */
export interface SendLogsOptions {
  /**
   * Name of the diagnostic setting: 1 to 260 characters, none of `< > * % & : \ ? + /`.
   *
   * @default 'logs'
   */
  readonly name?: string;
}
