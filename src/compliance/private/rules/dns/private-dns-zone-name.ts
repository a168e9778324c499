import { baselinesOfZone, zoneMeantBy } from './meant-zone';
import { AzureCloud } from '../../../../core/azure-cloud';
import { PrivateLinkZone } from '../../../../dns/values/private-link-zone';
import { cloudsOf, PRIVATE_LINK_ZONES } from '../../../../topology/privatelink/zones';
import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

/** The zone has the name that Azure looks for. */
export const privateDnsZoneName: Rule = {
  id: 'DNS1',
  name: 'PrivateDnsZoneName',
  severity: Severity.ERROR,
  types: ['azurerm_private_dns_zone'],
  controls: { benchmark: ['NS-2'] },
  baselinesOf: ({ name }) => baselinesOfZone(name ?? undefined),
  summary: 'A private DNS zone of SignalR, App Service, Key Vault or Storage has the name that the cloud uses.',
  explanation:
    "Azure's public DNS redirects to one name only, such as privatelink.service.signalr.net. No query reaches a zone with another name, and a zone with the public domain itself hides all other resources of the service.",
  link: 'https://learn.microsoft.com/azure/private-link/private-endpoint-dns',
  fix: 'Set name to the one in the table of the linked page; in this library zoneName: PrivateLinkZone.SIGNALR.nameIn(AzureCloud.PUBLIC).',
  evaluate: (resource) => {
    const name = resource.name?.toLowerCase();
    if (name === undefined) return RuleVerdict.unknown('the name is not known');
    const group = resource.at('resource_group_name').resource;
    const clouds = cloudsOf(group?.at('location').knownText);
    const right = PRIVATE_LINK_ZONES.find((zone) => namesIn(zone, clouds).includes(name));
    if (right) return RuleVerdict.compliant(`${name} is a name that Azure looks for`);
    const zone = zoneMeantBy(name);
    if (!zone) return RuleVerdict.notApplicable('it is not a zone of SignalR, App Service, Key Vault or Storage');
    return RuleVerdict.violated({ message: `Azure looks for ${namesIn(zone, clouds).join(' or ')}, not for ${name}` });
  },
};

function namesIn(zone: PrivateLinkZone, clouds: readonly AzureCloud[]): string[] {
  return clouds.map((cloud) => zone.nameIn(cloud));
}
