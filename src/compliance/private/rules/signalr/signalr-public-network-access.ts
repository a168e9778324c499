import { Certainty } from '../../../../core/internal/certainty';
import { ModelResource } from '../../../../model/model-resource';
import { hasElements } from '../../../../topology/values';
import { ComplianceStatus } from '../../../compliance-status';
import { SecurityProfile } from '../../../security-profile';
import { Severity } from '../../../severity';
import { judgeFlag, runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const CLOSED = { attribute: 'public_network_access_enabled', wanted: false, byDefault: true };

const OPEN = 'public_network_access_enabled is not false';

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
  differs: {
    '21a9766a-82a5-4747-abb5-650b6dbba6d0':
      'Denies a service that only its access control list closes; the rule warns of it.',
  },
  summary: 'In the isolated profile the SignalR service accepts nothing from the public network.',
  explanation:
    'Where all clients are in private networks, only unwanted callers use a public endpoint. Requests still need a token, but tokens leak.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/howto-network-access-control',
  fix: 'Set public_network_access_enabled to false; in this library networkAccess: NetworkAccess.privateOnly().',
  evaluate: (service, { topology }) => {
    const byFlag = judgeFlag(service, CLOSED);
    if (byFlag.status === ComplianceStatus.COMPLIANT) return byFlag;
    const { resource, doubt } = topology.services.get(service.path)!.list;
    const closes = resource ? closesPublicNetwork(resource) : Certainty.NO;
    if (doubt) return RuleVerdict.unknown(doubt);
    if (byFlag.status === ComplianceStatus.UNKNOWN) {
      const { attribute } = CLOSED;
      return RuleVerdict.unknown(runtimeOnly(attribute, service.at(attribute).decidedBy));
    }
    if (closes.isMaybe) return RuleVerdict.unknown('whether the public network is closed is not known');
    if (closes.isNo) {
      return RuleVerdict.violated({ message: `${OPEN}, and no access control list closes the public network` });
    }
    // Azure refuses what the list denies, but the policy asks for the flag, and any later list opens the service again.
    const message = `${OPEN}, and only the access control list ${resource!.path} closes the public network`;
    return RuleVerdict.violated({ id: 'List', message, severity: Severity.WARNING });
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
