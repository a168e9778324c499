import { TerraformResource } from 'cdktf';
import { IConstruct } from 'constructs';
import { IPrivateEndpoint } from './iprivate-endpoint';
import { PrivateLinkZone } from '../dns';

/** A resource that private endpoints can lead to. */
export interface IPrivateLinkTarget extends IConstruct {
  /** Azure resource id of the target. */
  readonly privateLinkResourceId: string;

  /** Sub-resource of the target, as `signalr`; Azure compares the letter case. */
  readonly privateLinkSubresource: string;

  /** The zone in which the endpoint's name is looked up. */
  readonly privateLinkZone: PrivateLinkZone;

  /**
   * Is told of every private endpoint that leads to the target.
   *
   * @param endpoint the endpoint
   * @param resource its provider resource, to put it in order with others
   */
  acceptPrivateEndpoint(endpoint: IPrivateEndpoint, resource: TerraformResource): void;
}
