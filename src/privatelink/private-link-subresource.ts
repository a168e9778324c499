import { checkInput } from '../core/internal/input/check-input';
import { isPortRange } from '../core/internal/ports';
import { isKnown, Problem } from '../core/internal/violations';
import { PrivateLinkZone } from '../dns';

/** A part of a resource that this library has no constant for. */
export interface PrivateLinkSubresourceOptions {
  /** Name in Azure, such as `redisEnterprise`. */
  readonly name: string;

  /** The zone in which it is looked up. */
  readonly zone: PrivateLinkZone;

  /**
   * TCP ports that clients call: numbers, or ranges as `15000-15999`.
   *
   * @default ['443']
   */
  readonly ports?: string[];

  /**
   * Name by which a static address is given to it.
   *
   * @default - `name`
   */
  readonly memberName?: string;
}

const NAME = /^[a-z][\w.-]*$/i;

const HTTPS = ['443'];

/** AMQP, which begins in the clear on 5672 and goes on with TLS, and Kafka. */
const MESSAGING = [...HTTPS, '5671', '5672', '9093'];

/**
 * The part of a resource that a private endpoint connects to.
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
   * Azure SQL Database, with the connection policy Proxy, which private endpoints have by default; Redirect takes the
   * ports 1433 to 65535.
   *
   * @see https://learn.microsoft.com/azure/azure-sql/database/private-endpoint-overview
   */
  public static readonly SQL_SERVER = new PrivateLinkSubresource(
    'sqlServer',
    'sqlServer',
    PrivateLinkZone.SQL_DATABASE,
    ['1433'],
  );

  /**
   * Azure Cosmos DB for NoSQL, in gateway mode; direct mode takes all ports. An endpoint has an address for the account
   * and one for each of its regions, so it takes no static one.
   *
   * @see https://learn.microsoft.com/azure/cosmos-db/how-to-configure-private-endpoints
   */
  public static readonly COSMOS_DB = new PrivateLinkSubresource('Sql', '', PrivateLinkZone.COSMOS_DB);

  /**
   * Azure Cache for Redis with TLS, also clustered.
   *
   * @see https://learn.microsoft.com/azure/azure-cache-for-redis/cache-how-to-premium-vnet
   */
  public static readonly REDIS_CACHE = new PrivateLinkSubresource(
    'redisCache',
    'redisCache',
    PrivateLinkZone.REDIS_CACHE,
    ['6380', '15000-15999'],
  );

  /** Azure App Configuration. */
  public static readonly APP_CONFIGURATION = new PrivateLinkSubresource(
    'configurationStores',
    'configurationStores',
    PrivateLinkZone.APP_CONFIGURATION,
  );

  /**
   * A namespace of Event Hubs: HTTPS, AMQP and Kafka.
   *
   * @see https://learn.microsoft.com/azure/event-hubs/event-hubs-faq
   */
  public static readonly EVENT_HUBS = new PrivateLinkSubresource(
    'namespace',
    'namespace',
    PrivateLinkZone.SERVICE_BUS,
    MESSAGING,
  );

  /**
   * A namespace of Service Bus: HTTPS and AMQP.
   *
   * @see https://learn.microsoft.com/azure/service-bus-messaging/service-bus-faq
   */
  public static readonly SERVICE_BUS = new PrivateLinkSubresource(
    'namespace',
    'namespace',
    PrivateLinkZone.SERVICE_BUS,
    MESSAGING.slice(0, 3),
  );

  /** Azure Container Registry. An endpoint has an address for the registry and one for each region of its data. */
  public static readonly CONTAINER_REGISTRY = new PrivateLinkSubresource(
    'registry',
    '',
    PrivateLinkZone.CONTAINER_REGISTRY,
  );

  /**
   * A part of another resource, by Azure's name for it.
   *
   * @see https://learn.microsoft.com/azure/private-link/private-endpoint-overview#private-link-resource
   */
  public static of(options: PrivateLinkSubresourceOptions): PrivateLinkSubresource {
    checkInput('privatelink.PrivateLinkSubresource.of', arguments);
    const { name, memberName = name, zone, ports } = options;
    return new PrivateLinkSubresource(name, memberName, zone, ports);
  }

  /**
   * A slot of a web or function app. The endpoint's target is the app itself.
   *
   * @param slot name of the slot, such as `staging`
   */
  public static slot(slot: string): PrivateLinkSubresource {
    checkInput('privatelink.PrivateLinkSubresource.slot', arguments);
    return new PrivateLinkSubresource(`sites-${slot}`, `sites-${slot}`, PrivateLinkZone.SITES);
  }

  private constructor(
    /** Name, such as `signalr`. */
    public readonly name: string,
    /** Name by which a static address is given to it; empty where it has several addresses. */
    public readonly memberName: string,
    /** The zone in which it is looked up. */
    public readonly zone: PrivateLinkZone,
    /** TCP ports that clients call. */
    public readonly ports: string[] = HTTPS,
  ) {}

  /**
   * Reports what Azure would reject in names and ports.
   *
   * @internal
   */
  public _problems(): Problem[] {
    const messages = [this.name, this.memberName]
      .filter((name) => isKnown(name) && !NAME.test(name) && name !== '')
      .map((name) => `"${name}" is not the name of a subresource; use one such as redisCache`);
    if (this.name === '') messages.push('the name of the subresource is empty; use one such as redisCache');
    const bad = this.ports.filter((port) => isKnown(port) && !isPortRange(port));
    if (this.ports.length === 0 || bad.length > 0) {
      const given = bad.length === 0 ? 'no port' : `"${bad.join('", "')}"`;
      messages.push(`${given} given for ${this.name}; use numbers from 0 to 65535, or ranges such as 15000-15999`);
    }
    return [...new Set(messages)].map((message) => ({ code: 'privatelink/subresource', message }));
  }
}
