import { Construct } from 'constructs';
import { Names } from './names';
import { AccessRestrictions, AppCors } from '../../appservice';
import { RegionalResourceProps } from '../../core';
import { IManagedIdentity } from '../../identity';
import { ISubnet } from '../../network';
import { IApplicationInsights } from '../../observability';
import { IStorageAccount } from '../../storage';

/** Resources that a function app is bound to. */
export interface FunctionHostContext {
  readonly scope: Construct;
  readonly names: Names;
  readonly regional: RegionalResourceProps;
  readonly integrationSubnet: ISubnet;
  readonly identity: IManagedIdentity;
  /** The identity with which the service calls the app; `undefined` where it calls none. */
  readonly caller?: IManagedIdentity;
  readonly accessRestrictions: AccessRestrictions;
  /** Origins of pages that may call the app, unless its options name them. */
  readonly cors?: AppCors;
  readonly storage: IStorageAccount;
  readonly applicationInsights?: IApplicationInsights;
}
