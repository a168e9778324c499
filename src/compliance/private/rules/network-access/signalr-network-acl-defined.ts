import { publicAccess } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

/** The service has an access control list. */
export const signalRNetworkAclDefined: Rule = {
  id: 'NAC1',
  name: 'SignalRNetworkAclDefined',
  severity: Severity.ERROR,
  types: ['azurerm_signalr_service'],
  controls: { benchmark: ['NS-2'] },
  summary: 'The SignalR service has an access control list, or accepts nothing from the public network.',
  explanation:
    'A service without a list allows every type of request from the public network, also server connections and the REST API.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/howto-network-access-control',
  fix: 'Define an azurerm_signalr_service_network_acl for the service; in this library every service has one, see networkAccess.',
  evaluate: (service, { topology }) => {
    const isPublic = publicAccess(service).isOn;
    if (isPublic.isNo) return RuleVerdict.compliant('public_network_access_enabled is false');
    const { presence } = topology.services.get(service.path)!.list;
    if (presence.isYes) return RuleVerdict.compliant('the service has an access control list');
    if (isPublic.isMaybe) return RuleVerdict.unknown('public_network_access_enabled is not known');
    if (presence.isMaybe) return RuleVerdict.unknown(presence.because!);
    return RuleVerdict.violated({
      message: 'no azurerm_signalr_service_network_acl belongs to the service, so every request type is public',
    });
  },
};
