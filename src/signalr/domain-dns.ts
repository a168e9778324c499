import { DnsCnameRecord } from '@cdktf/provider-azurerm/lib/dns-cname-record';
import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { checkInput } from '../core/internal/input/check-input';
import { Problem, withCode } from '../core/internal/violations';
import { PublicDnsZone } from '../dns';
import { publicRecordAttributes, publicRecordMessages } from '../dns/internal/public-records';

/** An existing public DNS zone of Azure, and the record in it. */
export interface DomainDnsZone extends PublicDnsZone {}

/**
 * Management of the CNAME record that points a custom domain to the service.
 *
 * Azure looks the record up when the domain is added, and takes it for the proof that the domain is the owner's.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/howto-custom-domain#create-a-custom-domain-cname-record
 */
export class DomainDns {
  /** The record is there before the stack is applied: `DOMAIN CNAME NAME.service.signalr.net`. */
  public static existing(): DomainDns {
    return new DomainDns();
  }

  /**
   * The record is made by another resource, such as one of another DNS provider.
   *
   * @param record the resource that makes the record; a domain in the same stack waits for it
   */
  public static after(record: TerraformResource): DomainDns {
    checkInput('signalr.DomainDns.after', arguments);
    return new DomainDns(record);
  }

  /**
   * A new record in an existing public DNS zone of Azure.
   *
   * @param zone the zone, and how the record is kept
   */
  public static zone(zone: DomainDnsZone): DomainDns {
    checkInput('signalr.DomainDns.zone', arguments);
    return new DomainDns(undefined, zone);
  }

  private constructor(
    private readonly record?: TerraformResource,
    private readonly publicZone?: DomainDnsZone,
  ) {}

  /**
   * Reports why the domain cannot have a record in the zone.
   *
   * @internal
   */
  public _problems(domainName: string): Problem[] {
    if (!this.publicZone) return [];
    return withCode('signalr/domain-dns', publicRecordMessages(domainName, this.publicZone));
  }

  /**
   * The resource that makes the record, defined in `scope` if it is new; `undefined` where others see to it.
   *
   * @internal
   */
  public _recordIn(scope: Construct, domainName: string, hostname: string): TerraformResource | undefined {
    if (!this.publicZone) return this.record;
    const attributes = publicRecordAttributes(domainName, this.publicZone);
    return new DnsCnameRecord(scope, 'CnameRecord', { ...attributes, record: hostname });
  }
}
