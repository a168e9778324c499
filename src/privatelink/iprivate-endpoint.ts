import { IConstruct } from 'constructs';
import { DnsIntegration } from './dns-integration';

/** A private endpoint, owned or existing. */
export interface IPrivateEndpoint extends IConstruct {
  /** Azure resource id of the endpoint. */
  readonly privateEndpointId: string;

  /** DNS integration that resolves the target's name to the endpoint; `undefined` where it is not known. */
  readonly dns?: DnsIntegration;

  /** Target of the endpoint; `undefined` where it is not known. */
  readonly target?: IConstruct;
}
