import { ModelResource } from '../model/model-resource';
import { ModelValue } from '../model/model-value';

/** What decides where a value is unknown, such as `var.access`; `undefined` where nothing is given. */
export function decidedBy(value: ModelValue<ModelResource>): string | undefined {
  if (value.isAbsent) return undefined;
  const { json, text } = value;
  const expression = typeof json === 'string' ? text : JSON.stringify(json);
  return expression.replace(/^\$\{([^{}]*)\}$/, '$1');
}
