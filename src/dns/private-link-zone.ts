import { AzureCloud } from '../core';

/**
 * The private DNS zone in which Azure looks up the private endpoints of a service, in each cloud.
 *
 * @see https://learn.microsoft.com/azure/private-link/private-endpoint-dns
 */
export class PrivateLinkZone {
  /** Azure SignalR Service. */
  public static readonly SIGNALR = new PrivateLinkZone(
    'privatelink.service.signalr.net',
    'privatelink.signalr.azure.us',
    'privatelink.signalr.azure.cn',
  );

  private constructor(
    private readonly inPublic: string,
    private readonly inUsGovernment: string,
    private readonly inChina: string,
  ) {}

  /** Name of the zone in a cloud, as `privatelink.service.signalr.net`. */
  public nameIn(cloud: AzureCloud): string {
    if (cloud === AzureCloud.US_GOVERNMENT) return this.inUsGovernment;
    return cloud === AzureCloud.CHINA ? this.inChina : this.inPublic;
  }
}
