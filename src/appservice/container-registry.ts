import { DataAzurermContainerRegistry } from '@cdktf/provider-azurerm/lib/data-azurerm-container-registry';
import { TerraformProvider, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { IContainerRegistry } from './icontainer-registry';
import { ResourceLookup } from '../core';
import { registryHostProblems } from './private/registry-host';
import { ArmIdForm } from '../core/internal/arm-id';
import { checkInput } from '../core/internal/input/check-input';
import { Prerequisites } from '../core/internal/ordering';
import { refuse } from '../core/internal/violations';
import { IPrincipal, Role, RoleAssignment, RoleScope } from '../identity';
import { grantOnce } from '../identity/internal/grant-once';
import { IPrivateEndpoint, PrivateLinkConnection, PrivateLinkSubresource } from '../privatelink';

/** What to tell of an existing container registry. */
export interface ContainerRegistryAttributes {
  /** Azure resource id of the registry. */
  readonly registryId: string;

  /** Host of the registry, as `contoso.azurecr.io`. */
  readonly loginServer: string;

  /**
   * Provider of role assignments on the registry, for another subscription than the stack's default one:
   * `new AzurermProvider(...)` with an `alias`.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/** How to look an existing container registry up. */
export interface ContainerRegistryLookup extends ResourceLookup {
  /** Name of the registry. */
  readonly name: string;
}

const REGISTRY_ID = new ArmIdForm(
  'Microsoft.ContainerRegistry/registries',
  'appservice/registry-id',
  'a container registry',
);

/**
 * Refers to a container registry that exists. Apps that run an image of it, see `ContainerImage.inRegistry`, are granted
 * the role to pull it.
 *
 * Only Premium registries take private endpoints. An endpoint in the network of the app lets the registry be closed to the
 * internet, since apps pull through their subnet.
 *
 * @see https://learn.microsoft.com/azure/container-registry/container-registry-private-link
 */
export class ContainerRegistry extends Construct implements IContainerRegistry {
  /**
   * Refers to an existing registry.
   *
   * @throws `appservice/registry-id`, `appservice/container-image`
   */
  public static fromContainerRegistryAttributes(
    scope: Construct,
    id: string,
    attributes: ContainerRegistryAttributes,
  ): IContainerRegistry {
    checkInput('appservice.ContainerRegistry.fromContainerRegistryAttributes', arguments);
    return new ContainerRegistry(scope, id, (registry) => {
      refuse(registry, REGISTRY_ID.problems(attributes.registryId), registryHostProblems(attributes.loginServer));
      return attributes;
    });
  }

  /** Looks an existing registry up by its name, when Terraform plans. */
  public static fromLookup(scope: Construct, id: string, options: ContainerRegistryLookup): IContainerRegistry {
    checkInput('appservice.ContainerRegistry.fromLookup', arguments);
    return new ContainerRegistry(scope, id, (registry) => {
      const { id: registryId, loginServer } = new DataAzurermContainerRegistry(registry, 'Resource', { ...options });
      return { registryId, loginServer, provider: options.provider };
    });
  }

  public readonly registryId: string;
  public readonly loginServer: string;

  private readonly provider?: TerraformProvider;
  private readonly endpoints = new Prerequisites();

  private constructor(
    scope: Construct,
    id: string,
    attributesOf: (registry: ContainerRegistry) => ContainerRegistryAttributes,
  ) {
    super(scope, id);
    const { registryId, loginServer, provider } = attributesOf(this);
    this.registryId = registryId;
    this.loginServer = loginServer;
    this.provider = provider;
  }

  public get privateLink(): PrivateLinkConnection {
    const { registryId, loginServer } = this;
    return PrivateLinkConnection.resource(registryId, PrivateLinkSubresource.CONTAINER_REGISTRY, loginServer);
  }

  public grantPull(principal: IPrincipal): RoleAssignment {
    checkInput('appservice.ContainerRegistry.grantPull', arguments, this);
    const scope = RoleScope.resource(this.registryId);
    return grantOnce(this, 'Pull', { role: Role.ACR_PULL, principal, scope, provider: this.provider });
  }

  public acceptPrivateEndpoint(_endpoint: IPrivateEndpoint, resource: TerraformResource): void {
    checkInput('appservice.ContainerRegistry.acceptPrivateEndpoint', arguments, this);
    this.endpoints.add(resource);
  }

  public awaitedBy(resource: TerraformResource): void {
    checkInput('appservice.ContainerRegistry.awaitedBy', arguments, this);
    this.endpoints.awaitedBy(resource);
  }
}
