/** Origin of a configuration, as far as the files of an evidence pack name it. */
export interface Provenance {
  /**
   * The commit of the configuration, such as a hash of git; at most 500 characters in one line.
   *
   * @default - the pack names no commit
   */
  readonly commit?: string;

  /**
   * The run that wrote the pack, such as the address of a workflow run; at most 500 characters in one line.
   *
   * @default - the pack names no run
   */
  readonly pipeline?: string;

  /**
   * Time at which the pack was written, as ISO 8601 with a time zone: `2026-01-31T12:00:00Z`.
   *
   * @default - the pack names no time, so that equal input gives equal bytes
   */
  readonly time?: string;
}
