import { Severity } from '../../../severity';
import { signalrEndpoints } from '../../relations/signalr-parts';
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
  fix: 'Define an azurerm_private_endpoint that leads to the service; in this library addPrivateEndpoint(...) of the service.',
  evaluate: (service, context) => {
    const endpoints = context.derive(signalrEndpoints);
    const [endpoint] = endpoints.to(service.path);
    if (endpoint) return RuleVerdict.compliant(`${endpoint.path} leads to the service`);
    const [undecided] = endpoints.undecided;
    if (undecided) return RuleVerdict.unknown(`where ${undecided.path} leads to is not known at synth`);
    return RuleVerdict.violated({ message: 'no azurerm_private_endpoint leads to the service' });
  },
};
