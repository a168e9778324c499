import { DnsCnameRecord } from '@cdktf/provider-azurerm/lib/dns-cname-record';
import { Fn, TerraformProvider, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem, withCode } from '../core/internal/violations';

const DEFAULT_TTL = 300;
const MAX_TTL = 2147483647;

/** An existing public DNS zone of Azure, and the record in it. */
export interface DomainDnsZone {
  /** Name of the zone, as `example.com`; the domain lies below it. */
  readonly zoneName: string;

  /** Name of the resource group that holds the zone. */
  readonly resourceGroupName: string;

  /**
   * How long resolvers may keep the record, in seconds: 1 to 2147483647.
   *
   * @default 300
   */
  readonly ttlInSeconds?: number;

  /**
   * Provider of the record, for a zone in another subscription than the stack's default one:
   * `new AzurermProvider(...)` with an `alias`.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/**
 * Who sees to the CNAME record that leads a custom domain to the service.
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
   * What keeps the domain from having a record in the zone.
   *
   * @internal
   */
  public _problems(domainName: string): Problem[] {
    if (!this.publicZone) return [];
    const { zoneName, ttlInSeconds } = this.publicZone;
    const messages: string[] = [];
    if (isKnown(domainName) && isKnown(zoneName) && !domainName.toLowerCase().endsWith(`.${zoneName.toLowerCase()}`)) {
      messages.push(
        `"${domainName}" is not below zone "${zoneName}", and a CNAME record is possible below its zone only; give the zone of a parent domain`,
      );
    }
    if (isKnown(ttlInSeconds) && !(Number.isInteger(ttlInSeconds) && ttlInSeconds >= 1 && ttlInSeconds <= MAX_TTL)) {
      messages.push(
        `the record has a time to live of ${ttlInSeconds} seconds; use a whole number from 1 to ${MAX_TTL}`,
      );
    }
    return withCode('signalr/domain-dns', messages);
  }

  /**
   * The resource that makes the record, defined in `scope` if it is new; `undefined` where others see to it.
   *
   * @internal
   */
  public _recordIn(scope: Construct, domainName: string, hostname: string): TerraformResource | undefined {
    if (!this.publicZone) return this.record;
    const { zoneName, resourceGroupName, ttlInSeconds, provider } = this.publicZone;
    return new DnsCnameRecord(scope, 'CnameRecord', {
      name: nameInZone(domainName, zoneName),
      zoneName,
      resourceGroupName,
      ttl: ttlInSeconds ?? DEFAULT_TTL,
      record: hostname,
      provider,
    });
  }
}

/** Of `chat.example.com` in `example.com` it is `chat`. */
function nameInZone(domainName: string, zoneName: string): string {
  if (isKnown(domainName) && isKnown(zoneName)) return domainName.slice(0, -(zoneName.length + 1));
  return Fn.trimsuffix(domainName, `.${zoneName}`);
}
