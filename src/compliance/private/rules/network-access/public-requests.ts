import { ModelResource } from '../../../../model/model-resource';
import { TerraformModel } from '../../../../model/terraform-model';
import { admitsPublicly } from '../../relations/access-list';
import { Judgement } from '../../relations/judgement';
import { definedServiceOf, takesPublicTraffic } from '../../relations/signalr-parts';
import { RuleVerdict } from '../../rule';

/** Holds an access control list to letting none of some types of requests in over the public network. */
export function judgePublicRequests(acl: ModelResource, model: TerraformModel, types: readonly string[]): RuleVerdict {
  const service = definedServiceOf(model, acl);
  if (service && takesPublicTraffic(service) === false) {
    return RuleVerdict.compliant('public_network_access_enabled of the service is false');
  }
  const answers = types.map((type) => ({ type, isPublic: admitsPublicly(acl, type) }));
  const findings = answers
    .filter(({ isPublic }) => isPublic)
    .map(({ type }) => ({ id: `Public::${type}`, message: `the public network may open ${type}` }));
  const unknowns = answers
    .filter(({ isPublic }) => isPublic === undefined)
    .map(({ type }) => `whether the public network may open ${type} is not known at synth`);
  return new Judgement()
    .violates(...findings)
    .cannotTell(...unknowns)
    .verdict(`the public network may open none of ${types.join(', ')}`);
}
