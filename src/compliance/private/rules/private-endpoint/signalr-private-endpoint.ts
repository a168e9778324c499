import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

/** The service has a private endpoint. */
export const signalRPrivateEndpoint: Rule = {
  id: 'PE1',
  name: 'SignalRPrivateEndpoint',
  severity: Severity.ERROR,
  types: ['azurerm_signalr_service'],
  controls: {
    benchmark: ['NS-2'],
    policies: ['2393d2cf-a342-44cd-a2e2-fe0188fd1234', 'ef45854f-b33f-49a3-8041-9057e915d88f'],
  },
  summary: 'The SignalR service has a private endpoint.',
  explanation: 'Without a private endpoint servers reach the service over the public network only.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/howto-private-endpoints',
  fix: 'Define an azurerm_private_endpoint that connects to the service; in this library addPrivateEndpoint(...) of the service.',
  evaluate: ({ path }, { topology }) => {
    const service = topology.services.get(path)!;
    const endpoint = service.endpoints.find((each) => each.presence.isYes);
    if (endpoint) return RuleVerdict.compliant(`${endpoint.path} connects to the service`);
    const { isMaybe, because } = topology.services.hasEndpoint(service);
    if (isMaybe) return RuleVerdict.unknown(because!);
    return RuleVerdict.violated({ message: 'no azurerm_private_endpoint connects to the service' });
  },
};
