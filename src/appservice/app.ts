import { IConstruct } from 'constructs';

/** A web or function app, owned or existing. */
export interface IApp extends IConstruct {
  /** Azure resource id of the app. */
  readonly appId: string;

  /** Host name by which the app is called, as `NAME.azurewebsites.net`. */
  readonly defaultHostname: string;
}
