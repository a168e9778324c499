import { WindowsWebApp as WindowsWebAppResource } from '@cdktf/provider-azurerm/lib/windows-web-app';
import { Construct } from 'constructs';
import { AppBase } from './app-base';
import { WINDOWS_WEB_APP } from './internal/app-kind';
import { webAppProblems } from './internal/app-problems';
import { imagePull, windowsWebStack } from './private/application-stacks';
import { pullsOverNetwork, siteConfig, webAppAttributes } from './private/site-config';
import { webTelemetrySettings } from './private/telemetry';
import { Runtime } from './runtime';
import { WebAppProps } from './web-app-props';
import { WebAppSlotOptions } from './web-app-slot-props';
import { WindowsWebAppSlot } from './windows-web-app-slot';
import { checkInput } from '../core/internal/input/check-input';

/**
 * Defines a Windows web app that calls out only through its subnet, and takes neither HTTP, FTP nor passwords.
 *
 * Apps that join one subnet do so one after the other, in the order in which they are defined.
 *
 * @see https://learn.microsoft.com/azure/app-service/overview-vnet-integration
 */
export class WindowsWebApp extends AppBase {
  public readonly appId: string;
  public readonly defaultHostname: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: WindowsWebAppResource;

  /**
   * Defines an app.
   *
   * @throws what `LinuxWebApp` throws
   */
  public constructor(scope: Construct, id: string, props: WebAppProps) {
    checkInput('appservice.WindowsWebApp', arguments);
    super(scope, id, props);
    this._refuse(webAppProblems(this, WINDOWS_WEB_APP, props));

    const runtime = props.runtime ?? Runtime.dotnet('10.0');
    this.resource = new WindowsWebAppResource(this, 'Resource', {
      ...webAppAttributes(props),
      // Always there: azurerm 4 keeps Azure's value without it, and azurerm 5 switches it off.
      virtualNetworkImagePullEnabled: pullsOverNetwork(props),
      siteConfig: {
        ...siteConfig(props),
        ...imagePull(runtime, props.identity.clientId),
        applicationStack: windowsWebStack(runtime),
      },
    });
    this.appId = this.resource.id;
    this.defaultHostname = this.resource.defaultHostname;
    this._defined(webTelemetrySettings(props));
  }

  /**
   * Adds a slot.
   *
   * @throws what `WindowsWebAppSlot` throws
   */
  public addSlot(id: string, options: WebAppSlotOptions): WindowsWebAppSlot {
    checkInput('appservice.WindowsWebApp.addSlot', arguments, this);
    return new WindowsWebAppSlot(this, id, { ...options, app: this });
  }

  /** @internal */
  protected get _resource() {
    return this.resource;
  }
}
