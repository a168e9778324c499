import { LinuxWebApp as LinuxWebAppResource } from '@cdktf/provider-azurerm/lib/linux-web-app';
import { Construct } from 'constructs';
import { AppBase } from './app-base';
import { LINUX_WEB_APP } from './internal/app-kind';
import { webAppProblems } from './internal/app-problems';
import { LinuxWebAppSlot } from './linux-web-app-slot';
import { imagePull, linuxWebStack } from './private/application-stacks';
import { pullsOverNetwork, siteConfig, webAppAttributes } from './private/site-config';
import { webTelemetrySettings } from './private/telemetry';
import { Runtime } from './runtime';
import { WebAppProps } from './web-app-props';
import { WebAppSlotOptions } from './web-app-slot-props';
import { checkInput } from '../core/internal/input/check-input';

/**
 * Defines a Linux web app that calls out only through its subnet, and takes neither HTTP, FTP nor passwords.
 *
 * Apps that join one subnet do so one after the other, in the order in which they are defined.
 *
 * @see https://learn.microsoft.com/azure/app-service/overview-vnet-integration
 */
export class LinuxWebApp extends AppBase {
  public readonly appId: string;
  public readonly defaultHostname: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: LinuxWebAppResource;

  /**
   * Defines an app.
   *
   * @throws `appservice/name`, `appservice/plan-without-vnet`,
   * `appservice/plan-for-functions`, `appservice/always-on`, `appservice/os-mismatch`, `appservice/location`,
   * `appservice/runtime-version`, `appservice/container-image`, `appservice/health-check`,
   * `appservice/access-restrictions`, `appservice/authentication`, `appservice/cors`, `appservice/logs`,
   * `appservice/setting-name`, `appservice/reserved-setting`, `appservice/secret-setting`,
   * `appservice/not-secret-reason`, `appservice/setting-conflict`, `appservice/sticky-setting`,
   * `appservice/unknown-settings`, `vault/secret-name`, `vault/secret-version`, `network/integration-subnet-size`,
   * `network/integration-subnet-delegation`, `network/same-subnet`, `core/tags`; when the stack is validated also
   * `appservice/identity-reference`
   */
  public constructor(scope: Construct, id: string, props: WebAppProps) {
    checkInput('appservice.LinuxWebApp', arguments);
    super(scope, id, props);
    this._refuse(webAppProblems(this, LINUX_WEB_APP, props));

    const runtime = props.runtime ?? Runtime.dotnet('10.0');
    this.resource = new LinuxWebAppResource(this, 'Resource', {
      ...webAppAttributes(props),
      vnetImagePullEnabled: pullsOverNetwork(props) || undefined,
      siteConfig: {
        ...siteConfig(props),
        ...imagePull(runtime, props.identity.clientId),
        applicationStack: linuxWebStack(runtime),
      },
    });
    this.appId = this.resource.id;
    this.defaultHostname = this.resource.defaultHostname;
    this._defined(webTelemetrySettings(props));
  }

  /**
   * Adds a slot.
   *
   * @throws what `LinuxWebAppSlot` throws
   */
  public addSlot(id: string, options: WebAppSlotOptions): LinuxWebAppSlot {
    checkInput('appservice.LinuxWebApp.addSlot', arguments, this);
    return new LinuxWebAppSlot(this, id, { ...options, app: this });
  }

  /** @internal */
  protected get _resource() {
    return this.resource;
  }
}
