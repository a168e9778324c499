import { Block } from '../values';

const EVERYBODY = /^(\*|internet|any|0\.0\.0\.0|[^/]+\/0)$/i;

/** Whether an address of a security rule stands for the whole internet. */
export function isEverybody(address: string): boolean {
  return EVERYBODY.test(address);
}

/** What a rule says of one attribute and its plural; `undefined` where part of it is only known when Terraform runs. */
export function listOf(rule: Block, attribute: string): string[] | undefined {
  const [one, several] = [rule.at(attribute), rule.at(pluralOf(attribute))];
  if (one.isUnknown || several.isUnknown) return undefined;
  return [one.known, ...((several.known as unknown[] | undefined) ?? [])]
    .filter((each) => each !== undefined)
    .map(String);
}

function pluralOf(attribute: string): string {
  return attribute.endsWith('prefix') ? `${attribute}es` : `${attribute}s`;
}

/** Whether a rule has this direction and access; `undefined` where that is only known when Terraform runs. */
export function isRule(rule: Block, direction: string, access?: string): boolean | undefined {
  const given = [rule.at('direction'), rule.at('access')];
  const wanted = [direction, access];
  if (given.some((value, index) => wanted[index] !== undefined && !value.isUnknown && !value.is(wanted[index]))) {
    return false;
  }
  return given.some((value, index) => wanted[index] !== undefined && value.isUnknown) ? undefined : true;
}
