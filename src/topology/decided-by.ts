import { ModelResource } from '../model/model-resource';
import { ModelValue } from '../model/model-value';

/** What decides where a value is unknown, such as `var.access`; `undefined` where nothing is given. */
export function decidedBy(value: ModelValue<ModelResource>): string | undefined {
  if (value.isAbsent) return undefined;
  const { json, text } = value;
  const expression = typeof json === 'string' ? text : JSON.stringify(json);
  return expression.replace(/^\$\{([^{}]*)\}$/, '$1');
}

/** Why nobody knows how often something is there. */
export function repetitionDoubt(resource: ModelResource): string {
  const decisive = ['count', 'for_each'].map((name) => resource.at(name)).find((value) => !value.isAbsent);
  return `how often ${resource.path} is there is only known when Terraform runs: ${decidedBy(decisive!)} decides`;
}
