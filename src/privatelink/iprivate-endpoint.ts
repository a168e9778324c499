import { IConstruct } from 'constructs';
import { DnsIntegration } from './dns-integration';

/** A private endpoint, owned or existing. */
export interface IPrivateEndpoint extends IConstruct {
  /** Azure resource id of the endpoint. */
  readonly privateEndpointId: string;

  /** Who sees to it that the target's name resolves to the endpoint; `undefined` where it is not known. */
  readonly dns?: DnsIntegration;

  /** What the endpoint leads to; `undefined` where it is not known. */
  readonly target?: IConstruct;
}
