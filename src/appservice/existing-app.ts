import { Fn, TerraformResource, Token } from 'cdktf';
import { Construct } from 'constructs';
import { IApp } from './app';
import { PlanSku } from './plan-sku';
import { appSettingProblems } from './private/app-settings';
import { keepExisting, warnOfSlots } from './private/existing-slots';
import { addedNameProblems } from './private/setting-names';
import { ArmIdForm } from '../core/internal/arm-id';
import { hostNameProblems } from '../core/internal/host-name';
import { HostSettings } from '../core/internal/host-settings';
import { checkInput } from '../core/internal/input/check-input';
import { isKnown, refuse, withoutPath } from '../core/internal/violations';
import { IManagedIdentity } from '../identity';
import { VIRTUAL_NETWORK_ID } from '../network/internal/network-id';
import { secretReferenceProblems } from '../placement/secrets';
import {
  IPrivateEndpoint,
  ISharedPrivateLinkTarget,
  PrivateLinkConnection,
  PrivateLinkSubresource,
} from '../privatelink';

/** Attributes of an existing web or function app. */
export interface AppAttributes {
  /** Azure resource id of the app. */
  readonly appId: string;

  /** Host name by which the app is called, such as `NAME.azurewebsites.net`. */
  readonly defaultHostname: string;

  /** The identity with which the app signs in to other services. */
  readonly identity: IManagedIdentity;

  /**
   * Azure resource id of the network through which the app calls out.
   *
   * @default - not known, so it is not judged whether the app finds private addresses
   */
  readonly virtualNetworkId?: string;

  /**
   * Size of the plan that the app runs on.
   *
   * @default - not known, so it is not judged whether the app takes private endpoints
   */
  readonly planSku?: PlanSku;
}

const APP_ID = new ArmIdForm('Microsoft.Web/sites', 'appservice/app-id', 'a web or function app');

/**
 * An existing web or function app as a host: a hub server, or an upstream.
 *
 * Its settings are not Terraform's here. What services ask it to set is collected in `requiredAppSettings`, and takes
 * effect when the owner of the app applies it.
 */
export class ExistingApp extends Construct implements IApp, ISharedPrivateLinkTarget {
  /**
   * Refers to an existing app.
   *
   * @throws `appservice/app-id`, `appservice/hostname`, `network/virtual-network-id`
   */
  public static fromAppAttributes(scope: Construct, id: string, attributes: AppAttributes): ExistingApp {
    checkInput('appservice.ExistingApp.fromAppAttributes', arguments);
    return new ExistingApp(scope, id, attributes);
  }

  public readonly appId: string;
  public readonly defaultHostname: string;
  public readonly identity: IManagedIdentity;
  public readonly virtualNetworkId?: string;
  public readonly takesPrivateEndpoints?: boolean;

  private readonly settings: HostSettings;

  private constructor(scope: Construct, id: string, attributes: AppAttributes) {
    super(scope, id);
    refuse(
      this,
      APP_ID.problems(attributes.appId),
      hostNameProblems('appservice/hostname', attributes.defaultHostname, 'NAME.azurewebsites.net'),
      VIRTUAL_NETWORK_ID.problems(attributes.virtualNetworkId),
    );
    this.settings = HostSettings.of(this);
    this.appId = attributes.appId;
    this.defaultHostname = attributes.defaultHostname;
    this.identity = attributes.identity;
    this.virtualNetworkId = attributes.virtualNetworkId;
    this.takesPrivateEndpoints = attributes.planSku?.takesPrivateEndpoints;
    keepExisting(this);
    this.node.addValidation({
      validate: () => {
        warnOfSlots(this, this.settings);
        return secretReferenceProblems(this, this.settings).map(withoutPath);
      },
    });
  }

  /** Connection through which private endpoints find the app and its deployment site. */
  public get privateLink(): PrivateLinkConnection {
    const hostnames = [this.defaultHostname, deploymentHostOf(this.defaultHostname)];
    return PrivateLinkConnection.resource(this.appId, PrivateLinkSubresource.SITES, ...hostnames);
  }

  /** The settings that the app needs for the services that it is connected to, to be applied by its owner. */
  public get requiredAppSettings(): { [name: string]: string } {
    return this.settings.values;
  }

  /**
   * Adds a setting to `requiredAppSettings`.
   *
   * @throws `appservice/setting-name`, `appservice/reserved-setting`, `appservice/secret-setting`,
   * `appservice/setting-conflict`
   */
  public addAppSetting(name: string, value: string): void {
    checkInput('appservice.ExistingApp.addAppSetting', arguments, this);
    const own = this.settings.isOwned(name, value) ? [] : appSettingProblems({ [name]: value });
    refuse(this, addedNameProblems('', this.settings, name, value), own);
    this.settings.put(name, value);
  }

  /** Does nothing: the app exists, so there is nothing to put in order. */
  public executeAfter(_prerequisite: TerraformResource): void {
    checkInput('appservice.ExistingApp.executeAfter', arguments, this);
  }

  public acceptPrivateEndpoint(_endpoint: IPrivateEndpoint, _resource: TerraformResource): void {
    checkInput('appservice.ExistingApp.acceptPrivateEndpoint', arguments, this);
  }
}

/** `NAME.azurewebsites.net` becomes `NAME.scm.azurewebsites.net`, also where the name is only known later. */
function deploymentHostOf(hostname: string): string {
  if (isKnown(hostname)) return hostname.replace('.', '.scm.');
  return Token.asString(Fn.replace(hostname, '/^([^.]*)/', '$1.scm'));
}
