import { AzureCloud } from '../../core/azure-cloud';
import { checkInput } from '../../core/internal/input/check-input';

/** A domain name in each cloud. */
interface DomainNames {
  readonly inPublic: string;
  readonly inUsGovernment: string;
  readonly inChina: string;
}

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

  private static ofStorage(kind: string): PrivateLinkZone {
    return PrivateLinkZone.ofHosts({
      inPublic: `${kind}.core.windows.net`,
      inUsGovernment: `${kind}.core.usgovcloudapi.net`,
      inChina: `${kind}.core.chinacloudapi.cn`,
    });
  }

  private static ofHosts(hosts: DomainNames): PrivateLinkZone {
    return new PrivateLinkZone(hosts, {
      inPublic: `privatelink.${hosts.inPublic}`,
      inUsGovernment: `privatelink.${hosts.inUsGovernment}`,
      inChina: `privatelink.${hosts.inChina}`,
    });
  }

  private constructor(
    private readonly hosts: DomainNames,
    private readonly zones: DomainNames,
  ) {}

  /** Name of the zone in a cloud, as `privatelink.service.signalr.net`. */
  public nameIn(cloud: AzureCloud): string {
    checkInput('dns.PrivateLinkZone.nameIn', arguments);
    return nameIn(this.zones, cloud);
  }

  /**
   * Domain of the service's host names in a cloud, as `service.signalr.net`.
   *
   * Clients use names of this domain, never of the zone. DNS servers outside of Azure forward this domain to the
   * inbound endpoint of a `PrivateDnsResolver`.
   */
  public hostIn(cloud: AzureCloud): string {
    checkInput('dns.PrivateLinkZone.hostIn', arguments);
    return nameIn(this.hosts, cloud);
  }
}

function nameIn(names: DomainNames, cloud: AzureCloud): string {
  if (cloud === AzureCloud.US_GOVERNMENT) return names.inUsGovernment;
  return cloud === AzureCloud.CHINA ? names.inChina : names.inPublic;
}
