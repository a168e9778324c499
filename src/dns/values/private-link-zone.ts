import { AzureCloud } from '../../core/azure-cloud';
import { checkInput } from '../../core/internal/input/check-input';
import { Problem, withCode } from '../../core/internal/problem';
import { ValidationError, withoutPath } from '../../core/internal/validation-error';

/** A domain name in each cloud. */
export interface CloudDomains {
  /** In the public cloud, such as `redis.cache.windows.net`. */
  readonly inPublic: string;

  /**
   * In Azure Government, such as `redis.cache.usgovcloudapi.net`.
   *
   * @default - not known, and endpoints there are rejected
   */
  readonly inUsGovernment?: string;

  /**
   * In Azure China, such as `redis.cache.chinacloudapi.cn`.
   *
   * @default - not known, and endpoints there are rejected
   */
  readonly inChina?: string;
}

/** Labels of letters, digits and dashes, at least two. */
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/i;

/**
 * The private DNS zone in which Azure looks up the private endpoints of a service, in each cloud.
 *
 * Once a resource has a private endpoint, public DNS answers its host name with an alias in this zone:
 *
 *     NAME.service.signalr.net  ->  NAME.privatelink.service.signalr.net  ->  10.0.0.4
 *
 * @see https://learn.microsoft.com/azure/private-link/private-endpoint-dns
 */
export class PrivateLinkZone {
  /** Azure SignalR Service. Microsoft's table has no row for the US government; community lists agree on the name. */
  public static readonly SIGNALR = new PrivateLinkZone(
    {
      inPublic: 'service.signalr.net',
      inUsGovernment: 'signalr.azure.us',
      inChina: 'service.signalr.azure.cn',
    },
    {
      inPublic: 'privatelink.service.signalr.net',
      inUsGovernment: 'privatelink.signalr.azure.us',
      inChina: 'privatelink.signalr.azure.cn',
    },
  );

  /** Web and function apps of App Service; their `scm` sites have their records in the same zone. */
  public static readonly SITES = PrivateLinkZone.ofHosts({
    inPublic: AzureCloud.PUBLIC.appServiceDomain,
    inUsGovernment: AzureCloud.US_GOVERNMENT.appServiceDomain,
    inChina: AzureCloud.CHINA.appServiceDomain,
  });

  /** Azure Key Vault, whose zone has another name than its hosts. */
  public static readonly KEY_VAULT = new PrivateLinkZone(
    {
      inPublic: 'vault.azure.net',
      inUsGovernment: 'vault.usgovcloudapi.net',
      inChina: 'vault.azure.cn',
    },
    {
      inPublic: 'privatelink.vaultcore.azure.net',
      inUsGovernment: 'privatelink.vaultcore.usgovcloudapi.net',
      inChina: 'privatelink.vaultcore.azure.cn',
    },
  );

  /** Blobs of a storage account. */
  public static readonly STORAGE_BLOB = PrivateLinkZone.ofStorage('blob');

  /** File shares of a storage account. */
  public static readonly STORAGE_FILE = PrivateLinkZone.ofStorage('file');

  /** Queues of a storage account. */
  public static readonly STORAGE_QUEUE = PrivateLinkZone.ofStorage('queue');

  /** Tables of a storage account. */
  public static readonly STORAGE_TABLE = PrivateLinkZone.ofStorage('table');

  /** Static websites of a storage account, whose host names have the number of a DNS zone before this domain. */
  public static readonly STORAGE_WEB = PrivateLinkZone.ofStorage('web');

  /** Data Lake Storage of a storage account. */
  public static readonly STORAGE_DFS = PrivateLinkZone.ofStorage('dfs');

  /** Azure SQL Database. */
  public static readonly SQL_DATABASE = PrivateLinkZone.ofHosts({
    inPublic: 'database.windows.net',
    inUsGovernment: 'database.usgovcloudapi.net',
    inChina: 'database.chinacloudapi.cn',
  });

  /** Azure Cosmos DB for NoSQL. */
  public static readonly COSMOS_DB = PrivateLinkZone.ofHosts({
    inPublic: 'documents.azure.com',
    inUsGovernment: 'documents.azure.us',
    inChina: 'documents.azure.cn',
  });

  /** Azure Cache for Redis; Azure Managed Redis has another zone. */
  public static readonly REDIS_CACHE = PrivateLinkZone.ofHosts({
    inPublic: 'redis.cache.windows.net',
    inUsGovernment: 'redis.cache.usgovcloudapi.net',
    inChina: 'redis.cache.chinacloudapi.cn',
  });

  /** Event Hubs, Service Bus and Relay, which share a zone. */
  public static readonly SERVICE_BUS = PrivateLinkZone.ofHosts({
    inPublic: 'servicebus.windows.net',
    inUsGovernment: 'servicebus.usgovcloudapi.net',
    inChina: 'servicebus.chinacloudapi.cn',
  });

  /** Azure App Configuration; Microsoft's table has no row for China. */
  public static readonly APP_CONFIGURATION = PrivateLinkZone.ofHosts({
    inPublic: 'azconfig.io',
    inUsGovernment: 'azconfig.azure.us',
  });

  /** Azure Container Registry. */
  public static readonly CONTAINER_REGISTRY = PrivateLinkZone.ofHosts({
    inPublic: 'azurecr.io',
    inUsGovernment: 'azurecr.us',
    inChina: 'azurecr.cn',
  });

  /**
   * The zone of another service.
   *
   * @param hosts domain of the service's host names in each cloud
   * @param zones name of the zone in each cloud, where it is not `privatelink.` before the domain, such as
   * `westeurope.privatelink.batch.azure.com`
   * @see https://learn.microsoft.com/azure/private-link/private-endpoint-dns
   */
  public static of(hosts: CloudDomains, zones?: CloudDomains): PrivateLinkZone {
    checkInput('dns.PrivateLinkZone.of', arguments);
    return zones ? new PrivateLinkZone(hosts, zones) : PrivateLinkZone.ofHosts(hosts);
  }

  private static ofStorage(kind: string): PrivateLinkZone {
    return PrivateLinkZone.ofHosts({
      inPublic: `${kind}.core.windows.net`,
      inUsGovernment: `${kind}.core.usgovcloudapi.net`,
      inChina: `${kind}.core.chinacloudapi.cn`,
    });
  }

  private static ofHosts(hosts: CloudDomains): PrivateLinkZone {
    const below = (domain?: string) => (domain === undefined ? undefined : `privatelink.${domain}`);
    return new PrivateLinkZone(hosts, {
      inPublic: below(hosts.inPublic)!,
      inUsGovernment: below(hosts.inUsGovernment),
      inChina: below(hosts.inChina),
    });
  }

  private constructor(
    private readonly hosts: CloudDomains,
    private readonly zones: CloudDomains,
  ) {}

  /**
   * Name of the zone in a cloud, such as `privatelink.service.signalr.net`.
   *
   * @throws `dns/zone-name` where `of` was not given the name
   */
  public nameIn(cloud: AzureCloud): string {
    checkInput('dns.PrivateLinkZone.nameIn', arguments);
    return this._nameIn(cloud) ?? this.refuse(cloud);
  }

  /**
   * Domain of the service's host names in a cloud, such as `service.signalr.net`.
   *
   * Clients use names of this domain, never of the zone. DNS servers outside of Azure forward this domain to the
   * inbound endpoint of a `PrivateDnsResolver`.
   *
   * @throws `dns/zone-name` where `of` was not given the domain
   */
  public hostIn(cloud: AzureCloud): string {
    checkInput('dns.PrivateLinkZone.hostIn', arguments);
    return this._hostIn(cloud) ?? this.refuse(cloud);
  }

  /**
   * Name of the zone in a cloud; `undefined` where it is not known.
   *
   * @internal
   */
  public _nameIn(cloud: AzureCloud): string | undefined {
    return nameIn(this.zones, cloud);
  }

  /**
   * Domain of the host names in a cloud; `undefined` where it is not known.
   *
   * @internal
   */
  public _hostIn(cloud: AzureCloud): string | undefined {
    return nameIn(this.hosts, cloud);
  }

  /**
   * Reports why the zone cannot be used in a cloud; a name for another cloud is also judged.
   *
   * @internal
   */
  public _problemsIn(cloud: AzureCloud): Problem[] {
    if (!this._hostIn(cloud) || !this._nameIn(cloud)) return [this.missingIn(cloud)];
    const given = [this.hosts, this.zones].flatMap(({ inPublic, inUsGovernment, inChina }) => [
      inPublic,
      inUsGovernment ?? inPublic,
      inChina ?? inPublic,
    ]);
    const messages = [...new Set(given)]
      .filter((name) => !DOMAIN.test(name))
      .map((name) => `"${name}" is not a domain; use one such as redis.cache.windows.net`);
    return withCode('dns/zone-name', messages);
  }

  private refuse(cloud: AzureCloud): never {
    throw new ValidationError(`PrivateLinkZone: ${withoutPath(this.missingIn(cloud))}`);
  }

  private missingIn(cloud: AzureCloud): Problem {
    const prop = cloud === AzureCloud.CHINA ? 'inChina' : 'inUsGovernment';
    const message = `no domain is known for ${this.zones.inPublic} in the cloud of the region; give ${prop} to PrivateLinkZone.of(...)`;
    return { code: 'dns/zone-name', message };
  }
}

function nameIn(names: CloudDomains, cloud: AzureCloud): string | undefined {
  if (cloud === AzureCloud.US_GOVERNMENT) return names.inUsGovernment;
  return cloud === AzureCloud.CHINA ? names.inChina : names.inPublic;
}
