import { Certainty } from '../core/internal/certainty';
import { ModelResource } from '../model/model-resource';

/** Whether a resource is there, exactly once. */
export function presenceOf(resource: ModelResource): Certainty {
  if (!resource.isRepeated) return Certainty.YES;
  const repeated = ['count', 'for_each'].map((argument) => resource.at(argument)).find((value) => !value.isAbsent)!;
  if (repeated.entries?.length === 1) return Certainty.YES;
  const decides = repeated.text.replace(/^\$\{(.*)\}$/, '$1');
  return Certainty.maybe(`how often ${resource.path} is there depends on ${decides}`);
}
