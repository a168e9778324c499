import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { IPrivateEndpoint } from './iprivate-endpoint';
import { IPrivateLinkConnected } from './private-link-connected';
import { PrivateLinkConnection } from './private-link-connection';
import { ISharedPrivateLinkTarget } from './shared-private-link-target';
import { checkInput } from '../core/internal/input/check-input';

/** A resource that private endpoints can connect to. */
export interface IPrivateLinkTarget extends IPrivateLinkConnected {
  /**
   * Learns of every private endpoint that connects to the target.
   *
   * @param endpoint the endpoint
   * @param resource its provider resource, to put it in order with others
   */
  acceptPrivateEndpoint(endpoint: IPrivateEndpoint, resource: TerraformResource): void;
}

/** A target that exists or is defined elsewhere, such as a Key Vault, a storage account or a partner's service. */
export class PrivateLinkTarget extends Construct implements IPrivateLinkTarget, ISharedPrivateLinkTarget {
  /** Refers to a target by how endpoints find it. */
  public static fromConnection(scope: Construct, id: string, connection: PrivateLinkConnection): PrivateLinkTarget {
    checkInput('privatelink.PrivateLinkTarget.fromConnection', arguments);
    return new PrivateLinkTarget(scope, id, connection);
  }

  public readonly takesPrivateEndpoints?: boolean;

  private constructor(
    scope: Construct,
    id: string,
    public readonly privateLink: PrivateLinkConnection,
  ) {
    super(scope, id);
  }

  public acceptPrivateEndpoint(_endpoint: IPrivateEndpoint, _resource: TerraformResource): void {
    checkInput('privatelink.PrivateLinkTarget.acceptPrivateEndpoint', arguments, this);
  }
}
