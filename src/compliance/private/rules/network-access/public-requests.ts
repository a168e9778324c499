import { Certainty } from '../../../../core/internal/certainty';
import { ModelResource } from '../../../../model/model-resource';
import { admits } from '../../../../topology/signalr/access-list';
import { takesPublicTraffic } from '../../../../topology/values';
import { Judgement } from '../../judgement';
import { RuleVerdict } from '../../rule';
import { RuleContext } from '../../rule-context';

/** Holds an access control list to letting none of some types of requests in over the public network. */
export function judgePublicRequests(
  acl: ModelResource,
  { topology }: RuleContext,
  types: readonly string[],
): RuleVerdict {
  const service = topology.services.definedOf(acl);
  if (service && takesPublicTraffic(service).isNo) {
    return RuleVerdict.compliant('public_network_access_enabled of the service is false');
  }
  const networks = acl.blocks('public_network');
  const judgement = new Judgement();
  for (const type of types) {
    const isPublic = networks ? admits(acl, networks[0], type) : Certainty.MAYBE;
    if (isPublic.isYes) judgement.violates({ id: `Public::${type}`, message: `the public network may open ${type}` });
    if (isPublic.isMaybe) judgement.cannotTell(`whether the public network may open ${type} is not known at synth`);
  }
  return judgement.verdict(`the public network may open none of ${types.join(', ')}`);
}
