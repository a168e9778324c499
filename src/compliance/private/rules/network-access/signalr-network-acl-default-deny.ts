import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

/** Requests that the access control list does not name are denied. */
export const signalRNetworkAclDefaultDeny: Rule = {
  id: 'NAC2',
  name: 'SignalRNetworkAclDefaultDeny',
  severity: Severity.ERROR,
  types: ['azurerm_signalr_service_network_acl'],
  controls: { benchmark: ['NS-2'] },
  summary: 'The access control list denies requests that it does not name.',
  explanation: 'With default Allow, a new private endpoint or a new type of request is open until you deny it.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/howto-network-access-control',
  fix: 'Set default_action to Deny and name allowed_request_types; in this library leave defaultAction out.',
  evaluate: (acl) => {
    const action = acl.at('default_action');
    if (action.knownText === undefined) return RuleVerdict.unknown('default_action is not known');
    if (action.is('Deny')) return RuleVerdict.compliant('default_action is Deny');
    return RuleVerdict.violated({ message: `default_action is ${action.knownText}` });
  },
};
