import { IVirtualNetwork } from '../network';

/** Options of a link between a forwarding ruleset and a network. */
export interface DnsForwardingRulesetLinkOptions {
  /** The network whose queries follow the rules, in the region of the ruleset. It can have one ruleset. */
  readonly virtualNetwork: IVirtualNetwork;

  /**
   * Name of the link, unique in the ruleset.
   *
   * @default - `link-` and the name of the network
   */
  readonly name?: string;
}
