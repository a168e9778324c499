import { Edge } from './graph';
import { REFERENCES } from './reference-rules';
import { Rule } from './rule';
import { STATED } from './stated-rules';

/** All rules that force an edge; those of the library's own edges last. */
export const RULES: readonly Rule[] = [...REFERENCES, ...STATED];

/** The rule that forces an edge, if there is one. */
export function ruleOf(edge: Edge): Rule | undefined {
  const [from, to] = [edge.from, edge.to].map(({ type }) => shortName(type));
  return RULES.find(
    (rule) =>
      rule.from.test(from) && rule.to.test(to) && rule.via.test(edge.via) && (rule.applies ? rule.applies(edge) : true),
  );
}

/** A type as the rules and the document name it. */
export function shortName(type: string): string {
  return type.replace('azurerm_', '');
}
