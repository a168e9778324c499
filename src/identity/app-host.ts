import { TerraformResource } from 'cdktf';
import { IConstruct } from 'constructs';
import { IManagedIdentity } from './managed-identity';

/** An application that takes on an identity and reads its configuration from app settings. */
export interface IAppHost extends IConstruct {
  /** The identity with which the application signs in to other services. */
  readonly identity: IManagedIdentity;

  /** Azure resource id of the network through which the application calls out; `undefined` where it is not known. */
  readonly virtualNetworkId?: string;

  /**
   * Sets an app setting; the last value of a name wins.
   *
   * @param name name of the setting, as the application's environment shows it
   * @param value value; never a secret
   */
  addAppSetting(name: string, value: string): void;

  /**
   * Makes the application wait for a resource that it needs when it starts.
   *
   * @param prerequisite the resource that must exist first
   */
  executeAfter(prerequisite: TerraformResource): void;
}
