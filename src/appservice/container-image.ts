import { IContainerRegistry } from './icontainer-registry';
import { registryHostProblems } from './private/registry-host';
import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem, withCode } from '../core/internal/violations';

const CODE = 'appservice/container-image';

/**
 * A container image in a registry.
 *
 * Apps pull it with their managed identity and through their subnet, so there is no registry password. The identity
 * needs the role AcrPull on the registry before the app starts: `inRegistry` grants it, with `of` see `executeAfter`.
 *
 * @see https://learn.microsoft.com/azure/app-service/configure-custom-container#use-managed-identity-to-pull-image-from-azure-container-registry
 */
export class ContainerImage {
  /**
   * An image by its name.
   *
   * @param registry host of the registry, such as `contoso.azurecr.io`
   * @param repository name of the image in the registry, such as `chat/hub`
   * @param tag which one of the images of that name, such as `1.4.2`; a tag that is moved starts other code without a
   * deployment
   */
  public static of(registry: string, repository: string, tag: string): ContainerImage {
    checkInput('appservice.ContainerImage.of', arguments);
    return new ContainerImage(registry, repository, tag);
  }

  /**
   * An image of a container registry that is referred to. The identity of the app is granted the role to pull it, and
   * the app waits for the role and for the private endpoints of the registry.
   *
   * @param registry where the image is
   * @param repository name of the image in the registry, such as `chat/hub`
   * @param tag which one of the images of that name, such as `1.4.2`; a tag that is moved starts other code without a
   * deployment
   */
  public static inRegistry(registry: IContainerRegistry, repository: string, tag: string): ContainerImage {
    checkInput('appservice.ContainerImage.inRegistry', arguments);
    return new ContainerImage(registry.loginServer, repository, tag, registry);
  }

  private constructor(
    /** Host of the registry. */
    public readonly registry: string,
    /** Name of the image in the registry. */
    public readonly repository: string,
    /** Tag of the image. */
    public readonly tag: string,
    /**
     * The registry, where its role can be granted.
     *
     * @internal
     */
    public readonly _registry?: IContainerRegistry,
  ) {}

  /**
   * Address of the registry, in azurerm's form.
   *
   * @internal
   */
  public get _registryUrl(): string {
    return `https://${this.registry}`;
  }

  /**
   * Reports what a registry would reject.
   *
   * @internal
   */
  public _problems(): Problem[] {
    const messages: string[] = [];
    if (isKnown(this.repository) && !/^[a-z0-9]+([._/-]+[a-z0-9]+)*$/.test(this.repository)) {
      messages.push(`"${this.repository}" is not the name of an image; use one such as chat/hub, in lower case`);
    }
    if (isKnown(this.tag) && !/^\w[\w.-]{0,127}$/.test(this.tag)) {
      messages.push(`"${this.tag}" is not a tag; use one such as 1.4.2`);
    }
    return [...registryHostProblems(this.registry), ...withCode(CODE, messages)];
  }
}
