import { citedBy } from '../private/citations';
import { controlIds, differencesOf, sentence } from '../private/evaluation';
import { EVERY_TYPE } from '../private/rule';
import { CATALOGUE } from '../private/rules/catalogue';

/** Section of RULES.md on a rule, by its id or its name in any letters; `undefined` for an unknown rule. */
export function explainRule(asked: string): string | undefined {
  const isAsked = (name: string) => name.toLowerCase() === asked.toLowerCase();
  const rule = CATALOGUE.find(({ id, name }) => isAsked(id) || isAsked(name));
  if (!rule) return undefined;
  const { id, name, severity, summary, explanation, fix, link, types, controls, profile } = rule;
  return [
    `${id} ${name} (${severity}${profile ? `, profile ${profile} only` : ''})`,
    `  Asks for: ${summary}`,
    `  Why: ${sentence(explanation)}`,
    `  Do: ${sentence(fix)}`,
    `  Judges: ${types === EVERY_TYPE ? 'resources of every type' : types.join(', ')}`,
    ...(controlIds(controls).length > 0 ? [`  Controls: ${controlIds(controls).join(', ')}`] : []),
    ...citedBy(rule).map(
      ({ id: cited, name: title, version }) => `  Cites ${[cited, version].filter(Boolean).join(' ')}: ${title}`,
    ),
    ...differencesOf(rule).map((difference) => `  Differs from ${difference}`),
    `  Page: ${link}`,
    '',
  ].join('\n');
}
