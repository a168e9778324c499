import { IConstruct } from 'constructs';

/** A private endpoint, owned or existing. */
export interface IPrivateEndpoint extends IConstruct {
  /** Azure resource id of the endpoint. */
  readonly privateEndpointId: string;
}
