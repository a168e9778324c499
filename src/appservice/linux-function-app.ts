import { LinuxFunctionApp as LinuxFunctionAppResource } from '@cdktf/provider-azurerm/lib/linux-function-app';
import { Construct } from 'constructs';
import { FunctionAppBase } from './function-app-base';
import { FunctionAppProps } from './function-app-props';
import { FunctionAppSlotOptions } from './function-app-slot-props';
import { LINUX_FUNCTION_APP } from './internal/app-kind';
import { functionAppProblems } from './internal/function-problems';
import { hostStorageSettings, packageSettings } from './internal/function-settings';
import { LinuxFunctionAppSlot } from './linux-function-app-slot';
import { imagePull, linuxFunctionStack } from './private/application-stacks';
import { functionAppAttributes, functionSiteConfig } from './private/function-config';
import { pullsOverNetwork } from './private/site-config';
import { Runtime } from './runtime';
import { checkInput } from '../core/internal/input/check-input';

/**
 * Defines a Linux function app that calls out only through its subnet, signs in to its storage with its identity, and
 * takes neither HTTP, FTP nor passwords.
 *
 * Apps that join one subnet do so one after the other, in the order in which they are defined. The identity is granted
 * the roles Storage Blob Data Owner, Storage Queue Data Contributor and Storage Table Data Contributor on the storage
 * account.
 *
 * There is no content share, because Azure Files takes account keys only: Elastic Premium plans need `packageUrl` or a
 * container, and scale less fast without a share.
 *
 * @see https://learn.microsoft.com/azure/azure-functions/functions-networking-options
 * @see https://learn.microsoft.com/azure/azure-functions/storage-considerations#create-an-app-without-azure-files
 */
export class LinuxFunctionApp extends FunctionAppBase {
  public readonly appId: string;
  public readonly defaultHostname: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: LinuxFunctionAppResource;

  /**
   * Defines an app.
   *
   * @throws `appservice/name`, `appservice/plan-without-vnet`, `appservice/plan-for-flex`,
   * `appservice/plan-for-workflows`, `appservice/always-on`, `appservice/os-mismatch`, `appservice/location`,
   * `appservice/runtime-version`, `appservice/container-image`, `appservice/health-check`,
   * `appservice/access-restrictions`, `appservice/authentication`, `appservice/cors`, `appservice/setting-name`,
   * `appservice/reserved-setting`, `appservice/secret-setting`, `appservice/not-secret-reason`,
   * `appservice/setting-conflict`, `appservice/sticky-setting`, `appservice/unknown-settings`,
   * `appservice/content-share`, `appservice/package-url`, `appservice/function-scaling`, `appservice/host-id`,
   * `vault/secret-name`, `vault/secret-version`, `network/integration-subnet-size`,
   * `network/integration-subnet-delegation`, `network/same-subnet`, `core/tags`; when the stack is validated also
   * `appservice/identity-reference`
   */
  public constructor(scope: Construct, id: string, props: FunctionAppProps) {
    checkInput('appservice.LinuxFunctionApp', arguments);
    super(scope, id, props);
    this._refuse(functionAppProblems(this, LINUX_FUNCTION_APP, props));

    const runtime = props.runtime ?? Runtime.dotnet('10.0');
    this.resource = new LinuxFunctionAppResource(this, 'Resource', {
      ...functionAppAttributes(props),
      vnetImagePullEnabled: pullsOverNetwork(props) || undefined,
      siteConfig: {
        ...functionSiteConfig(props),
        ...imagePull(runtime, props.identity.clientId),
        applicationStack: linuxFunctionStack(runtime),
      },
    });
    this.appId = this.resource.id;
    this.defaultHostname = this.resource.defaultHostname;
    this._defined({ ...hostStorageSettings(props), ...packageSettings(props) });
  }

  /**
   * Adds a slot.
   *
   * @throws what `LinuxFunctionAppSlot` throws
   */
  public addSlot(id: string, options: FunctionAppSlotOptions): LinuxFunctionAppSlot {
    checkInput('appservice.LinuxFunctionApp.addSlot', arguments, this);
    return new LinuxFunctionAppSlot(this, id, { ...options, app: this });
  }

  /** @internal */
  protected get _resource() {
    return this.resource;
  }
}
