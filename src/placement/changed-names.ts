import { TerraformResource } from 'cdktf';
import { isKnown, Problem } from '../core/internal/violations';
import { ModelResource } from '../model/model-resource';
import { sharedModel } from '../model/synth-model';
import { Topology } from '../topology/topology';

/** Label of a resource's host names at the time when it was defined. */
export interface HostLabel {
  /** First label: a name, or for slots the names of the app and the slot. */
  readonly label: string;
  readonly hostnames: readonly string[];
}

/**
 * A name that was changed on the provider's resource, or by an override, after host names had been made of it, which
 * other resources still hold: a service would allow the pages of a host that anyone may register.
 */
export function changedNameProblems(resource: TerraformResource, { label, hostnames }: HostLabel): Problem[] {
  const known = hostnames.filter(isKnown);
  if (!isKnown(label) || known.length === 0) return [];
  const model = sharedModel(resource);
  const { apps } = Topology.of(model);
  for (const changed of model.instancesOf(resource)) {
    const now = apps.all.includes(changed) ? apps.hostLabelOf(changed) : changed.name;
    if (now === undefined || now.toLowerCase() === label.toLowerCase()) continue;
    const others = model.all
      .filter((each) => each !== changed)
      .map((each) => ({ path: each.path, text: textOf(each) }));
    const stale = known.filter((hostname) => others.some(({ text }) => names(text, hostname)));
    if (stale.length === 0) continue;
    const holders = others
      .filter(({ text }) => stale.some((hostname) => names(text, hostname)))
      .map(({ path }) => path);
    const message = `the name in the JSON is ${now}, but it was defined as ${label}, and ${holders.join(', ')} still name ${stale[0]}, which anyone may register; give the name in the props`;
    return [{ code: 'core/changed-name', message }];
  }
  return [];
}

/**
 * Text of a resource's properties, with blanks for the ends of lines, whose letters in JSON would be part of a name.
 */
function textOf(resource: ModelResource): string {
  return JSON.stringify(resource.names.map((name) => resource.at(name).json)).replace(/\\[nrt]/g, ' ');
}

/** Reports whether a text has a host name, which may be the end of another one. */
function names(text: string, hostname: string): boolean {
  return new RegExp(`(?<![\\w.-])${hostname.replaceAll('.', '\\.')}(?![\\w-]|\\.\\w)`, 'i').test(text);
}
