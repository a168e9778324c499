import { IResourceGroup } from '../core';
import { RuleAddress } from '../network';
import { IPrivateLinkTarget, PrivateEndpointBaseOptions } from '../privatelink';

/** A further private endpoint, in addition to that of the SignalR service. */
export interface AppEndpointOptions extends PrivateEndpointBaseOptions {
  /**
   * Target of the endpoint: a construct, such as the web app itself, or an existing resource, with
   * `PrivateLinkTarget.fromConnection(...)`. The ports that are opened in a new network are those of its subresource.
   */
  readonly target: IPrivateLinkTarget;

  /**
   * Sources, other than the app, that reach the endpoint, such as the users of the app: ranges, or the service tag
   * VirtualNetwork for this network, peered ones, and those behind a gateway. It needs a new network.
   *
   * @default - only the app reaches the endpoint
   */
  readonly clients?: RuleAddress;

  /**
   * Inbound priority of the rule that allows the app, where the endpoint has other ports than 443. The rule for clients
   * has the next one. Give it where an earlier endpoint may be removed, which changes the priorities of later ones.
   *
   * @default - 200 for the first endpoint that is added so, then 210, and so on
   */
  readonly rulePriority?: number;

  /**
   * Name of the rule that lets the app in: 1 to 80 letters, digits, `-`, `_` or `.`.
   *
   * @default - `AllowAppsInbound-` and the name of the endpoint
   */
  readonly appsRuleName?: string;

  /**
   * Name of the rule that lets clients in: 1 to 80 letters, digits, `-`, `_` or `.`.
   *
   * @default - `AllowClientsInbound-` and the name of the endpoint
   */
  readonly clientsRuleName?: string;

  /**
   * Resource group of the endpoint, and of a new zone.
   *
   * @default - that of the architecture
   */
  readonly resourceGroup?: IResourceGroup;
}
