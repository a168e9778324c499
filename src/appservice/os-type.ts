/** Operating system of a service plan's workers. */
export enum OsType {
  /** Linux. */
  LINUX = 'Linux',

  /** Windows. */
  WINDOWS = 'Windows',

  /** Windows whose apps are containers; on Premium sizes. */
  WINDOWS_CONTAINER = 'WindowsContainer',
}
