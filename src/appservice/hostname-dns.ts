import { DnsCnameRecord } from '@cdktf/provider-azurerm/lib/dns-cname-record';
import { DnsTxtRecord } from '@cdktf/provider-azurerm/lib/dns-txt-record';
import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { checkInput } from '../core/internal/input/check-input';
import { Problem, withCode } from '../core/internal/violations';
import { PublicDnsZone } from '../dns';
import { publicRecordAttributes, publicRecordMessages } from '../dns/internal/public-records';

/** Facts of the app that the records of a host name have. */
interface NamedApp {
  readonly defaultHostname: string;
  readonly verificationId: string;
}

/**
 * Management of the records of an app's host name: a CNAME record that points to the app, and the TXT record
 * `asuid.HOSTNAME`, by which App Service verifies the owner of the domain.
 *
 * @see https://learn.microsoft.com/azure/app-service/app-service-web-tutorial-custom-domain
 */
export class HostnameDns {
  /** The records are there before the stack is applied. */
  public static existing(): HostnameDns {
    return new HostnameDns([]);
  }

  /**
   * The records are made by other resources, such as those of another DNS provider.
   *
   * @param records the resources that make the records; the host name waits for those of the same stack
   */
  public static after(...records: TerraformResource[]): HostnameDns {
    checkInput('appservice.HostnameDns.after', arguments);
    return new HostnameDns(records);
  }

  /**
   * New records in an existing public DNS zone of Azure: CNAME and TXT. Azure has no CNAME record for the name of the
   * zone itself; make the records of that one with `after`.
   *
   * @param zone the zone, and how the records are kept
   */
  public static zone(zone: PublicDnsZone): HostnameDns {
    checkInput('appservice.HostnameDns.zone', arguments);
    return new HostnameDns([], zone);
  }

  /**
   * A new TXT record in an existing public DNS zone of Azure; the name itself points to a proxy before the app, such as
   * an application gateway or Azure Front Door. App Service makes no managed certificate for such a name.
   *
   * @param zone the zone, and how the record is kept
   */
  public static behindProxy(zone: PublicDnsZone): HostnameDns {
    checkInput('appservice.HostnameDns.behindProxy', arguments);
    return new HostnameDns([], zone, true);
  }

  private constructor(
    private readonly records: readonly TerraformResource[],
    private readonly publicZone?: PublicDnsZone,
    /** @internal */
    public readonly _isBehindProxy: boolean = false,
  ) {}

  /**
   * Problems that keep the host name from having records in the zone.
   *
   * @internal
   */
  public _problems(hostname: string): Problem[] {
    if (!this.publicZone) return [];
    return withCode('appservice/hostname-dns', publicRecordMessages(hostname, this.publicZone));
  }

  /**
   * The resources that make the records, defined in `scope` if they are new.
   *
   * @internal
   */
  public _recordsIn(scope: Construct, hostname: string, app: NamedApp): readonly TerraformResource[] {
    if (!this.publicZone) return this.records;
    const verification = new DnsTxtRecord(scope, 'VerificationRecord', {
      ...publicRecordAttributes(`asuid.${hostname}`, this.publicZone),
      record: [{ value: app.verificationId }],
    });
    if (this._isBehindProxy) return [verification];
    const name = publicRecordAttributes(hostname, this.publicZone);
    return [verification, new DnsCnameRecord(scope, 'CnameRecord', { ...name, record: app.defaultHostname })];
  }
}
