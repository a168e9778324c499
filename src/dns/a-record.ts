/** Options of a record that maps a name to IPv4 addresses. */
export interface ARecordOptions {
  /** Name in the zone, lower case, such as `app` or `app.scm`; `@` is the zone itself, `*` every name that it lacks. */
  readonly name: string;

  /** 1 to 20 IPv4 addresses, such as `10.0.0.4`. */
  readonly addresses: string[];

  /**
   * Time for which resolvers may keep the answer, in seconds: 1 to 2147483647.
   *
   * @default 300
   */
  readonly ttlInSeconds?: number;
}
