import { Annotations, TerraformProvider, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { ISignalRService } from './isignalr-service';
import { AzureCloud } from '../core';
import { hostResolutionProblems } from './private/host-resolution';
import { waitFor } from '../core/private/ordering';
import { claim } from '../core/private/registry';
import { isKnown, Violations, withoutPath } from '../core/private/violations';
import { IAppHost, IManagedIdentity, IPrincipal, Role, RoleAssignment } from '../identity';
import { IPrivateEndpoint, PrivateLinkConnection, PrivateLinkSubresource } from '../privatelink';

/** What owned and existing SignalR services have in common. */
export abstract class SignalRServiceBase extends Construct implements ISignalRService {
  public abstract readonly serviceId: string;
  public abstract readonly hostname: string;
  public abstract readonly location?: string;

  /**
   * Provider of what the service defines beside itself.
   *
   * @internal
   */
  protected readonly _provider?: TerraformProvider;

  /**
   * The private endpoints that lead to the service here, in their order.
   *
   * @internal
   */
  protected readonly _endpoints: IPrivateEndpoint[] = [];

  private lastEndpoint?: TerraformResource;
  private readonly hosts: IAppHost[] = [];

  public get privateLink(): PrivateLinkConnection {
    return PrivateLinkConnection.resource(this.serviceId, PrivateLinkSubresource.SIGNALR, this.hostname);
  }

  public connectionStringFor(identity?: IManagedIdentity): string {
    const client = identity ? `ClientId=${identity.clientId};` : '';
    return `Endpoint=https://${this.hostname};AuthType=azure.msi;${client}Version=1.0;`;
  }

  public grantAppServer(principal: IPrincipal): RoleAssignment {
    const id = `AppServer-${principal.node.id}-${principal.node.addr.slice(-6)}`;
    const granted = this.node.tryFindChild(id) as RoleAssignment | undefined;
    if (granted) return granted;
    const provider = this._provider;
    return new RoleAssignment(this, id, { role: Role.SIGNALR_APP_SERVER, principal, scope: this.serviceId, provider });
  }

  public acceptPrivateEndpoint(endpoint: IPrivateEndpoint, resource: TerraformResource): void {
    // Azure takes one change of a service at a time, and azurerm repeats no endpoint that it refused with 409.
    if (this.lastEndpoint) waitFor(resource, this.lastEndpoint);
    this.lastEndpoint = resource;
    this._endpoints.push(endpoint);
  }

  public connectServer(host: IAppHost): void {
    const other = claim(this, 'service of host', host.node.path);
    if (other && other !== this.node.path) {
      const violations = new Violations(this);
      violations.add(
        'signalr/second-service',
        `${host.node.path} is a hub server of ${other} already, whose connection string this one would replace; connect another host`,
      );
      violations.throwIfAny();
    }
    const grant = this.grantAppServer(host.identity);
    host.addAppSetting('Azure__SignalR__ConnectionString', this.connectionStringFor(host.identity));
    host.executeAfter(grant.resource);
    this.warnOfSovereignCloud();
    if (this.hosts.length === 0) this.node.addValidation({ validate: () => this.resolutionProblems() });
    this.hosts.push(host);
  }

  /**
   * Whether a hub server may connect over the public network; `undefined` where it is not known.
   *
   * @internal
   */
  protected _publicServersAllowed(): boolean | undefined {
    return undefined;
  }

  private resolutionProblems(): string[] {
    const publicServersAllowed = this._publicServersAllowed();
    const resolved = { service: this, endpoints: this._endpoints, publicServersAllowed };
    return hostResolutionProblems(resolved, this.hosts).map(withoutPath);
  }

  private warnOfSovereignCloud(): void {
    if (!isKnown(this.location)) return;
    const cloud = AzureCloud.ofLocation(this.location);
    if (cloud === AzureCloud.PUBLIC) return;
    // https://github.com/Azure/azure-signalr/issues/1877
    Annotations.of(this).addWarning(
      `[signalr/sovereign-identity] the server SDK signs in to the public cloud when it reads an identity from the connection string; in the ${cloud.name} cloud pass a credential with its authority host in code`,
    );
  }
}
