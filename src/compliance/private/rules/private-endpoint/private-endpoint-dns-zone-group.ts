import { connectionOf } from './connection';
import { Certainty } from '../../../../core/internal/certainty';
import { Target } from '../../../../model/target';
import { RecordedEndpoint, registrationOf } from '../../../../topology/dns/registration';
import { cloudsOf, hostSuffixOf, zoneOfSubresource } from '../../../../topology/privatelink/zones';
import { Value } from '../../../../topology/values';
import { ComplianceStatus } from '../../../compliance-status';
import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

/** The endpoint records its address in the zone of its service. */
export const privateEndpointDnsZoneGroup: Rule = {
  id: 'PE4',
  name: 'PrivateEndpointDnsZoneGroup',
  severity: Severity.ERROR,
  types: ['azurerm_private_endpoint'],
  controls: {
    benchmark: ['NS-2'],
    policies: ['b0e86710-7fb7-4a6c-a064-32e9b829509e', 'b318f84a-b872-429b-ac6d-a01b96814452'],
  },
  summary: 'The private endpoint records its address in the private DNS zone of its service.',
  explanation:
    'Callers find the service by its public name. Without a record in the right zone they get its public address, and their traffic leaves the network.',
  link: 'https://learn.microsoft.com/azure/private-link/private-endpoint-dns',
  fix: 'Add private_dns_zone_group with the zone of the service; in this library dns: DnsIntegration.newZone() or DnsIntegration.zone(...).',
  evaluate: (endpoint, context) => {
    const connection = connectionOf(endpoint);
    if (connection instanceof RuleVerdict) return connection;
    const groups = endpoint.blocks('private_dns_zone_group');
    if (!groups) return RuleVerdict.unknown('private_dns_zone_group is not known');
    if (registrationOf(endpoint, context.topology.zones).isByPolicy) {
      return RuleVerdict.notApplicable('Terraform leaves private_dns_zone_group to others, such as Azure Policy');
    }
    const records = context.topology.recordedEndpoints.recordsOf(endpoint);
    // Others may keep the record outside of the tree. Where nobody does, servers come over the public network, and are refused.
    const message = 'private_dns_zone_group is not given, so others must keep the record of the address';
    if (groups.length + records.length === 0) return RuleVerdict.violated({ message, severity: Severity.WARNING });
    const [name] = connection.names ?? [];
    if (name === undefined) return RuleVerdict.unknown('subresource_names is not known');
    const zone = zoneOfSubresource(name);
    if (!zone) return RuleVerdict.notApplicable(`the rules know no zone for ${name}`);
    const clouds = cloudsOf(endpoint.at('location').knownText);
    const expected = clouds.map((cloud) => zone.nameIn(cloud));
    const publicZones = clouds.map((cloud) => zone.hostIn(cloud));
    if (groups.length > 0) {
      const byGroup = judgeZones(groups[0].at('private_dns_zone_ids'), expected);
      if (byGroup.status !== ComplianceStatus.VIOLATED || records.length === 0) return byGroup;
    }
    const target = connection.kind.target(context.model, connection.block.at('private_connection_resource_id'));
    return judgeRecords(records, expected, { target: target!, suffix: hostSuffixOf(name), publicZones });
  },
};

/** What callers look for. */
interface Wanted {
  readonly target: Target;
  /** What names have behind that of the target. */
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
