import { baselinesOfEndpoint, connectionOf } from './connection';
import { Certainty } from '../../../../core/internal/certainty';
import { ModelResource } from '../../../../model/model-resource';
import { Target } from '../../../../model/target';
import { RecordedEndpoint, registrationOf } from '../../../../topology/dns/registration';
import {
  cloudsOf,
  hostDomainsIn,
  hostSuffixOf,
  zoneNamesIn,
  zoneOfSubresource,
} from '../../../../topology/privatelink/zones';
import { Value } from '../../../../topology/values';
import { ComplianceStatus } from '../../../compliance-status';
import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

/** The policy that gives endpoints their zone, by the sub-resource. */
const POLICIES = new Map<string, string>(
  Object.entries({
    signalr: 'b0e86710-7fb7-4a6c-a064-32e9b829509e',
    sites: 'b318f84a-b872-429b-ac6d-a01b96814452',
    vault: 'ac673a9a-f77d-4846-b2d8-a57f8e1c01d4',
    blob: '75973700-529f-4de2-b794-fb9b6781b6b0',
    blob_secondary: 'd847d34b-9337-4e2d-99a5-767e5ac9c582',
    dfs: '83c6fe0f-2316-444a-99a1-1ecd8a7872ca',
    dfs_secondary: '90bd4cb3-9f59-45f7-a6ca-f69db2726671',
    file: '6df98d03-368a-4438-8730-a93c4d7693d6',
    queue: 'bcff79fb-2b0d-47c9-97e5-3023479b00d1',
    queue_secondary: 'da9b4ae8-5ddc-48c5-b9c0-25f8abf7a3d6',
    table: '028bbd88-e9b5-461f-9424-a1b63a7bee1a',
    table_secondary: 'c1d634a5-f73d-4cdd-889f-2cc7006eb47f',
    web: '9adab2a5-05ba-4fbd-831a-5bf958d04218',
    web_secondary: 'd19ae5f1-b303-4b82-9ca8-7682749faf0c',
  }),
);

/** The endpoint records its address in the zone of its service. */
export const privateEndpointDnsZoneGroup: Rule = {
  id: 'PE4',
  name: 'PrivateEndpointDnsZoneGroup',
  severity: Severity.ERROR,
  types: ['azurerm_private_endpoint'],
  controls: {
    benchmark: ['NS-2'],
    policies: [...POLICIES.values()],
  },
  controlsOf: (endpoint) => ({ benchmark: ['NS-2'], policies: policiesOf(endpoint) }),
  baselinesOf: baselinesOfEndpoint,
  summary: 'The private endpoint records its address in the private DNS zone of its service.',
  explanation:
    'Callers find the service by its public name. Without a record in the right zone callers get its public address, and their traffic leaves the network.',
  link: 'https://learn.microsoft.com/azure/private-link/private-endpoint-dns',
  fix: 'Add private_dns_zone_group with the zone of the service; in this library dns: DnsIntegration.newZone() or DnsIntegration.zone(...).',
  evaluate: (endpoint, context) => {
    const connection = connectionOf(endpoint);
    if (connection instanceof RuleVerdict) return connection;
    const groups = endpoint.blocks('private_dns_zone_group');
    if (!groups) return RuleVerdict.unknown('private_dns_zone_group is not known');
    if (registrationOf(endpoint, context.topology.zones).isByPolicy) {
      return RuleVerdict.notApplicable('Terraform ignores changes of private_dns_zone_group, such as by Azure Policy');
    }
    const records = context.topology.recordedEndpoints.recordsOf(endpoint);
    // Others may keep the record outside of the tree. Where nobody does, servers come over the public network, and are refused.
    const message = 'private_dns_zone_group is not given, so another team must write the record of the address';
    if (groups.length + records.length === 0) return RuleVerdict.violated({ message, severity: Severity.WARNING });
    const [name] = connection.names ?? [];
    if (name === undefined) return RuleVerdict.unknown('subresource_names is not known');
    const zone = zoneOfSubresource(connection.kind, name);
    const clouds = cloudsOf(endpoint.at('location').knownText);
    const expected = zone ? zoneNamesIn(zone, clouds) : [];
    if (!zone || expected.length === 0) return RuleVerdict.notApplicable(`the rules know no zone for ${name}`);
    const publicZones = hostDomainsIn(zone, clouds);
    if (groups.length > 0) {
      const byGroup = judgeZones(groups[0].at('private_dns_zone_ids'), expected);
      if (byGroup.status !== ComplianceStatus.VIOLATED || records.length === 0) return byGroup;
    }
    const target = connection.kind.target(context.model, connection.block.at('private_connection_resource_id'));
    return judgeRecords(records, expected, { target: target!, suffix: hostSuffixOf(name), publicZones });
  },
};

/** The policies for the sub-resources of an endpoint; those for every one of its target where they are not known. */
function policiesOf(endpoint: ModelResource): readonly string[] {
  const connection = connectionOf(endpoint);
  if (connection instanceof RuleVerdict) {
    return connection.status === ComplianceStatus.UNKNOWN ? [...POLICIES.values()] : [];
  }
  const { kind, names } = connection;
  const parts = names?.includes(undefined) === false ? names : kind.subresources;
  // That for apps asks for the group `sites`; slots have groups of their own.
  return parts.flatMap((part) => POLICIES.get(part!.toLowerCase()) ?? []);
}

/** Name that callers look up. */
interface Wanted {
  readonly target: Target;
  /** Suffix behind the name of the target. */
  readonly suffix: string;
  /** Domains of the public names, under which a zone of this name answers before public DNS does. */
  readonly publicZones: readonly string[];
}

function judgeRecords(
  records: readonly RecordedEndpoint[],
  expected: readonly string[],
  { target, suffix, publicZones }: Wanted,
): RuleVerdict {
  const { key, resource } = target;
  const name = resource ? resource.name : key?.slice(key.lastIndexOf('/') + 1);
  const label = name && name + suffix;
  const answers = records.map(({ record, zone }) => {
    const given = record!.at('name');
    // Host names of static websites go on with the number of a DNS zone, such as `NAME.z13`.
    const isSame = label !== undefined && given.knownText?.toLowerCase().replace(/\.z\d+$/, '') === label.toLowerCase();
    const isNamed = isSame || given.is('*') || (suffix === '' && given.resource && given.resource === resource);
    const isOpen = name === undefined || given.knownText === undefined;
    return Certainty.all([
      Certainty.of(zone?.name === undefined ? undefined : [...expected, ...publicZones].includes(zone.name)),
      isNamed ? Certainty.YES : Certainty.of(isOpen ? undefined : false),
      record!.presence,
    ]);
  });
  const found = Certainty.any(answers);
  if (found.isYes) return RuleVerdict.compliant('an azurerm_private_dns_a_record has its address');
  if (found.isMaybe) return RuleVerdict.unknown(found.because ?? 'the zone or name of a record is not known');
  const [{ record, zone }] = records;
  const where = `${record!.path} has its address as ${record!.at('name').text} in ${zone!.name}`;
  return RuleVerdict.violated({
    message: `${where}, but the service is looked up as ${label ?? 'its name'} in ${expected.join(' or ')}`,
  });
}

function judgeZones(ids: Value, expected: readonly string[]): RuleVerdict {
  const names = ids.elements?.map(zoneNameOf);
  const found = names?.find((name) => name !== undefined && expected.includes(name.toLowerCase()));
  if (found !== undefined) return RuleVerdict.compliant(`the address is recorded in ${found}`);
  if (!names || names.includes(undefined)) return RuleVerdict.unknown('the zone is not known');
  const message = `private_dns_zone_group has ${names.join(', ') || 'no zone'}, but the service is looked up in ${expected.join(' or ')}`;
  return RuleVerdict.violated({ message });
}

function zoneNameOf(id: Value): string | undefined {
  return id.resource ? id.resource.name : id.knownText?.split('/').pop();
}
