import { isOn } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

/** The service takes no access keys. */
export const signalRLocalAuthDisabled: Rule = {
  id: 'SIG2',
  name: 'SignalRLocalAuthDisabled',
  severity: Severity.ERROR,
  types: ['azurerm_signalr_service'],
  controls: {
    benchmark: ['IM-1', 'PA-1'],
    policies: ['f70eecba-335d-4bbc-81d5-5b17b03d498f', '702133e5-5ec5-4f90-9638-c78e22f13b39'],
  },
  summary: 'The SignalR service accepts no access keys.',
  explanation:
    'An access key gives its holder access to the whole service, does not identify the holder, and is in the Terraform state.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/howto-disable-local-auth',
  fix: 'Set local_auth_enabled to false; in this library leave localAuthentication out.',
  evaluate: (service) => {
    const given = service.at('local_auth_enabled');
    const isEnabled = isOn(given, true);
    if (isEnabled.isMaybe) return RuleVerdict.unknown('local_auth_enabled is not known');
    if (isEnabled.isNo) return RuleVerdict.compliant('local_auth_enabled is false');
    const message = given.isAbsent
      ? 'local_auth_enabled is not given, and access keys are on by default'
      : 'local_auth_enabled is true';
    return RuleVerdict.violated({ message });
  },
};
