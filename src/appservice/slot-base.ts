import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { AppBase } from './app-base';
import { AppProps } from './app-props';
import { SiteBase } from './site-base';
import { HostFamily } from '../core/internal/host-family';
import { checkInput } from '../core/internal/input/check-input';
import { waitFor } from '../core/internal/ordering';
import { IPrivateEndpoint, PrivateLinkConnection, PrivateLinkSubresource } from '../privatelink';

/**
 * Common parts of slots of apps of all kinds. Shared private links do not support slots.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/howto-shared-private-endpoints
 */
export abstract class SlotBase extends SiteBase {
  /** Azure resource id of the slot. */
  public abstract readonly slotId: string;

  /** Name of the slot, such as `staging`. */
  public readonly slotName: string;

  private readonly app: AppBase;

  /**
   * Takes what all slots share. A class of slots rejects bad properties and defines its resource.
   *
   * @param scope construct that the slot belongs to
   * @param id id of the slot in its scope
   * @param app the app that the slot belongs to
   * @param slotName name of the slot
   * @param props what the slot would be as an app by itself
   */
  public constructor(scope: Construct, id: string, app: AppBase, slotName: string, props: AppProps) {
    checkInput('appservice.SlotBase', arguments);
    super(scope, id, props);
    this.app = app;
    this.slotName = slotName;
    HostFamily.join(app, { host: this, name: slotName });
  }

  /** Connection through which private endpoints find the slot and its deployment site: as a part of the app. */
  public get privateLink(): PrivateLinkConnection {
    const subresource = PrivateLinkSubresource.slot(this.slotName);
    return PrivateLinkConnection.resource(this.app.appId, subresource, ...this._hostnames);
  }

  /** The endpoint refers to the app, not to the slot, so it waits explicitly. */
  public acceptPrivateEndpoint(_endpoint: IPrivateEndpoint, resource: TerraformResource): void {
    checkInput('appservice.SlotBase.acceptPrivateEndpoint', arguments, this);
    waitFor(resource, this._resource);
  }

  /** @internal */
  public override _connectionsChanged(): void {
    this.app._connectionsChanged();
  }

  /** @internal */
  protected override _defined(settings: { [name: string]: string }): void {
    super._defined(settings);
    this._boundSettings.forEach((name) => this.app.addStickySetting(name));
    this._connectionsChanged();
  }

  /** @internal */
  protected get _siteId(): string {
    return this.slotId;
  }
}
