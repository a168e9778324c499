import { IConstruct } from 'constructs';
import { IPrivateDnsZone } from '../dns';

/** A private endpoint, owned or existing. */
export interface IPrivateEndpoint extends IConstruct {
  /** Azure resource id of the endpoint. */
  readonly privateEndpointId: string;

  /** The zone that holds the endpoint's record; `undefined` where there is none of ours or it is not known. */
  readonly privateDnsZone?: IPrivateDnsZone;
}
