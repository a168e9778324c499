import { judgePublicRequests } from './public-requests';
import { SecurityProfile } from '../../../security-profile';
import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

/** Clients do not come over the public network. */
export const signalRPublicClients: Rule = {
  id: 'NAC4',
  name: 'SignalRPublicClients',
  severity: Severity.ERROR,
  types: ['azurerm_signalr_service_network_acl'],
  controls: { benchmark: ['NS-2'], policies: ['21a9766a-82a5-4747-abb5-650b6dbba6d0'] },
  summary: 'Client connections do not come over the public network, in the isolated profile.',
  explanation: 'Where all clients are in private networks, client connections from elsewhere are those of strangers.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/howto-network-access-control',
  fix: 'Leave ClientConnection out of public_network.allowed_request_types and allow it for private endpoints; with this library NetworkAccess.privateOnly().',
  evaluate: (acl, { model }, profile) => {
    if (profile === SecurityProfile.PUBLIC_CLIENTS) {
      return RuleVerdict.notApplicable('clients are public in this profile');
    }
    return judgePublicRequests(acl, model, ['ClientConnection']);
  },
};
