import { IPrivateLinkConnected } from './private-link-connected';

/** Something that a service can reach through a private link of its own, such as a function app or a Key Vault. */
export interface ISharedPrivateLinkTarget extends IPrivateLinkConnected {
  /** Reports whether the target's plan or tier supports private endpoints; `undefined` where it is not known. */
  readonly takesPrivateEndpoints?: boolean;
}
