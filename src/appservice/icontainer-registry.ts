import { TerraformResource } from 'cdktf';
import { IPrincipal, RoleAssignment } from '../identity';
import { IPrivateLinkTarget, PrivateEndpoint, PrivateEndpointOptions } from '../privatelink';

/** A container registry, owned or existing. */
export interface IContainerRegistry extends IPrivateLinkTarget {
  /** Azure resource id of the registry. */
  readonly registryId: string;

  /** Host of the registry, such as `contoso.azurecr.io`. */
  readonly loginServer: string;

  /**
   * Lets a principal pull all images: the role AcrPull on this registry only. A registry that takes permissions for
   * each repository needs the role Container Registry Repository Reader instead.
   *
   * Granting twice gives the first assignment again.
   *
   * @param principal who is granted the role
   * @see https://learn.microsoft.com/azure/container-registry/container-registry-rbac-built-in-roles-overview
   */
  grantPull(principal: IPrincipal): RoleAssignment;

  /**
   * Lets a principal push images, such as that of a pipeline: the role AcrPush on this registry only. It pulls as well,
   * and deletes nothing.
   *
   * Granting twice gives the first assignment again.
   *
   * @param principal who is granted the role
   * @see https://learn.microsoft.com/azure/container-registry/container-registry-rbac-built-in-roles-overview
   */
  grantPush(principal: IPrincipal): RoleAssignment;

  /**
   * Adds a private endpoint through which the registry is reached. Only Premium registries take them.
   *
   * @param id construct id of the endpoint
   * @param options network, name and DNS of the endpoint
   * @throws what `PrivateEndpoint` throws
   */
  addPrivateEndpoint(id: string, options: PrivateEndpointOptions): PrivateEndpoint;

  /**
   * Makes a resource wait for the private endpoints that are defined for the registry, also for those that are added
   * later.
   *
   * @param resource what pulls an image when it is created
   */
  awaitedBy(resource: TerraformResource): void;
}
