import { IConstruct } from 'constructs';

/** A private DNS resolver, owned or existing. */
export interface IPrivateDnsResolver extends IConstruct {
  /** Azure resource id of the resolver. */
  readonly privateDnsResolverId: string;

  /** Azure resource id of the resolver's network; `undefined` where it is not known. */
  readonly virtualNetworkId?: string;

  /** Region of the resolver and its network; `undefined` where it is not known. */
  readonly location?: string;
}
