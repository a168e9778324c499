import { checkInput } from '../core/internal/input/check-input';
import { PrivateLinkZone } from '../dns';

/**
 * The part of a resource that a private endpoint leads to.
 *
 * Azure compares the letter case of the names.
 *
 * @see https://learn.microsoft.com/azure/private-link/private-endpoint-overview#private-link-resource
 */
export class PrivateLinkSubresource {
  /** Azure SignalR Service: client, server and REST traffic. */
  public static readonly SIGNALR = new PrivateLinkSubresource('signalr', 'signalr', PrivateLinkZone.SIGNALR);

  /** Web or function app. */
  public static readonly SITES = new PrivateLinkSubresource('sites', 'sites', PrivateLinkZone.SITES);

  /** Key Vault. */
  public static readonly VAULT = new PrivateLinkSubresource('vault', 'default', PrivateLinkZone.KEY_VAULT);

  /** Blobs of a storage account. */
  public static readonly BLOB = new PrivateLinkSubresource('blob', 'blob', PrivateLinkZone.STORAGE_BLOB);

  /** Files of a storage account. */
  public static readonly FILE = new PrivateLinkSubresource('file', 'file', PrivateLinkZone.STORAGE_FILE);

  /** Queues of a storage account. */
  public static readonly QUEUE = new PrivateLinkSubresource('queue', 'queue', PrivateLinkZone.STORAGE_QUEUE);

  /** Tables of a storage account. */
  public static readonly TABLE = new PrivateLinkSubresource('table', 'table', PrivateLinkZone.STORAGE_TABLE);

  /**
   * A slot of a web or function app. The endpoint's target is the app itself.
   *
   * @param slot name of the slot, as `staging`
   */
  public static slot(slot: string): PrivateLinkSubresource {
    checkInput('privatelink.PrivateLinkSubresource.slot', arguments);
    return new PrivateLinkSubresource(`sites-${slot}`, `sites-${slot}`, PrivateLinkZone.SITES);
  }

  private constructor(
    /** Name, as `signalr`. */
    public readonly name: string,
    /** Name by which a static address is given to it. */
    public readonly memberName: string,
    /** The zone in which it is looked up. */
    public readonly zone: PrivateLinkZone,
  ) {}
}
