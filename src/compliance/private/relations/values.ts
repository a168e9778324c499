import { ModelBlock } from '../../../model/model-block';
import { ModelResource } from '../../../model/model-resource';
import { ModelValue } from '../../../model/model-value';

/** A value of any resource. */
export type Value = ModelValue<ModelResource>;

/** A block of any resource, or a resource itself. */
export type Block = ModelBlock<ModelResource>;

/**
 * Whether a switch is on; `undefined` where only Terraform knows.
 *
 * @param byDefault what azurerm takes where nothing is given
 */
export function isOn(value: Value, byDefault: boolean): boolean | undefined {
  if (value.isAbsent) return byDefault;
  // Terraform also reads the texts as a boolean.
  if (value.is(true) || value.is('true')) return true;
  return value.is(false) || value.is('false') ? false : undefined;
}

/** Whether a list has a text; `undefined` where only Terraform knows. */
export function lists(value: Value, text: string): boolean | undefined {
  const { elements } = value;
  if (!elements) return undefined;
  if (elements.some((element) => element.is(text))) return true;
  return elements.some((element) => element.isUnknown) ? undefined : false;
}

/** Whether a list has elements; `undefined` where only Terraform knows. */
export function hasElements(value: Value): boolean | undefined {
  const { elements } = value;
  return elements && elements.length > 0;
}

/** A text with the references in it as they are called in the configuration, for ids of findings and messages. */
export function plain(text: string): string {
  return text.replace(/\$\{([^{}]*)\}/g, '$1');
}
