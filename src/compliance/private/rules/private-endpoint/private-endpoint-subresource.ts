import { baselinesOfEndpoint, connectionOf } from './connection';
import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

/** The endpoint names the sub-resource that its target has. */
export const privateEndpointSubresource: Rule = {
  id: 'PE2',
  name: 'PrivateEndpointSubresource',
  severity: Severity.ERROR,
  types: ['azurerm_private_endpoint'],
  controls: { benchmark: ['NS-2'] },
  baselinesOf: baselinesOfEndpoint,
  summary: 'The private endpoint names one sub-resource that its target has.',
  explanation:
    'A private endpoint connects to one part of a resource, such as signalr, sites or vault. Azure rejects another name, and traffic stays public.',
  link: 'https://learn.microsoft.com/azure/private-link/private-endpoint-overview#private-link-resource',
  fix: 'Name the sub-resource in private_service_connection.subresource_names; in this library PrivateEndpoint reads it from its target.',
  evaluate: (endpoint) => {
    const connection = connectionOf(endpoint);
    if (connection instanceof RuleVerdict) return connection;
    const { kind, names } = connection;
    if (!names || names.some((name) => name === undefined)) {
      return RuleVerdict.unknown('subresource_names is not known');
    }
    const expected = `${kind.title} has ${kind.subresources.join(', ')}`;
    if (names.length !== 1) {
      return RuleVerdict.violated({ message: `subresource_names has ${names.length} names, but ${expected}` });
    }
    if (kind.has(names[0]!)) return RuleVerdict.compliant(`${kind.title} has ${names[0]}`);
    return RuleVerdict.violated({ message: `subresource_names is ${names[0]}, but ${expected}` });
  },
};
