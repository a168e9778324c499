import { Zone, Zones } from './zones';
import { addTo } from '../../core/internal/add-to';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';

/** Name of a record in a zone. */
export interface RecordName {
  /** Name below the zone, such as `chat`; `undefined` where only Terraform knows it. */
  readonly label?: string;
  /** Key of the service, where a record that refers to the name of the service is meant too. */
  readonly service?: string;
}

const UNKNOWN = '?';
const WILDCARD = '*';

/** The records that the tree writes into zones, without those that private endpoints write. */
export class ZoneRecords {
  private readonly byZoneAndName = new Map<string, ModelResource[]>();
  private readonly byZone = new Map<string, ModelResource[]>();

  public constructor(model: TerraformModel, zones: Zones) {
    for (const record of model.resources('azurerm_private_dns_a_record', 'azurerm_private_dns_cname_record')) {
      this.add(zones.ofPart(record, 'zone_name')?.key ?? UNKNOWN, nameOf(record), record);
    }
  }

  /** The records of a name: its own, or else the one of all names that a zone lacks. */
  public find(zone: Zone, name: RecordName): ModelResource[] {
    const own = this.of(zone.key, name);
    return own.length > 0 ? own : this.at(zone.key, WILDCARD);
  }

  /** The records of a zone, in the order of their definition. */
  public in(zone: Zone): readonly ModelResource[] {
    return this.byZone.get(zone.key) ?? [];
  }

  /** Records of which only Terraform knows the zone. */
  public get unplaced(): readonly ModelResource[] {
    return this.byZone.get(UNKNOWN) ?? [];
  }

  /** Reports whether a record may be there of which only Terraform knows the name or the zone. */
  public mayFind(zone: Zone, name: RecordName): boolean {
    if (name.label === undefined && this.byZone.has(zone.key)) return true;
    const uncertain = [this.at(zone.key, UNKNOWN), this.at(UNKNOWN, UNKNOWN), this.of(UNKNOWN, name)];
    return uncertain.some((records) => records.length > 0);
  }

  private of(zone: string, { label, service }: RecordName): ModelResource[] {
    return [...this.at(zone, label), ...this.at(zone, service)];
  }

  private at(zone: string, name: string | undefined): ModelResource[] {
    return this.byZoneAndName.get(`${zone} ${name}`) ?? [];
  }

  private add(zone: string, name: string, record: ModelResource): void {
    addTo(this.byZoneAndName, `${zone} ${name}`, record);
    addTo(this.byZone, zone, record);
  }
}

/** The name in lower case, or else the path of the resource whose name the record has. */
function nameOf(record: ModelResource): string {
  return record.name?.toLowerCase() ?? record.at('name').resource?.path ?? UNKNOWN;
}
