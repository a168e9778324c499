import { LinuxWebAppSlot as LinuxWebAppSlotResource } from '@cdktf/provider-azurerm/lib/linux-web-app-slot';
import { Construct } from 'constructs';
import { LINUX_WEB_APP } from './internal/app-kind';
import { webSiteProblems } from './internal/app-problems';
import { imagePull, linuxWebStack } from './private/application-stacks';
import { pullsOverNetwork, siteConfig, webSiteAttributes } from './private/site-config';
import { replacedWith, slotAsApp, slotAttributes, slotProblems } from './private/slots';
import { webTelemetrySettings } from './private/telemetry';
import { Runtime } from './runtime';
import { SlotBase } from './slot-base';
import { WebAppProps } from './web-app-props';
import { WebAppSlotProps } from './web-app-slot-props';
import { checkInput } from '../core/internal/input/check-input';
import { needLifecycle } from '../engine/kept-arguments';

/**
 * Defines a slot of a Linux web app: a second app next to it, with a separate host name, `APP-SLOT.azurewebsites.net`.
 * It is as secure as the app, and joins its subnet in the order of the apps there.
 *
 * A swap is no matter of Terraform: it moves code and settings that are not sticky between app and slot. Where the slot
 * has a SignalR service or an identity of its own, the settings that name them are made sticky.
 *
 * @see https://learn.microsoft.com/azure/app-service/deploy-staging-slots
 */
export class LinuxWebAppSlot extends SlotBase {
  public readonly slotId: string;
  public readonly defaultHostname: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: LinuxWebAppSlotResource;

  /**
   * Defines a slot.
   *
   * @throws `appservice/slot-of-other-kind`, `appservice/slot-name`, `appservice/slot-hostname`,
   * `appservice/slot-on-basic`, and what `LinuxWebApp` throws but `appservice/name` and
   * `appservice/sticky-setting`
   */
  public constructor(scope: Construct, id: string, props: WebAppSlotProps) {
    checkInput('appservice.LinuxWebAppSlot', arguments);
    const { app, ...options } = props;
    const asApp: WebAppProps = slotAsApp(app._props, options);
    super(scope, id, app, props.name, asApp);
    this._refuse([
      ...slotProblems(LINUX_WEB_APP, app, props.name, asApp),
      ...webSiteProblems(this, LINUX_WEB_APP, asApp),
    ]);

    const runtime = asApp.runtime ?? Runtime.dotnet('10.0');
    this.resource = new LinuxWebAppSlotResource(this, 'Resource', {
      ...slotAttributes(app, props.name, asApp),
      ...webSiteAttributes(asApp),
      appServiceId: app.appId,
      vnetImagePullEnabled: pullsOverNetwork(asApp) || undefined,
      siteConfig: {
        ...siteConfig(asApp),
        ...imagePull(runtime, asApp.identity.clientId),
        applicationStack: linuxWebStack(runtime),
      },
      lifecycle: replacedWith(app, this),
    });
    const because = 'without which the slot of a replaced app is not created again';
    needLifecycle(this.resource, this.resource.lifecycle, because);
    this.slotId = this.resource.id;
    this.defaultHostname = this.resource.defaultHostname;
    this._defined(webTelemetrySettings(asApp));
  }

  /** @internal */
  protected get _resource() {
    return this.resource;
  }
}
