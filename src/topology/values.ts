import { Certainty } from '../core/internal/certainty';
import { ModelBlock } from '../model/model-block';
import { ModelResource } from '../model/model-resource';
import { ModelValue } from '../model/model-value';

/** A value of any resource. */
export type Value = ModelValue<ModelResource>;

/** A block of any resource, or a resource itself. */
export type Block = ModelBlock<ModelResource>;

/**
 * Reports whether a switch is on.
 *
 * @param byDefault what azurerm accepts where nothing is given
 */
export function isOn(value: Value, byDefault: boolean): Certainty {
  if (value.isAbsent) return Certainty.of(byDefault);
  // Terraform also reads the texts as a boolean.
  if (value.is(true)) return Certainty.YES;
  return value.is(false) ? Certainty.NO : Certainty.maybe(value.decidedBy);
}

/** One expression that makes a text of others. Terraform accepts no null for their parts. */
const MAKES_TEXT = /^\$\{(?:format|formatdate|join|timeadd)\((?:[^()?]|\([^()?]*\))*\)\}$/;
const ONE_EXPRESSION = /^\$\{[^{}]*\}$/;

/**
 * Reports whether anything is given; azurerm accepts null and an empty text as left out. What only Terraform knows may
 * be null; a text around it, and what a resource exports, is not.
 */
export function isGiven(value: Value): Certainty {
  if (value.isAbsent || value.is('')) return Certainty.NO;
  const isExported = value.reference !== undefined && value.links.length > 0;
  const mayBeNull = ONE_EXPRESSION.test(value.text) && !MAKES_TEXT.test(value.text) && !isExported;
  return value.isUnknown && mayBeNull ? Certainty.maybe(value.decidedBy) : Certainty.YES;
}

/** Reports whether a list contains a text. */
export function lists(value: Value, text: string): Certainty {
  const { elements } = value;
  if (!elements) return Certainty.MAYBE;
  return Certainty.any(
    elements.map((element) => (element.isUnknown ? Certainty.MAYBE : Certainty.of(element.is(text)))),
  );
}

/** Reports whether a list has elements. */
export function hasElements({ elements }: Value): Certainty {
  return Certainty.of(elements && elements.length > 0);
}

/** A switch that is on where nothing is given, and the attribute that decides. */
export interface Switch {
  readonly attribute: string;
  readonly value: Value;
  readonly isOn: Certainty;
}

/** A switch that is a flag, or words of which one turns it off, where these are given. */
export function switchOf(block: Block, flag: string, words: string): Switch {
  const value = block.at(words);
  if (value.isAbsent) return { attribute: flag, value: block.at(flag), isOn: isOn(block.at(flag), true) };
  const isOpen = value.isUnknown ? undefined : !value.is('Disabled');
  return { attribute: words, value, isOn: Certainty.of(isOpen, value.decidedBy) };
}

/**
 * Reports whether a resource accepts any requests from the internet. A Logic App says so in words:
 * https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/logic_app_standard#public_network_access
 */
export function publicAccess(block: Block): Switch {
  return switchOf(block, 'public_network_access_enabled', 'public_network_access');
}

/** A text with the references in it as they are called in the configuration, for ids of findings and messages. */
export function plain(text: string): string {
  return text.replace(/\$\{([^{}]*)\}/g, '$1');
}
