import { Zone, Zones } from './zones';
import { addTo } from '../../core/internal/add-to';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';

/** The zones in which Azure records a private endpoint. */
export interface Registration {
  readonly endpoint: ModelResource;
  /** The zones of its zone group, as far as they are known. */
  readonly zones: readonly Zone[];
  /** Reports whether the endpoint has further zones that only Terraform knows. */
  readonly hasUnknownZones: boolean;
  /** Reports whether Azure Policy attaches the endpoint's zone. */
  readonly isByPolicy: boolean;
}

/** Reads where Azure records an endpoint. */
export function registrationOf(endpoint: ModelResource, zones: Zones): Registration {
  const groups = endpoint.blocks('private_dns_zone_group');
  const ids = groups?.map((group) => group.at('private_dns_zone_ids').elements);
  const found = ids?.flatMap((list) => list?.map((id) => zones.ofId(id)) ?? [undefined]) ?? [undefined];
  return {
    endpoint,
    zones: found.filter((zone) => zone !== undefined),
    hasUnknownZones: found.includes(undefined),
    isByPolicy: groups?.length === 0 && ignoresZoneGroup(endpoint),
  };
}

/** Terraform has to leave a zone group alone that a policy adds, or else every plan would remove it. */
function ignoresZoneGroup(endpoint: ModelResource): boolean {
  const { known } = endpoint.at('lifecycle.ignore_changes');
  return known === 'all' || (Array.isArray(known) && known.includes('private_dns_zone_group'));
}

/** The fixed address of an endpoint, where it has a known one. */
export function fixedAddressOf(endpoint: ModelResource): string | undefined {
  return endpoint.at('ip_configuration.private_ip_address').knownText;
}

/** The endpoint that each address of a record is of; `undefined` for an address that is not known to be one of them. */
export function endpointsIn(record: ModelResource, endpoints: readonly ModelResource[]): (ModelResource | undefined)[] {
  const records = record.at('records');
  const addresses = records.resource ? [records] : (records.elements ?? []);
  const found = addresses.map(({ resource, knownText }) =>
    endpoints.find((endpoint) => endpoint === resource || (knownText && fixedAddressOf(endpoint) === knownText)),
  );
  return found.length > 0 ? found : [undefined];
}

/** A private endpoint in a zone. */
export interface RecordedEndpoint {
  readonly endpoint: ModelResource;
  /** The record that has its address; `undefined` where Azure writes it by the zone group of the endpoint. */
  readonly record?: ModelResource;
  /** The zone, where it is known. */
  readonly zone?: Zone;
}

/** Records of private endpoints: by their zone groups, and by records of their addresses. */
export class RecordedEndpoints {
  private readonly byZone = new Map<string, RecordedEndpoint[]>();
  private readonly byEndpoint = new Map<string, RecordedEndpoint[]>();
  private unknown?: string;

  public constructor(model: TerraformModel, zones: Zones) {
    const endpoints = model.resources('azurerm_private_endpoint');
    const byAddress = new Map<string | undefined, ModelResource[]>();
    endpoints.forEach((endpoint) => addTo(byAddress, fixedAddressOf(endpoint), endpoint));
    for (const endpoint of endpoints) {
      const registration = registrationOf(endpoint, zones);
      registration.zones.forEach((zone) => this.add({ endpoint, zone }));
      if (registration.hasUnknownZones) this.unknown ??= `which zones ${endpoint.path} uses is not known`;
    }
    for (const record of model.resources('azurerm_private_dns_a_record')) {
      const records = record.at('records');
      for (const { resource, knownText } of records.resource ? [records] : (records.elements ?? [])) {
        const zone = zones.ofPart(record, 'zone_name');
        const found =
          knownText === undefined ? endpoints.filter((each) => each === resource) : byAddress.get(knownText);
        found?.forEach((endpoint) => this.add({ endpoint, record, zone }));
      }
    }
  }

  /** The endpoints in a zone. */
  public in(zone: Zone): readonly RecordedEndpoint[] {
    return this.byZone.get(zone.key) ?? [];
  }

  /** The records that have the address of an endpoint. */
  public recordsOf({ path }: ModelResource): readonly RecordedEndpoint[] {
    return (this.byEndpoint.get(path) ?? []).filter(({ record }) => record !== undefined);
  }

  /** Explains why there may be more endpoints in any zone; `undefined` where all are known. */
  public get doubt(): string | undefined {
    return this.unknown;
  }

  private add(recorded: RecordedEndpoint): void {
    addTo(this.byEndpoint, recorded.endpoint.path, recorded);
    if (recorded.zone) addTo(this.byZone, recorded.zone.key, recorded);
  }
}
