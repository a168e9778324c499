import { EVIDENCE } from './evidence';
import { EVERY_TYPE, Rule } from './rule';
import { ModelResource } from '../../model/model-resource';
import { UnjudgedType } from '../unjudged-type';

const READ = 'rules read them to judge others';
const NO_RULE = 'no rule judges them';
const NOT_HELD = 'they are not held to the security baseline';

/**
 * The types of which resources were not judged, by their names.
 *
 * @param rulesFor the rules that judge a resource; `undefined` where nothing holds it to any
 */
export function unjudgedTypes(
  resources: readonly ModelResource[],
  rulesFor: (resource: ModelResource) => readonly Rule[] | undefined,
): UnjudgedType[] {
  const found = new Map<string, UnjudgedType>();
  for (const resource of resources.filter(({ isManaged }) => isManaged)) {
    const rules = rulesFor(resource);
    // What is asked of every type says nothing of what is special about one.
    if (rules?.some(({ types }) => types !== EVERY_TYPE)) continue;
    const { type } = resource;
    const reason = !rules ? NOT_HELD : EVIDENCE.has(type) ? READ : NO_RULE;
    const key = `${type} ${reason}`;
    found.set(key, { type, resources: (found.get(key)?.resources ?? 0) + 1, reason });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, unjudged]) => unjudged);
}
