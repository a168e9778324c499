import { IPrivateLinkConnected } from './private-link-connected';

/** Something that a service can reach through a private link of its own, such as a function app or a Key Vault. */
export interface ISharedPrivateLinkTarget extends IPrivateLinkConnected {
  /** Whether the target's plan or tier takes private endpoints; `undefined` where it is not known. */
  readonly takesPrivateEndpoints?: boolean;
}
