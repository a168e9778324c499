import { WindowsFunctionApp as WindowsFunctionAppResource } from '@cdktf/provider-azurerm/lib/windows-function-app';
import { Construct } from 'constructs';
import { FunctionAppBase } from './function-app-base';
import { FunctionAppProps } from './function-app-props';
import { FunctionAppSlotOptions } from './function-app-slot-props';
import { WINDOWS_FUNCTION_APP } from './internal/app-kind';
import { functionAppProblems } from './internal/function-problems';
import { hostStorageSettings, packageSettings } from './internal/function-settings';
import { windowsFunctionStack } from './private/application-stacks';
import { functionAppAttributes, functionSiteConfig } from './private/function-config';
import { pullsOverNetwork } from './private/site-config';
import { Runtime } from './runtime';
import { WindowsFunctionAppSlot } from './windows-function-app-slot';
import { checkInput } from '../core/internal/input/check-input';

/**
 * Defines a Windows function app that calls out only through its subnet, signs in to its storage with its identity, and
 * takes neither HTTP, FTP nor passwords.
 *
 * Apps that join one subnet do so one after the other, in the order in which they are defined. The identity is granted
 * the roles Storage Blob Data Owner, Storage Queue Data Contributor and Storage Table Data Contributor on the storage
 * account.
 *
 * There is no content share, because Azure Files takes account keys only: Elastic Premium plans need `packageUrl`, and
 * scale less fast without a share.
 *
 * @see https://learn.microsoft.com/azure/azure-functions/functions-networking-options
 * @see https://learn.microsoft.com/azure/azure-functions/storage-considerations#create-an-app-without-azure-files
 */
export class WindowsFunctionApp extends FunctionAppBase {
  public readonly appId: string;
  public readonly defaultHostname: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: WindowsFunctionAppResource;

  /**
   * Defines an app.
   *
   * @throws what `LinuxFunctionApp` throws
   */
  public constructor(scope: Construct, id: string, props: FunctionAppProps) {
    checkInput('appservice.WindowsFunctionApp', arguments);
    super(scope, id, props);
    this._refuse(functionAppProblems(this, WINDOWS_FUNCTION_APP, props));

    this.resource = new WindowsFunctionAppResource(this, 'Resource', {
      ...functionAppAttributes(props),
      vnetImagePullEnabled: pullsOverNetwork(props) || undefined,
      siteConfig: {
        ...functionSiteConfig(props),
        applicationStack: windowsFunctionStack(props.runtime ?? Runtime.dotnet('10.0')),
      },
    });
    this.appId = this.resource.id;
    this.defaultHostname = this.resource.defaultHostname;
    this._defined({ ...hostStorageSettings(props), ...packageSettings(props) });
  }

  /**
   * Adds a slot.
   *
   * @throws what `WindowsFunctionAppSlot` throws
   */
  public addSlot(id: string, options: FunctionAppSlotOptions): WindowsFunctionAppSlot {
    checkInput('appservice.WindowsFunctionApp.addSlot', arguments, this);
    return new WindowsFunctionAppSlot(this, id, { ...options, app: this });
  }

  /** @internal */
  protected get _resource() {
    return this.resource;
  }
}
