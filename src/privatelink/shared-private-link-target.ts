import { IConstruct } from 'constructs';
import { PrivateLinkConnection } from './private-link-connection';

/** Something that a service can reach through a private link of its own, such as a function app or a Key Vault. */
export interface ISharedPrivateLinkTarget extends IConstruct {
  /** Connection through which the link finds the target. */
  readonly privateLink: PrivateLinkConnection;

  /** Reports whether the target's plan or tier supports private endpoints; `undefined` where it is not known. */
  readonly takesPrivateEndpoints?: boolean;
}
