import { ModelResource } from '../../../../model/model-resource';
import { ComplianceStatus } from '../../../compliance-status';
import { SecurityProfile } from '../../../security-profile';
import { Severity } from '../../../severity';
import { judgeFlag } from '../../relations/judgement';
import { networkAcls } from '../../relations/signalr-parts';
import { hasElements } from '../../relations/values';
import { Rule, RuleVerdict } from '../../rule';

const CLOSED = { attribute: 'public_network_access_enabled', wanted: false, byDefault: true };

/** The service is closed for the public network. */
export const signalRPublicNetworkAccess: Rule = {
  id: 'SIG6',
  name: 'SignalRPublicNetworkAccess',
  severity: Severity.ERROR,
  types: ['azurerm_signalr_service'],
  profile: SecurityProfile.ISOLATED,
  controls: {
    benchmark: ['NS-2'],
    policies: ['21a9766a-82a5-4747-abb5-650b6dbba6d0', '62a3ae95-8169-403e-a2d2-b82141448092'],
  },
  summary: 'In the isolated profile the SignalR service takes nothing from the public network.',
  explanation:
    'Where all clients are in private networks, a public endpoint only serves those who should not be there. Requests still need a token, but tokens leak.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/howto-network-access-control',
  fix: 'Set public_network_access_enabled to false; in this library networkAccess: NetworkAccess.privateOnly().',
  evaluate: (service, context) => {
    const byFlag = judgeFlag(service, CLOSED);
    if (byFlag.status === ComplianceStatus.COMPLIANT) return byFlag;
    const acls = context.derive(networkAcls);
    const closings = acls.of(service).map(closesPublicNetwork);
    if (closings.includes(true)) return RuleVerdict.compliant('its access control list lets no public request in');
    if (byFlag.status === ComplianceStatus.UNKNOWN || closings.includes(undefined) || acls.hasUnknown) {
      return RuleVerdict.unknown('whether the public network is closed is not known at synth');
    }
    return RuleVerdict.violated({
      message: 'public_network_access_enabled is not false, and no access control list closes the public network',
    });
  },
  // Since version 1.2.0 no access control list counts:
  // https://github.com/Azure/azure-policy, PublicNetworkAccessDisabled_AuditDeny.json.
  evaluatePolicy: (service) => judgeFlag(service, CLOSED),
};

function closesPublicNetwork(acl: ModelResource): boolean | undefined {
  const action = acl.at('default_action');
  const networks = acl.blocks('public_network');
  if (action.isUnknown || !networks) return undefined;
  if (!action.is('Deny')) return false;
  const allows = networks.length > 0 && hasElements(networks[0].at('allowed_request_types'));
  return allows === undefined ? undefined : !allows;
}
