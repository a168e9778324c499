import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { IApp } from './app';
import { AppProps } from './app-props';
import { AzureCloud } from '../core';
import { appSettingProblems, keyVaultReference, secretSettingProblems } from './private/app-settings';
import { AppResource, identityReferenceProblems } from './private/identity-reference';
import { joinInOrder } from './private/subnet-order';
import { waitFor } from '../core/private/ordering';
import { Problem, Violations, withoutPath } from '../core/private/violations';
import { IAppHost, IManagedIdentity } from '../identity';
import { DiagnosticSetting, LogCategories, LogDestination } from '../observability';
import { sendLogs } from '../observability/private/send-logs';
import {
  IPrivateEndpoint,
  IPrivateLinkTarget,
  ISharedPrivateLinkTarget,
  PrivateEndpoint,
  PrivateEndpointOptions,
  PrivateLinkConnection,
  PrivateLinkSubresource,
} from '../privatelink';
import { SecretReference } from '../vault';

/** What web and function apps on all systems have in common. */
export abstract class AppBase
  extends Construct
  implements IApp, IAppHost, IPrivateLinkTarget, ISharedPrivateLinkTarget
{
  public abstract readonly appId: string;
  public abstract readonly defaultHostname: string;
  public readonly identity: IManagedIdentity;
  public readonly virtualNetworkId?: string;
  public readonly takesPrivateEndpoints?: boolean;

  /**
   * The provider's resource.
   *
   * @internal
   */
  protected abstract readonly _resource: AppResource;

  private readonly appProps: AppProps;
  private readonly settings: { [name: string]: string };
  private readonly awaited = new Set<TerraformResource>();

  /** Takes what all apps share. A class of apps refuses bad properties and defines its resource. */
  public constructor(scope: Construct, id: string, props: AppProps) {
    super(scope, id);
    this.appProps = props;
    this.settings = { ...props.appSettings };
    this.identity = props.identity;
    this.virtualNetworkId = props.integrationSubnet.virtualNetworkId;
    this.takesPrivateEndpoints = props.servicePlan.sku?.takesPrivateEndpoints;
  }

  /** How private endpoints find the app and its deployment site. */
  public get privateLink(): PrivateLinkConnection {
    const { name, servicePlan } = this.appProps;
    const domain = AzureCloud.ofLocation(servicePlan.location).appServiceDomain;
    const hostnames = [`${name}.${domain}`, `${name}.scm.${domain}`];
    return PrivateLinkConnection.resource(this.appId, PrivateLinkSubresource.SITES, ...hostnames);
  }

  /**
   * @throws `appservice/reserved-setting`, `appservice/secret-setting`
   */
  public addAppSetting(name: string, value: string): void {
    this._refuse([...appSettingProblems({ [name]: value }), ...this._settingProblems([name])]);
    this.putSetting(name, value);
  }

  /**
   * Sets an app setting whose value App Service fetches from a Key Vault. The app's identity is granted the role Key
   * Vault Secrets User on the vault, and the app waits for it.
   *
   * @param name name of the setting, as the application's environment shows it
   * @param secret where the value is kept
   * @throws `appservice/reserved-setting`, `vault/secret-name`, `vault/secret-version`
   */
  public addSecretSetting(name: string, secret: SecretReference): void {
    this._refuse(this._secretProblems(name, secret));
    this.putSetting(name, keyVaultReference(secret));
    this.executeAfter(secret.vault.grantSecretsUser(this.identity).resource);
  }

  public executeAfter(prerequisite: TerraformResource): void {
    if (this.awaited.has(prerequisite)) return;
    this.awaited.add(prerequisite);
    waitFor(this._resource, prerequisite);
  }

  public acceptPrivateEndpoint(_endpoint: IPrivateEndpoint, _resource: TerraformResource): void {}

  /**
   * Adds a private endpoint through which the app is called. Calls over the internet go on, unless the access
   * restrictions of the app end them.
   *
   * @throws what `PrivateEndpoint` throws
   */
  public addPrivateEndpoint(id: string, options: PrivateEndpointOptions): PrivateEndpoint {
    return new PrivateEndpoint(this, id, { ...options, target: this });
  }

  /**
   * Sends all logs and metrics of the app to a destination, once.
   *
   * @throws `logs/destination`, `logs/duplicate-setting`, and what `LogWorkspace` throws
   */
  public sendLogsTo(destination: LogDestination): DiagnosticSetting {
    const { name, resourceGroup, servicePlan, tags, provider } = this.appProps;
    const { location } = servicePlan;
    return sendLogs(this, destination, {
      targetResourceId: this.appId,
      // Which categories an app has depends on its plan; the group holds those that there are.
      logs: LogCategories.all(),
      newWorkspace: { name: `log-${name}`, resourceGroup, location, tags, provider },
      provider,
    });
  }

  /**
   * Raises the problems, if there are any.
   *
   * @internal
   */
  protected _refuse(problems: Problem[]): void {
    const violations = new Violations(this);
    violations.include(problems);
    violations.throwIfAny();
  }

  /**
   * What a kind of app refuses in the names of its settings.
   *
   * @internal
   */
  protected _settingProblems(_names: readonly string[]): Problem[] {
    return [];
  }

  /**
   * What a kind of app refuses in a setting from a Key Vault.
   *
   * @internal
   */
  protected _secretProblems(name: string, secret: SecretReference): Problem[] {
    return [...secretSettingProblems({ [name]: secret }, {}), ...this._settingProblems([name])];
  }

  /**
   * Puts the new resource in its place: behind what its subnet and telemetry need, with the settings of its kind and
   * those from Key Vaults, and judged when the stack is.
   *
   * @internal
   */
  protected _defined(settings: { [name: string]: string }): void {
    const { integrationSubnet, applicationInsights, identity, secretSettings = {} } = this.appProps;
    joinInOrder(this._resource, integrationSubnet);
    Object.entries(settings).forEach(([name, value]) => this.putSetting(name, value));
    if (applicationInsights) this.executeAfter(applicationInsights.grantMetricsPublisher(identity).resource);
    Object.entries(secretSettings).forEach(([name, secret]) => this.addSecretSetting(name, secret));
    this.node.addValidation({ validate: () => identityReferenceProblems(this._resource).map(withoutPath) });
  }

  private putSetting(name: string, value: string): void {
    this.settings[name] = value;
    this._resource.appSettings = this.settings;
  }
}
