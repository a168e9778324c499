import { IConstruct } from 'constructs';
import { PrivateLinkConnection } from './private-link-connection';

/** A resource that is found through Azure Private Link, with an endpoint of this library or of another team. */
export interface IPrivateLinkConnected extends IConstruct {
  /** Connection through which endpoints find the target. */
  readonly privateLink: PrivateLinkConnection;
}
