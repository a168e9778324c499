import { Certainty } from '../../../../core/internal/certainty';
import { ModelResource } from '../../../../model/model-resource';
import { hasElements } from '../../../../topology/values';
import { ComplianceStatus } from '../../../compliance-status';
import { SecurityProfile } from '../../../security-profile';
import { Severity } from '../../../severity';
import { judgeFlag } from '../../judgement';
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
  evaluate: (service, { topology }) => {
    const byFlag = judgeFlag(service, CLOSED);
    if (byFlag.status === ComplianceStatus.COMPLIANT) return byFlag;
    const { resource, doubt } = topology.services.get(service.path)!.list;
    const closes = resource ? closesPublicNetwork(resource) : Certainty.NO;
    if (doubt) return RuleVerdict.unknown(doubt);
    if (closes.isYes) return RuleVerdict.compliant('its access control list lets no public request in');
    if (byFlag.status === ComplianceStatus.UNKNOWN || closes.isMaybe) {
      return RuleVerdict.unknown('whether the public network is closed is not known');
    }
    return RuleVerdict.violated({
      message: 'public_network_access_enabled is not false, and no access control list closes the public network',
    });
  },
  // Since version 1.2.0 no access control list counts:
  // https://github.com/Azure/azure-policy, PublicNetworkAccessDisabled_AuditDeny.json.
  evaluatePolicy: (service) => judgeFlag(service, CLOSED),
};

/** Denied by default, and nothing allowed. */
function closesPublicNetwork(acl: ModelResource): Certainty {
  const action = acl.at('default_action');
  const networks = acl.blocks('public_network');
  if (action.isUnknown || !networks) return Certainty.MAYBE;
  if (!action.is('Deny') || networks.length === 0) return Certainty.of(action.is('Deny'));
  return hasElements(networks[0].at('allowed_request_types')).not;
}
