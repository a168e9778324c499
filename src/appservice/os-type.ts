/** Operating system of a service plan's workers. */
export enum OsType {
  /** Linux. */
  LINUX = 'Linux',

  /** Windows. */
  WINDOWS = 'Windows',
}
