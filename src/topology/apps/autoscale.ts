import { ModelResource } from '../../model/model-resource';

/** How far an autoscale setting lets its target shrink. */
interface Minima {
  /** The least number of instances in any of its profiles that is known. */
  readonly least?: number;
  /** What decides about another one. */
  readonly doubt?: string;
}

/** The minima of the profiles of an autoscale setting, of which each counts at some time. */
export function minimaOf(setting: ModelResource): Minima {
  const profiles = setting.blocks('profile');
  if (!profiles) return { doubt: 'its profile' };
  const values = profiles.map((profile) => profile.at('capacity.minimum'));
  const known = values.filter(({ isUnknown, isAbsent }) => !isUnknown && !isAbsent).map((value) => Number(value.known));
  const open = values.find(({ isUnknown, isAbsent }) => isUnknown || isAbsent);
  const isOpen = open !== undefined || values.length === 0;
  return {
    least: known.length > 0 ? Math.min(...known) : undefined,
    doubt: isOpen ? open?.decidedBy || 'its profile' : undefined,
  };
}
