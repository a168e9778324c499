import { WindowsWebAppSlot as WindowsWebAppSlotResource } from '@cdktf/provider-azurerm/lib/windows-web-app-slot';
import { Construct } from 'constructs';
import { WINDOWS_WEB_APP } from './internal/app-kind';
import { webSiteProblems } from './internal/app-problems';
import { imagePull, windowsWebStack } from './private/application-stacks';
import { pullsOverNetwork, siteConfig, webSiteAttributes } from './private/site-config';
import { slotAsApp, slotAttributes, slotProblems } from './private/slots';
import { webTelemetrySettings } from './private/telemetry';
import { Runtime } from './runtime';
import { SlotBase } from './slot-base';
import { WebAppProps } from './web-app-props';
import { WebAppSlotProps } from './web-app-slot-props';
import { checkInput } from '../core/internal/input/check-input';

/**
 * Defines a slot of a Windows web app: a second app next to it, with a separate host name,
 * `APP-SLOT.azurewebsites.net`. It is as secure as the app, and joins its subnet in the order of the apps there.
 *
 * A swap is no matter of Terraform: it moves code and settings that are not sticky between app and slot. Where the slot
 * has a SignalR service or an identity of its own, the settings that name them are made sticky.
 *
 * @see https://learn.microsoft.com/azure/app-service/deploy-staging-slots
 */
export class WindowsWebAppSlot extends SlotBase {
  public readonly slotId: string;
  public readonly defaultHostname: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: WindowsWebAppSlotResource;

  /**
   * Defines a slot.
   *
   * @throws what `LinuxWebAppSlot` throws
   */
  public constructor(scope: Construct, id: string, props: WebAppSlotProps) {
    checkInput('appservice.WindowsWebAppSlot', arguments);
    const { app, ...options } = props;
    const asApp: WebAppProps = slotAsApp(app._props, options);
    super(scope, id, app, props.name, asApp);
    this._refuse([
      ...slotProblems(WINDOWS_WEB_APP, app, props.name, asApp),
      ...webSiteProblems(this, WINDOWS_WEB_APP, asApp),
    ]);

    const runtime = asApp.runtime ?? Runtime.dotnet('10.0');
    this.resource = new WindowsWebAppSlotResource(this, 'Resource', {
      ...slotAttributes(app, props.name, asApp),
      ...webSiteAttributes(asApp),
      appServiceId: app.appId,
      // Always there: azurerm 4 keeps Azure's value without it, and azurerm 5 switches it off.
      virtualNetworkImagePullEnabled: pullsOverNetwork(asApp),
      siteConfig: {
        ...siteConfig(asApp),
        ...imagePull(runtime, asApp.identity.clientId),
        applicationStack: windowsWebStack(runtime),
      },
    });
    this.slotId = this.resource.id;
    this.defaultHostname = this.resource.defaultHostname;
    this._defined(webTelemetrySettings(asApp));
  }

  /** @internal */
  protected get _resource() {
    return this.resource;
  }
}
