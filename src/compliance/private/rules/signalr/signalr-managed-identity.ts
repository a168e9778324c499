import { Certainty } from '../../../../core/internal/certainty';
import { ModelResource } from '../../../../model/model-resource';
import { Upstream, upstreamsOf } from '../../../../topology/signalr/upstream';
import { Block } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';
import { RuleContext } from '../../rule-context';

/** The service has the one identity with which it can sign in elsewhere. */
export const signalRManagedIdentity: Rule = {
  id: 'SIG4',
  name: 'SignalRManagedIdentity',
  // A service that calls nobody has no use for an identity; it is then only told.
  severity: Severity.INFO,
  types: ['azurerm_signalr_service'],
  controls: { benchmark: ['IM-3'], psRule: ['AZR-000181'] },
  summary: 'The SignalR service has one managed identity, above all where it signs in to upstreams or Key Vaults.',
  explanation:
    'With a managed identity the service calls upstreams and reads secrets and certificates without a password that you must store. A service can have one identity only.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/howto-use-managed-identity',
  fix: 'Add an identity block with type SystemAssigned, or UserAssigned and one of identity_ids; in this library identity: ServiceIdentity.userAssigned(...).',
  evaluate: (service, context) => {
    const identities = service.blocks('identity');
    if (!identities) return RuleVerdict.unknown('the identity is not known');
    return identities.length === 0 ? judgeNeed(service, context) : judge(identities[0]);
  },
};

/** Without an identity, what the service uses one for decides. */
function judgeNeed(service: ModelResource, { topology }: RuleContext): RuleVerdict {
  const upstreams = upstreamsOf(service);
  const uses = [
    ...use(upstreams, 'signs in to', ({ hasAudience }) => hasAudience.isYes),
    ...use(upstreams, 'reads a secret for', ({ readsVault }) => readsVault.isYes),
    ...topology.certificates.to(service.path).map(({ path }) => `reads the certificate of ${path}`),
  ];
  if (uses.length > 0) {
    const message = `the service ${uses.join(' and ')}, but has no managed identity`;
    return RuleVerdict.violated({ message, severity: Severity.ERROR });
  }
  const doubt = topology.certificates.doubtOf(service.path);
  if (doubt) return RuleVerdict.unknown(doubt);
  if (!upstreams) return RuleVerdict.unknown('the upstreams are not known');
  const { because } = Certainty.any(upstreams.flatMap(({ hasAudience, readsVault }) => [hasAudience, readsVault]));
  if (because !== undefined) {
    return RuleVerdict.unknown(`whether an upstream needs an identity is not known, since ${because} is not`);
  }
  return RuleVerdict.violated({ message: 'the service has no managed identity, and needs none so far' });
}

function use(upstreams: readonly Upstream[] = [], deed: string, uses: (upstream: Upstream) => boolean): string[] {
  return upstreams.filter(uses).map(({ index }) => `${deed} upstream ${index}`);
}

function judge(identity: Block): RuleVerdict {
  const type = identity.at('type').knownText;
  if (type === undefined) return RuleVerdict.unknown('identity.type is not known');
  if (type === 'SystemAssigned') return RuleVerdict.compliant('the service has its own identity');
  const { elements } = identity.at('identity_ids');
  if (!elements) return RuleVerdict.unknown('identity.identity_ids is not known');
  if (type === 'UserAssigned' && elements.length === 1) return RuleVerdict.compliant('the service has one identity');
  const message = `identity is ${type} with ${elements.length} identity_ids, but a service accepts one identity`;
  return RuleVerdict.violated({ message, severity: Severity.ERROR });
}
