/** Options of a rule that sends the queries for a domain to DNS servers. */
export interface DnsForwardingRuleOptions {
  /**
   * The domain with everything below it, such as `corp.contoso.com`; `.` is every domain that no other rule names. It
   * is written in lower case and with a period at its end, as Azure wants it, unless it is a token.
   */
  readonly domainName: string;

  /**
   * IPv4 addresses of 1 to 6 DNS servers, such as `10.100.0.2`; not Azure's own 168.63.129.16. The first that answers
   * is asked. Each may be a token, but not the list as a whole.
   */
  readonly targetDnsServers: string[];

  /**
   * Port of the DNS servers, 1 to 65535.
   *
   * @default 53
   */
  readonly port?: number;

  /**
   * Name of the rule: 1 to 80 letters, digits, dashes or underscores, beginning with a letter.
   *
   * @default - the construct id
   */
  readonly name?: string;
}
