import { checkInput } from '../core/internal/input/check-input';
import { IManagedIdentity } from '../identity';

/**
 * The managed identity with which a SignalR service signs in to Key Vault and to upstreams.
 *
 * A service takes one: its own, or one that is defined apart from it.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/howto-use-managed-identity
 */
export class ServiceIdentity {
  /** The service's own identity, which lives and dies with it. */
  public static systemAssigned(): ServiceIdentity {
    return new ServiceIdentity();
  }

  /**
   * An identity that is defined apart, so that its roles can be there before the service is.
   *
   * @param identity the identity
   */
  public static userAssigned(identity: IManagedIdentity): ServiceIdentity {
    checkInput('signalr.ServiceIdentity.userAssigned', arguments);
    return new ServiceIdentity(identity);
  }

  private constructor(
    /** The user-assigned identity; `undefined` for the service's own. */
    public readonly managedIdentity?: IManagedIdentity,
  ) {}

  /**
   * The `identity` block.
   *
   * @internal
   */
  public _render() {
    return this.managedIdentity
      ? { type: 'UserAssigned', identityIds: [this.managedIdentity.identityId] }
      : { type: 'SystemAssigned' };
  }
}
