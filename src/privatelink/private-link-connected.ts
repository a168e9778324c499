import { IConstruct } from 'constructs';
import { PrivateLinkConnection } from './private-link-connection';

/** Something that is found through Azure Private Link, whoever owns the endpoint. */
export interface IPrivateLinkConnected extends IConstruct {
  /** How endpoints find the target. */
  readonly privateLink: PrivateLinkConnection;
}
