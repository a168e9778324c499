/** A DNS record that maps a name to a private endpoint. */
export interface DnsRecord {
  /** Full name, such as `chat.privatelink.service.signalr.net`. */
  readonly name: string;

  /** Type of the record, `A`. */
  readonly type: string;

  /** Private address of the endpoint, known after deployment. */
  readonly address: string;
}
