import { WindowsFunctionAppSlot as WindowsFunctionAppSlotResource } from '@cdktf/provider-azurerm/lib/windows-function-app-slot';
import { Construct } from 'constructs';
import { FunctionAppProps } from './function-app-props';
import { FunctionAppSlotProps } from './function-app-slot-props';
import { FunctionSlotBase } from './function-slot-base';
import { WINDOWS_FUNCTION_APP } from './internal/app-kind';
import { functionSiteProblems } from './internal/function-problems';
import { hostStorageSettings, packageSettings } from './internal/function-settings';
import { windowsFunctionStack } from './private/application-stacks';
import { functionSiteAttributes, functionSiteConfig } from './private/function-config';
import { pullsOverNetwork } from './private/site-config';
import { slotAsApp, slotAttributes, slotProblems } from './private/slots';
import { Runtime } from './runtime';
import { checkInput } from '../core/internal/input/check-input';

/**
 * Defines a slot of a Windows function app: a second app next to it, with a separate host name,
 * `APP-SLOT.azurewebsites.net`. It is as secure as the app, and joins its subnet in the order of the apps there. Its
 * functions run in parallel to the app's functions, and share their events where the settings name the same sources.
 *
 * A swap is no matter of Terraform: it moves code and settings that are not sticky between app and slot. Where the slot
 * has a storage account, identity or Application Insights of its own, the settings that name them are made sticky.
 *
 * @see https://learn.microsoft.com/azure/azure-functions/functions-deployment-slots
 */
export class WindowsFunctionAppSlot extends FunctionSlotBase {
  public readonly slotId: string;
  public readonly defaultHostname: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: WindowsFunctionAppSlotResource;

  /**
   * Defines a slot.
   *
   * @throws what `LinuxFunctionAppSlot` throws
   */
  public constructor(scope: Construct, id: string, props: FunctionAppSlotProps) {
    checkInput('appservice.WindowsFunctionAppSlot', arguments);
    const { app, ...options } = props;
    const asApp: FunctionAppProps = slotAsApp(app._props, options);
    super(scope, id, app, props.name, asApp);
    this._refuse([
      ...slotProblems(WINDOWS_FUNCTION_APP, app, props.name, asApp),
      ...functionSiteProblems(this, WINDOWS_FUNCTION_APP, asApp),
    ]);

    this.resource = new WindowsFunctionAppSlotResource(this, 'Resource', {
      ...slotAttributes(app, props.name, asApp),
      ...functionSiteAttributes(asApp),
      vnetImagePullEnabled: pullsOverNetwork(asApp) || undefined,
      functionAppId: app.appId,
      siteConfig: {
        ...functionSiteConfig(asApp),
        applicationStack: windowsFunctionStack(asApp.runtime ?? Runtime.dotnet('10.0')),
      },
    });
    this.slotId = this.resource.id;
    this.defaultHostname = this.resource.defaultHostname;
    this._defined({ ...hostStorageSettings(asApp), ...packageSettings(asApp) });
  }

  /** @internal */
  protected get _resource() {
    return this.resource;
  }
}
