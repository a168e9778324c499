import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { AppProps } from './app-props';
import { Authentication } from './authentication';
import { ConnectionString } from './connection-string';
import { AzureCloud } from '../core';
import { appHostname } from './internal/app-hostname';
import { appSettingProblems, runtimeSettings } from './private/app-settings';
import { connectionStringProblems } from './private/connection-strings';
import { identityReferenceProblems, SiteResource } from './private/identity-reference';
import { keyVaultReference } from './private/key-vault-reference';
import { addedNameProblems } from './private/setting-names';
import { joinInOrder } from './private/subnet-order';
import { HostSettings } from '../core/internal/host-settings';
import { checkInput } from '../core/internal/input/check-input';
import { waitFor } from '../core/internal/ordering';
import { withProvider } from '../core/internal/providers';
import { isKnown, Problem, Violations, withoutPath } from '../core/internal/violations';
import { ignoreChanges } from '../engine/kept-arguments';
import { IAppHost, IManagedIdentity, RoleAssignment } from '../identity';
import { awaitRole } from '../identity/internal/grant-once';
import { DiagnosticSetting, LogCategories, LogDestination, SendLogsOptions } from '../observability';
import { sendLogs } from '../observability/internal/send-logs';
import { changedNameProblems } from '../placement/changed-names';
import { changedSettingProblems } from '../placement/changed-settings';
import { beginDefinition } from '../placement/definition';
import { secretProblems } from '../placement/secrets';
import {
  IPrivateEndpoint,
  IPrivateLinkTarget,
  PrivateEndpoint,
  PrivateEndpointOptions,
  PrivateLinkConnection,
} from '../privatelink';
import { SecretReference } from '../vault';
import { currentTenantId } from '../vault/internal/tenant';

/** Owner of the settings that the properties of an app set. */
const PROPERTIES = {
  id: 'properties',
  text: 'a property of the app',
  advice: 'change the property, and leave the setting out',
};

/** Common parts of apps of all kinds and their slots. */
export abstract class SiteBase extends Construct implements IAppHost, IPrivateLinkTarget {
  public abstract readonly privateLink: PrivateLinkConnection;

  /** Host name by which the app or slot is called, such as `NAME.azurewebsites.net`. */
  public abstract readonly defaultHostname: string;

  /**
   * Origin of the pages that the app or slot serves, such as `https://NAME.azurewebsites.net`. Made of the name, not of
   * the deployed resource, so that a service which the app waits for can allow its pages.
   */
  public readonly origin: string;

  public readonly identity: IManagedIdentity;
  public readonly virtualNetworkId?: string;

  /**
   * The provider's resource.
   *
   * @internal
   */
  protected abstract readonly _resource: SiteResource;

  /**
   * Azure resource id of the app or slot.
   *
   * @internal
   */
  protected abstract readonly _siteId: string;

  /**
   * Host names of the app or slot and its deployment site, made of the name.
   *
   * @internal
   */
  protected readonly _hostnames: string[];

  private readonly site: AppProps;
  private readonly cloud: AzureCloud;
  private readonly settings: HostSettings;
  private readonly awaited = new Set<TerraformResource>();
  private readonly connectionStrings: { [name: string]: ConnectionString } = {};

  /**
   * Takes what apps and slots share; a slot as the app that it would be by itself. Derived classes reject bad
   * properties and define the resource.
   */
  public constructor(scope: Construct, id: string, props: AppProps) {
    checkInput('appservice.SiteBase', arguments);
    super(scope, id);
    this.site = withProvider(this, props, props.servicePlan, props.resourceGroup);
    this.settings = HostSettings.of(this);
    this.settings.isContainer = props.runtime?.isContainer ?? false;
    if (!this.settings.isContainer) this.settings.language = props.runtime?.language;
    Object.entries(props.appSettings ?? {}).forEach(([name, value]) => this.settings.put(name, value));
    this.identity = props.identity;
    this.virtualNetworkId = props.integrationSubnet.virtualNetworkId;
    // All of them are in one cloud; a region that only Terraform knows does not show which.
    const regions = [props.servicePlan, props.integrationSubnet, props.resourceGroup].map(({ location }) => location);
    this.cloud = AzureCloud.ofLocation(regions.find(isKnown) ?? '');
    const domain = props.servicePlan.environment?.dnsSuffix ?? this.cloud.appServiceDomain;
    this._hostnames = [domain, `scm.${domain}`].map((parent) => appHostname(props.name, parent));
    this.origin = `https://${this._hostnames[0]}`;
  }

  /**
   * @throws `appservice/setting-name`, `appservice/reserved-setting`, `appservice/secret-setting`,
   * `appservice/setting-conflict`
   */
  public addAppSetting(name: string, value: string): void {
    checkInput('appservice.SiteBase.addAppSetting', arguments, this);
    const isOwned = this.settings.isOwned(name, value);
    this._refuse([
      ...this.nameProblems(name, value),
      ...(isOwned ? [] : appSettingProblems({ [name]: value }, this.site.notSecret)),
    ]);
    this.putSetting(name, value);
    this._connectionsChanged();
  }

  /**
   * Sets an app setting whose value App Service fetches from a Key Vault. The identity is granted the role Key Vault
   * Secrets User on the vault, and the app or slot waits for it.
   *
   * @param name name of the setting, as the application's environment shows it
   * @param secret where the value is kept
   * @throws `appservice/setting-name`, `appservice/reserved-setting`, `appservice/setting-conflict`,
   * `vault/secret-name`, `vault/secret-version`
   */
  public addSecretSetting(name: string, secret: SecretReference): void {
    checkInput('appservice.SiteBase.addSecretSetting', arguments, this);
    this._refuse([...this.nameProblems(name, keyVaultReference(secret)), ...this._secretProblems(name, secret)]);
    this.putSetting(name, keyVaultReference(secret));
    this.executeAfterRole(secret.vault.grantSecretsUser(this.identity));
  }

  /**
   * Adds a connection string that App Service fetches from a Key Vault. The identity is granted the role Key Vault
   * Secrets User on the vault, and the app or slot waits for it.
   *
   * @param name name of the connection string, without the prefix of its variable
   * @param connectionString its secret, and the type of its resource
   * @throws `appservice/setting-name`, `appservice/reserved-setting`, `appservice/setting-conflict`,
   * `appservice/flex-secret`, `vault/secret-name`, `vault/secret-version`
   */
  public addConnectionString(name: string, connectionString: ConnectionString): void {
    checkInput('appservice.SiteBase.addConnectionString', arguments, this);
    const all = { ...this.connectionStrings, [name]: connectionString };
    const { terraformResourceType: type } = this._resource;
    this._refuse(connectionStringProblems(type, all, Object.keys(this.settings.values)));
    this.connectionStrings[name] = connectionString;
    this._resource.putConnectionString(Object.entries(all).map(([each, string]) => string._render(each)));
    this.executeAfterRole(connectionString.secret.vault.grantSecretsUser(this.identity));
  }

  public executeAfter(prerequisite: TerraformResource): void {
    checkInput('appservice.SiteBase.executeAfter', arguments, this);
    if (this.awaited.has(prerequisite)) return;
    this.awaited.add(prerequisite);
    waitFor(this._resource, prerequisite);
  }

  public acceptPrivateEndpoint(_endpoint: IPrivateEndpoint, _resource: TerraformResource): void {
    checkInput('appservice.SiteBase.acceptPrivateEndpoint', arguments, this);
  }

  /**
   * Adds a private endpoint through which the app or slot is called. Calls over the internet go on, unless the access
   * restrictions end them. In the endpoint subnet of an architecture, use `addPrivateEndpoint` of the architecture: it
   * also lets `clients` through the security group, which keeps out all but the app.
   *
   * @throws what `PrivateEndpoint` throws
   */
  public addPrivateEndpoint(id: string, options: PrivateEndpointOptions): PrivateEndpoint {
    checkInput('appservice.SiteBase.addPrivateEndpoint', arguments, this);
    return new PrivateEndpoint(this, id, { ...options, target: this });
  }

  /**
   * Sends all logs and metrics of the app or slot to a destination, once.
   *
   * @throws `logs/destination`, `logs/duplicate-setting`, and what `LogWorkspace` throws
   */
  public sendLogsTo(destination: LogDestination, options: SendLogsOptions = {}): DiagnosticSetting {
    checkInput('appservice.SiteBase.sendLogsTo', arguments, this);
    const { name, resourceGroup, servicePlan, tags, provider } = this.site;
    const { location } = servicePlan;
    return sendLogs(this, destination, {
      targetResourceId: this._siteId,
      // Which categories an app has depends on its plan; the group holds those that there are.
      logs: LogCategories.all(),
      name: options.name,
      newWorkspace: { name: `log-${name}`, resourceGroup, location, tags, provider },
      provider,
    });
  }

  /**
   * Names of the settings that belong to a place, not to the code, and stay there when slots are swapped.
   *
   * @internal
   */
  protected get _boundSettings(): string[] {
    return Object.keys(this.signInSettings);
  }

  /**
   * Called after a setting was put, which may be that of a connected service.
   *
   * @internal
   */
  public abstract _connectionsChanged(): void;

  /**
   * Raises the problems, if there are any.
   *
   * @internal
   */
  protected _refuse(problems: Problem[]): void {
    const violations = new Violations(this);
    violations.include(problems);
    violations.throwIfAny();
    beginDefinition(this);
  }

  /**
   * Reports what a kind of app rejects in a setting from a Key Vault.
   *
   * @internal
   */
  protected _secretProblems(_name: string, secret: SecretReference): Problem[] {
    return secret._problems();
  }

  /**
   * Puts the new resource in its place: behind what its subnet and telemetry need, with the settings of its kind and
   * those from Key Vaults, and judged when the stack is.
   *
   * @internal
   */
  protected _defined(ofKind: { [name: string]: string }): void {
    const { integrationSubnet, applicationInsights, identity, provider, authentication } = this.site;
    const { secretSettings = {}, connectionStrings = {}, servicePlan, code } = this.site;
    const settings = { ...ofKind, ...this.signInSettings };
    this._resource.provider = provider;
    if (!servicePlan.environment) joinInOrder(this._resource, integrationSubnet);
    if (authentication) this.authenticate(authentication);
    this.settings.own({
      construct: this,
      ...PROPERTIES,
      settings,
      related: runtimeSettings(this._resource.terraformResourceType, this.site.runtime),
    });
    Object.entries(settings).forEach(([name, value]) => this.putSetting(name, value));
    if (applicationInsights) this.executeAfterRole(applicationInsights.grantMetricsPublisher(identity));
    if (code) {
      const paths = code._leftOut(this._resource.terraformResourceType, this.settings.isContainer);
      if (paths.length > 0) {
        ignoreChanges(this._resource, paths, 'so each apply would take back what the pipeline deployed');
      }
    }
    const registry = this.site.runtime?._image?._registry;
    if (registry) {
      this.executeAfterRole(registry.grantPull(identity));
      registry.awaitedBy(this._resource);
    }
    Object.entries(secretSettings).forEach(([name, secret]) => this.addSecretSetting(name, secret));
    Object.entries(connectionStrings).forEach(([name, string]) => this.addConnectionString(name, string));
    const problems = () => [
      ...identityReferenceProblems(this._resource),
      ...changedSettingProblems(this._resource, this.settings),
      ...secretProblems(this._resource, this.settings, this.site.notSecret),
      ...changedNameProblems(this._resource, { label: this.site.name, hostnames: this._hostnames }),
    ];
    this.node.addValidation({ validate: () => problems().map(withoutPath) });
  }

  private get signInSettings(): Record<string, string> {
    return this.site.authentication?._credential?._settings(this.identity) ?? {};
  }

  private authenticate(authentication: Authentication): void {
    const { accessRestrictions, provider } = this.site;
    const settings = authentication._render({
      cloud: this.cloud,
      tenantId: () => currentTenantId(this, provider),
      isBehindFrontDoor: accessRestrictions?._isForFrontDoor ?? false,
    });
    this._resource.putAuthSettingsV2(settings);
    const secret = authentication._credential?._secret;
    if (secret) this.executeAfterRole(secret.vault.grantSecretsUser(this.identity));
  }

  private executeAfterRole(role: RoleAssignment): void {
    awaitRole(role, (assignment) => this.executeAfter(assignment));
  }

  private nameProblems(name: string, value: string): Problem[] {
    return addedNameProblems(this._resource.terraformResourceType, this.settings, name, value);
  }

  private putSetting(name: string, value: string): void {
    this.settings.put(name, value);
    this._resource.appSettings = this.settings.values;
  }
}
