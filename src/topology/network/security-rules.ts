import { asText } from '../../core/internal/as-text';
import { Certainty } from '../../core/internal/certainty';
import { Block } from '../values';

/** What a rule says of one attribute and its plural; `undefined` where part of it is only known when Terraform runs. */
export function listOf(rule: Block, attribute: string): string[] | undefined {
  const [one, several] = [rule.at(attribute), rule.at(pluralOf(attribute))];
  const others = several.isAbsent ? [] : several.known;
  if (one.isUnknown || !Array.isArray(others)) return undefined;
  return [one.known, ...others].filter((each) => each !== undefined).map(asText);
}

function pluralOf(attribute: string): string {
  return attribute.endsWith('prefix') ? `${attribute}es` : `${attribute}s`;
}

/** Whether a rule has this direction and, where one is asked for, this access. */
export function isRule(rule: Block, direction: string, access?: string): Certainty {
  const has = (attribute: string, wanted: string) => {
    const value = rule.at(attribute);
    return Certainty.of(value.isUnknown ? undefined : value.is(wanted), value.decidedBy);
  };
  return Certainty.all([has('direction', direction), ...(access === undefined ? [] : [has('access', access)])]);
}
