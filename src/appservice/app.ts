import { IAppHost } from '../identity';
import { IPrivateLinkTarget } from '../privatelink';

/** A web or function app, owned or existing. */
export interface IApp extends IAppHost, IPrivateLinkTarget {
  /** Azure resource id of the app. */
  readonly appId: string;

  /** Host name by which the app is called, such as `NAME.azurewebsites.net`. */
  readonly defaultHostname: string;
}
