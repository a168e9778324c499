import { Construct } from 'constructs';
import { IApp } from './app';
import { AppCertificate, AppCertificateOptions } from './app-certificate';
import { AppProps } from './app-props';
import { CustomHostname, CustomHostnameOptions } from './custom-hostname';
import { AppResource } from './private/identity-reference';
import { stickyConnectionStringProblems, stickySettingProblems } from './private/setting-names';
import { stickyNames } from './private/site-config';
import { SiteBase } from './site-base';
import { HostFamily } from '../core/internal/host-family';
import { checkInput } from '../core/internal/input/check-input';
import { keyOf } from '../core/internal/registry';
import { ISharedPrivateLinkTarget, PrivateLinkConnection, PrivateLinkSubresource } from '../privatelink';

/** Common parts of web and function apps on all systems. */
export abstract class AppBase extends SiteBase implements IApp, ISharedPrivateLinkTarget {
  public abstract readonly appId: string;
  public readonly takesPrivateEndpoints?: boolean;

  /**
   * Properties of the app, which its slots share.
   *
   * @internal
   */
  public readonly _props: AppProps;

  /**
   * The provider's resource.
   *
   * @internal
   */
  protected abstract readonly _resource: AppResource;

  private readonly stickySettings: string[];
  private readonly stickyConnectionStrings: string[];
  private differingConnections: string[] = [];

  /** Takes what all apps share. A class of apps rejects bad properties and defines its resource. */
  public constructor(scope: Construct, id: string, props: AppProps) {
    checkInput('appservice.AppBase', arguments);
    super(scope, id, props);
    this._props = props;
    this.stickySettings = [...(props.stickySettings ?? [])];
    this.stickyConnectionStrings = [...(props.stickyConnectionStrings ?? [])];
    this.takesPrivateEndpoints = props.servicePlan.sku?.takesPrivateEndpoints;
  }

  /** Connection through which private endpoints find the app and its deployment site. */
  public get privateLink(): PrivateLinkConnection {
    return PrivateLinkConnection.resource(this.appId, PrivateLinkSubresource.SITES, ...this._hostnames);
  }

  /**
   * Gives the app a separate host name, with the certificate for it.
   *
   * @throws what `CustomHostname` throws
   */
  public addCustomHostname(id: string, options: CustomHostnameOptions): CustomHostname {
    checkInput('appservice.AppBase.addCustomHostname', arguments, this);
    return new CustomHostname(this, id, { ...options, app: this });
  }

  /**
   * Adds a certificate for host names of the app, and of other apps on its plan, which App Service reads from a Key
   * Vault.
   *
   * @throws what `AppCertificate` throws
   */
  public addCertificate(id: string, options: AppCertificateOptions): AppCertificate {
    checkInput('appservice.AppBase.addCertificate', arguments, this);
    return new AppCertificate(this, id, { ...options, app: this });
  }

  /**
   * Lets an app setting stay where it is when slots are swapped: in the app, and in each of its slots.
   *
   * @param name name of the setting
   * @throws `appservice/sticky-setting`
   */
  public addStickySetting(name: string): void {
    checkInput('appservice.AppBase.addStickySetting', arguments, this);
    this._refuse(stickySettingProblems(this._resource.terraformResourceType, [name]));
    if (this.stickySettings.some((sticky) => keyOf(sticky) === keyOf(name))) return;
    this.stickySettings.push(name);
    this.putStickySettings();
  }

  /**
   * Lets a connection string stay where it is when slots are swapped: in the app, and in each of its slots.
   *
   * @param name name of the connection string
   * @throws `appservice/sticky-setting`
   */
  public addStickyConnectionString(name: string): void {
    checkInput('appservice.AppBase.addStickyConnectionString', arguments, this);
    this._refuse(stickyConnectionStringProblems([name]));
    if (this.stickyConnectionStrings.some((sticky) => keyOf(sticky) === keyOf(name))) return;
    this.stickyConnectionStrings.push(name);
    this.putStickySettings();
  }

  /**
   * Lets the settings of connected services stay where they are where a slot has other ones than the app.
   *
   * @internal
   */
  public override _connectionsChanged(): void {
    const differing = HostFamily.of(this)?.differingConnections ?? [];
    if (differing.join() === this.differingConnections.join()) return;
    this.differingConnections = differing;
    this.putStickySettings();
  }

  /** @internal */
  protected override _defined(settings: { [name: string]: string }): void {
    super._defined(settings);
    this._boundSettings.forEach((name) => this.addStickySetting(name));
  }

  /**
   * The provider's resource, as its slots need it.
   *
   * @internal
   */
  public get _appResource(): AppResource {
    return this._resource;
  }

  /** @internal */
  protected get _siteId(): string {
    return this.appId;
  }

  private putStickySettings(): void {
    const given = new Set(this.stickySettings.map((name) => keyOf(name)));
    const differing = this.differingConnections.filter((name) => !given.has(keyOf(name)));
    const appSettingNames = [...this.stickySettings, ...differing];
    const sticky = stickyNames(appSettingNames, this.allStickyConnectionStrings);
    if (sticky) this._resource.putStickySettings(sticky);
    else this._resource.resetStickySettings();
  }

  /** With those that are put on the provider's resource by hand. */
  private get allStickyConnectionStrings(): string[] {
    const { connectionStringNames: present = [] } = this._resource.stickySettingsInput ?? {};
    const known = new Set(present.map((name) => keyOf(name)));
    return [...present, ...this.stickyConnectionStrings.filter((name) => !known.has(keyOf(name)))];
  }
}
