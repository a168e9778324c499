import { judgePublicRequests } from './public-requests';
import { Severity } from '../../../severity';
import { Rule } from '../../rule';

/** Nothing but client connections comes over the public network. */
export const signalRNoPublicServerTraffic: Rule = {
  id: 'NAC3',
  name: 'SignalRNoPublicServerTraffic',
  severity: Severity.ERROR,
  types: ['azurerm_signalr_service_network_acl'],
  controls: { benchmark: ['NS-2'] },
  summary: 'Server connections, calls of the REST API and live traces do not come over the public network.',
  explanation:
    'Server connections and the REST API speak for all users, and a live trace shows what they send. Microsoft advises to block them on the public network.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/howto-network-access-control',
  fix: 'Leave ServerConnection, RESTAPI and Trace out of public_network.allowed_request_types; in this library NetworkAccess.publicClientsPrivateServers() or serverlessPublicClients().',
  evaluate: (acl, context) => judgePublicRequests(acl, context, ['ServerConnection', 'RESTAPI', 'Trace']),
};
