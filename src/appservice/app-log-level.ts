/** The least severe messages that an app logs. */
export enum AppLogLevel {
  /** No messages of the app. */
  OFF = 'Off',

  /** Errors. */
  ERROR = 'Error',

  /** Warnings, and errors. */
  WARNING = 'Warning',

  /** Information, and what is more severe. */
  INFORMATION = 'Information',

  /** Everything. */
  VERBOSE = 'Verbose',
}
