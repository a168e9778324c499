import { IVirtualNetwork } from '../network';

/** Options of a link between a forwarding ruleset and a network. */
export interface DnsForwardingRulesetLinkOptions {
  /** The network whose queries follow the rules, in the region of the ruleset. It can have one ruleset. */
  readonly virtualNetwork: IVirtualNetwork;

  /**
   * Name of the link, unique in the ruleset.
   *
   * @default - `link-` and the name of the network; with a hash of its id, or construct path, where its resource group
   * is not that of the ruleset, because others may link networks of the same name
   */
  readonly name?: string;
}
