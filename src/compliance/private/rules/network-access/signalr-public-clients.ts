import { judgePublicRequests } from './public-requests';
import { SecurityProfile } from '../../../security-profile';
import { Severity } from '../../../severity';
import { Rule } from '../../rule';

/** Clients do not come over the public network. */
export const signalRPublicClients: Rule = {
  id: 'NAC4',
  name: 'SignalRPublicClients',
  severity: Severity.ERROR,
  types: ['azurerm_signalr_service_network_acl'],
  profile: SecurityProfile.ISOLATED,
  controls: { benchmark: ['NS-2'] },
  summary: 'In the isolated profile client connections do not come over the public network.',
  explanation: 'Where all clients are in private networks, no client connection from the internet is legitimate.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/howto-network-access-control',
  fix: 'Leave ClientConnection out of public_network.allowed_request_types and allow it for private endpoints; in this library NetworkAccess.privateOnly().',
  evaluate: (acl, context) => judgePublicRequests(acl, context, ['ClientConnection']),
};
