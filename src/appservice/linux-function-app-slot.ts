import { LinuxFunctionAppSlot as LinuxFunctionAppSlotResource } from '@cdktf/provider-azurerm/lib/linux-function-app-slot';
import { Construct } from 'constructs';
import { FunctionAppProps } from './function-app-props';
import { FunctionAppSlotProps } from './function-app-slot-props';
import { FunctionSlotBase } from './function-slot-base';
import { LINUX_FUNCTION_APP } from './internal/app-kind';
import { functionSiteProblems } from './internal/function-problems';
import { hostStorageSettings, packageSettings } from './internal/function-settings';
import { imagePull, linuxFunctionStack } from './private/application-stacks';
import { functionSiteAttributes, functionSiteConfig } from './private/function-config';
import { pullsOverNetwork } from './private/site-config';
import { slotAsApp, slotAttributes, slotProblems } from './private/slots';
import { Runtime } from './runtime';
import { checkInput } from '../core/internal/input/check-input';

/**
 * Defines a slot of a Linux function app: a second app next to it, with a separate host name,
 * `APP-SLOT.azurewebsites.net`. It is as secure as the app, and joins its subnet in the order of the apps there. Its
 * functions run in parallel to the app's functions, and share their events where the settings name the same sources.
 *
 * A swap is no matter of Terraform: it moves code and settings that are not sticky between app and slot. Where the slot
 * has a storage account, identity or Application Insights of its own, the settings that name them are made sticky.
 *
 * @see https://learn.microsoft.com/azure/azure-functions/functions-deployment-slots
 */
export class LinuxFunctionAppSlot extends FunctionSlotBase {
  public readonly slotId: string;
  public readonly defaultHostname: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: LinuxFunctionAppSlotResource;

  /**
   * Defines a slot.
   *
   * @throws `appservice/slot-of-other-kind`, `appservice/slot-name`, `appservice/slot-hostname`,
   * `appservice/slot-on-basic`, and what `LinuxFunctionApp` throws but `appservice/name`,
   * `appservice/sticky-setting` and `appservice/plan-for-flex`
   */
  public constructor(scope: Construct, id: string, props: FunctionAppSlotProps) {
    checkInput('appservice.LinuxFunctionAppSlot', arguments);
    const { app, ...options } = props;
    const asApp: FunctionAppProps = slotAsApp(app._props, options);
    super(scope, id, app, props.name, asApp);
    this._refuse([
      ...slotProblems(LINUX_FUNCTION_APP, app, props.name, asApp),
      ...functionSiteProblems(this, LINUX_FUNCTION_APP, asApp),
    ]);

    const runtime = asApp.runtime ?? Runtime.dotnet('10.0');
    this.resource = new LinuxFunctionAppSlotResource(this, 'Resource', {
      ...slotAttributes(app, props.name, asApp),
      ...functionSiteAttributes(asApp),
      functionAppId: app.appId,
      vnetImagePullEnabled: pullsOverNetwork(asApp) || undefined,
      siteConfig: {
        ...functionSiteConfig(asApp),
        ...imagePull(runtime, asApp.identity.clientId),
        applicationStack: linuxFunctionStack(runtime),
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
