import { onlyWhere, runtimeOnly } from './judgement';
import { RuleVerdict } from './rule';
import { ModelResource } from '../../model/model-resource';
import { isServerless, Upstream, upstreamsOf } from '../../topology/signalr/upstream';

/** The verdict on the upstreams of a service, where it calls any. */
export function judgeUpstreams(
  service: ModelResource,
  judge: (upstreams: readonly Upstream[]) => RuleVerdict,
): RuleVerdict {
  const callsAny = isServerless(service);
  if (callsAny.isNo) return RuleVerdict.notApplicable('only a Serverless service calls upstreams');
  const upstreams = upstreamsOf(service);
  if (!upstreams) return RuleVerdict.unknown('the upstreams are not known');
  if (upstreams.length === 0) return RuleVerdict.notApplicable('the service calls no upstream');
  return onlyWhere(callsAny, runtimeOnly('service_mode', callsAny.because), judge(upstreams));
}
