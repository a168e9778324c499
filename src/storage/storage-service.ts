import { PrivateLinkSubresource } from '../privatelink';

/** A service of a storage account, which has a separate host name and needs a private endpoint of its own. */
export class StorageService {
  /** Blobs. */
  public static readonly BLOB = new StorageService(PrivateLinkSubresource.BLOB);

  /** Queues. */
  public static readonly QUEUE = new StorageService(PrivateLinkSubresource.QUEUE);

  /** Tables. */
  public static readonly TABLE = new StorageService(PrivateLinkSubresource.TABLE);

  /** Files. A client that signs in with an account key, as App Service does to mount a share, is rejected. */
  public static readonly FILE = new StorageService(PrivateLinkSubresource.FILE);

  private constructor(
    /** Subresource that private endpoints of the service connect to. */
    public readonly subresource: PrivateLinkSubresource,
  ) {}

  /** Name of the service, such as `blob`. */
  public get name(): string {
    return this.subresource.name;
  }
}
