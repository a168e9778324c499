import { connectionOf } from './connection';
import { ModelResource } from '../../../../model/model-resource';
import { Severity } from '../../../severity';
import { recordedEndpoints } from '../../relations/dns-zones';
import { cloudsOf, zoneOfSubresource } from '../../relations/private-link-zones';
import { lists, Value } from '../../relations/values';
import { Rule, RuleVerdict } from '../../rule';
import { RuleContext } from '../../rule-context';

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
    if (!groups) return RuleVerdict.unknown('private_dns_zone_group is not known at synth');
    if (groups.length === 0) return judgeWithoutGroup(endpoint, context);
    const [name] = connection.names ?? [];
    if (name === undefined) return RuleVerdict.unknown('subresource_names is not known at synth');
    const zone = zoneOfSubresource(name);
    if (!zone) return RuleVerdict.notApplicable(`the rules know no zone for ${name}`);
    const expected = cloudsOf(endpoint.at('location').knownText).map((cloud) => zone.nameIn(cloud));
    return judgeZones(groups[0].at('private_dns_zone_ids'), expected);
  },
};

function judgeWithoutGroup(endpoint: ModelResource, context: RuleContext): RuleVerdict {
  const ignored = endpoint.at('lifecycle.ignore_changes');
  if (ignored.is('all') || lists(ignored, 'private_dns_zone_group')) {
    return RuleVerdict.notApplicable('Terraform leaves private_dns_zone_group to others, such as Azure Policy');
  }
  if (context.derive(recordedEndpoints).has(endpoint)) {
    return RuleVerdict.compliant('an azurerm_private_dns_a_record has its address');
  }
  // Others may keep the record outside of the tree. Where nobody does, servers come over the public network, and are refused.
  const message = 'private_dns_zone_group is not given, so others must keep the record of the address';
  return RuleVerdict.violated({ message, severity: Severity.WARNING });
}

function judgeZones(ids: Value, expected: readonly string[]): RuleVerdict {
  const names = ids.elements?.map(zoneNameOf);
  const found = names?.find((name) => name !== undefined && expected.includes(name.toLowerCase()));
  if (found !== undefined) return RuleVerdict.compliant(`the address is recorded in ${found}`);
  if (!names || names.includes(undefined)) return RuleVerdict.unknown('the zone is not known at synth');
  const message = `private_dns_zone_group has ${names.join(', ') || 'no zone'}, but the service is looked up in ${expected.join(' or ')}`;
  return RuleVerdict.violated({ message });
}

function zoneNameOf(id: Value): string | undefined {
  return id.resource ? id.resource.name : id.knownText?.split('/').pop();
}
