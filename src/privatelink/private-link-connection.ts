import { PrivateLinkSubresource } from './private-link-subresource';
import { checkInput } from '../core/internal/input/check-input';

/** Connection through which a private endpoint finds its target. */
export class PrivateLinkConnection {
  /**
   * A resource by its Azure id.
   *
   * @param resourceId Azure resource id of the target
   * @param subresource the part of it that the endpoint connects to
   * @param hostnames public host names of that part, which get a record each
   */
  public static resource(
    resourceId: string,
    subresource: PrivateLinkSubresource,
    ...hostnames: string[]
  ): PrivateLinkConnection {
    checkInput('privatelink.PrivateLinkConnection.resource', arguments);
    return new PrivateLinkConnection(hostnames, resourceId, subresource);
  }

  /**
   * Another team's Private Link service by its alias.
   *
   * @param alias as `NAME.GUID.REGION.azure.privatelinkservice`
   */
  public static alias(alias: string): PrivateLinkConnection {
    checkInput('privatelink.PrivateLinkConnection.alias', arguments);
    return new PrivateLinkConnection([], undefined, undefined, alias);
  }

  private constructor(
    /** Public host names of the target. */
    public readonly hostnames: string[],
    /** Azure resource id of the target; `undefined` for an alias. */
    public readonly resourceId?: string,
    /** The part of the target that the endpoint connects to; `undefined` for an alias. */
    public readonly subresource?: PrivateLinkSubresource,
    /** Alias of a Private Link service; `undefined` for a resource. */
    public readonly serviceAlias?: string,
  ) {}
}
