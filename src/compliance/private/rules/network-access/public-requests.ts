import { Certainty } from '../../../../core/internal/certainty';
import { ModelResource } from '../../../../model/model-resource';
import { admits } from '../../../../topology/signalr/access-list';
import { publicAccess } from '../../../../topology/values';
import { Judgement, onlyWhere, runtimeOnly } from '../../judgement';
import { RuleVerdict } from '../../rule';
import { RuleContext } from '../../rule-context';

const ACCESS = 'public_network_access_enabled';

/** Holds an access control list to letting none of some types of requests in over the public network. */
export function judgePublicRequests(
  acl: ModelResource,
  { topology }: RuleContext,
  types: readonly string[],
): RuleVerdict {
  const service = topology.services.definedOf(acl);
  const isOpen = service ? publicAccess(service).isOn : Certainty.YES;
  if (isOpen.isNo) return RuleVerdict.compliant(`${ACCESS} of the service is false`);
  const networks = acl.blocks('public_network');
  const judgement = new Judgement();
  for (const type of types) {
    const isPublic = networks ? admits(acl, networks[0], type) : Certainty.MAYBE;
    if (isPublic.isYes) judgement.violates({ id: `Public::${type}`, message: `the public network may open ${type}` });
    if (isPublic.isMaybe) judgement.cannotTell(`whether the public network may open ${type} is not known`);
  }
  const verdict = judgement.verdict(`the public network may open none of ${types.join(', ')}`);
  return onlyWhere(isOpen, runtimeOnly(`${ACCESS} of ${service?.path}`, isOpen.because), verdict);
}
