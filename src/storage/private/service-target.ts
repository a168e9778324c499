import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { Prerequisites } from '../../core/internal/ordering';
import { IPrivateEndpoint, IPrivateLinkTarget, PrivateLinkConnection } from '../../privatelink';

/** One service of a storage account, as private endpoints see it. */
export class ServiceTarget extends Construct implements IPrivateLinkTarget {
  public constructor(
    scope: Construct,
    id: string,
    public readonly privateLink: PrivateLinkConnection,
    /** Listeners that learn of the endpoints. */
    private readonly listeners: readonly Prerequisites[],
  ) {
    super(scope, id);
  }

  public acceptPrivateEndpoint(_endpoint: IPrivateEndpoint, resource: TerraformResource): void {
    this.listeners.forEach((listener) => listener.add(resource));
  }
}
