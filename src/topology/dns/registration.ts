import { Zone, Zones } from './zones';
import { ModelResource } from '../../model/model-resource';

/** The zones in which Azure records a private endpoint. */
export interface Registration {
  readonly endpoint: ModelResource;
  /** The zones of its zone group, as far as they are known. */
  readonly zones: readonly Zone[];
  /** Whether it has further zones that only Terraform knows. */
  readonly hasUnknownZones: boolean;
  /** Whether Azure Policy attaches its zone. */
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
