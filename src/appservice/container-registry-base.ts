import { TerraformProvider, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { IContainerRegistry } from './icontainer-registry';
import { attachedTo } from '../core/internal/attachments';
import { checkInput } from '../core/internal/input/check-input';
import { Prerequisites } from '../core/internal/ordering';
import { IPrincipal, Role, RoleAssignment, RoleScope } from '../identity';
import { grantOnce } from '../identity/internal/grant-once';
import {
  IPrivateEndpoint,
  PrivateEndpoint,
  PrivateEndpointOptions,
  PrivateLinkConnection,
  PrivateLinkSubresource,
} from '../privatelink';

/** Base of owned and existing container registries. */
export abstract class ContainerRegistryBase extends Construct implements IContainerRegistry {
  public abstract readonly registryId: string;
  public abstract readonly loginServer: string;

  /**
   * Provider of further resources that the registry defines.
   *
   * @internal
   */
  protected abstract readonly _provider?: TerraformProvider;

  private readonly endpoints = new Prerequisites();

  public get privateLink(): PrivateLinkConnection {
    return PrivateLinkConnection.resource(
      this.registryId,
      PrivateLinkSubresource.CONTAINER_REGISTRY,
      ...this._hostnames,
    );
  }

  /**
   * The hosts that have records: the registry, and its data where the region is known.
   *
   * @internal
   */
  protected get _hostnames(): string[] {
    return [this.loginServer];
  }

  public grantPull(principal: IPrincipal): RoleAssignment {
    checkInput('appservice.ContainerRegistryBase.grantPull', arguments, this);
    return this.grant('Pull', Role.ACR_PULL, principal);
  }

  public grantPush(principal: IPrincipal): RoleAssignment {
    checkInput('appservice.ContainerRegistryBase.grantPush', arguments, this);
    return this.grant('Push', Role.ACR_PUSH, principal);
  }

  public addPrivateEndpoint(id: string, options: PrivateEndpointOptions): PrivateEndpoint {
    checkInput('appservice.ContainerRegistryBase.addPrivateEndpoint', arguments, this);
    return new PrivateEndpoint(this, id, { ...options, target: this });
  }

  public acceptPrivateEndpoint(_endpoint: IPrivateEndpoint, resource: TerraformResource): void {
    checkInput('appservice.ContainerRegistryBase.acceptPrivateEndpoint', arguments, this);
    this.endpoints.add(resource);
    attachedTo(this, this.registryId).add(resource);
  }

  public awaitedBy(resource: TerraformResource): void {
    checkInput('appservice.ContainerRegistryBase.awaitedBy', arguments, this);
    this.endpoints.awaitedBy(resource);
  }

  private grant(what: string, role: Role, principal: IPrincipal): RoleAssignment {
    const scope = RoleScope.resource(this.registryId);
    return grantOnce(this, what, { role, principal, scope, provider: this._provider });
  }
}
