import { baselinesOfZone } from './meant-zone';
import { ModelResource } from '../../../../model/model-resource';
import { isOn } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

/** Machines do not register themselves in zones of private endpoints. */
export const privateDnsNoAutoRegistration: Rule = {
  id: 'DNS3',
  name: 'PrivateDnsNoAutoRegistration',
  severity: Severity.WARNING,
  types: ['azurerm_private_dns_zone_virtual_network_link'],
  controls: { benchmark: ['NS-2'] },
  baselinesOf: (link) => baselinesOfZone(zoneNameOf(link)),
  summary: 'Links to privatelink zones do not register virtual machines.',
  explanation:
    'A virtual machine with the name of a service would overwrite the record of the service, and its network could not register machines in another zone.',
  link: 'https://learn.microsoft.com/azure/dns/private-dns-autoregistration',
  fix: 'Set registration_enabled to false or leave it out; in this library leave registrationEnabled out.',
  evaluate: (link) => {
    const name = zoneNameOf(link);
    if (name !== undefined && !/^privatelink\./i.test(name)) {
      return RuleVerdict.notApplicable(`${name} is not a zone of private endpoints`);
    }
    const registers = isOn(link.at('registration_enabled'), false);
    if (registers.isNo) return RuleVerdict.compliant('registration_enabled is false');
    if (registers.isMaybe) return RuleVerdict.unknown('registration_enabled is not known');
    if (name === undefined) return RuleVerdict.unknown('the zone is not known');
    return RuleVerdict.violated({ message: `registration_enabled is true for ${name}` });
  },
};

function zoneNameOf(link: ModelResource): string | undefined {
  const { resource, knownText } = link.at('private_dns_zone_id');
  return link.at('private_dns_zone_name').knownText ?? resource?.name ?? knownText?.split('/').pop();
}
