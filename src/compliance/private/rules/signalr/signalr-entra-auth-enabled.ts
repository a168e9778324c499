import { isOn } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

/** Callers can sign in with Microsoft Entra ID. */
export const signalREntraAuthEnabled: Rule = {
  id: 'SIG3',
  name: 'SignalREntraAuthEnabled',
  severity: Severity.ERROR,
  types: ['azurerm_signalr_service'],
  controls: { benchmark: ['IM-1'] },
  summary: 'Callers of the SignalR service can sign in with Microsoft Entra ID.',
  explanation: 'Without Entra authentication only access keys remain, and no key can be traced or limited to a caller.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/signalr-concept-authorize-azure-active-directory',
  fix: 'Set aad_auth_enabled to true or leave it out; in this library leave entraAuthentication out.',
  evaluate: (service) => {
    const isEnabled = isOn(service.at('aad_auth_enabled'), true);
    if (isEnabled.isMaybe) return RuleVerdict.unknown('aad_auth_enabled is not known');
    if (isEnabled.isNo) return RuleVerdict.violated({ message: 'aad_auth_enabled is false' });
    return RuleVerdict.compliant('Entra authentication is on');
  },
};
