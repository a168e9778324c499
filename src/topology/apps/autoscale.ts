import { ModelResource } from '../../model/model-resource';

/** Range in which an autoscale setting may scale its target. */
interface Bound {
  /** The furthest of the numbers of instances in its profiles that are known. */
  readonly furthest?: number;
  /** Value that decides about another setting. */
  readonly doubt?: string;
}

/** The minima of the profiles of an autoscale setting, of which each counts at some time. */
export function minimaOf(setting: ModelResource): Bound {
  return boundOf(setting, 'minimum', Math.min);
}

/** The maxima of the profiles of an autoscale setting. */
export function maximaOf(setting: ModelResource): Bound {
  return boundOf(setting, 'maximum', Math.max);
}

function boundOf(setting: ModelResource, name: string, choose: (...values: number[]) => number): Bound {
  const profiles = setting.blocks('profile');
  if (!profiles) return { doubt: 'its profile' };
  const values = profiles.map((profile) => profile.at(`capacity.${name}`));
  const known = values.filter(({ isUnknown, isAbsent }) => !isUnknown && !isAbsent).map((value) => Number(value.known));
  const open = values.find(({ isUnknown, isAbsent }) => isUnknown || isAbsent);
  const isOpen = open !== undefined || values.length === 0;
  return {
    furthest: known.length > 0 ? choose(...known) : undefined,
    doubt: isOpen ? open?.decidedBy || 'its profile' : undefined,
  };
}
