import { IConstruct } from 'constructs';
import { PrivateLinkZone } from '../dns';

/** A resource that private endpoints can lead to. */
export interface IPrivateLinkTarget extends IConstruct {
  /** Azure resource id of the target. */
  readonly privateLinkResourceId: string;

  /** Sub-resource of the target, as `signalr`; Azure compares the letter case. */
  readonly privateLinkSubresource: string;

  /** The zone in which the endpoint's name is looked up. */
  readonly privateLinkZone: PrivateLinkZone;
}
