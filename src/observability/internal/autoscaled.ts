import { TerraformResource } from 'cdktf';
import { Problem } from '../../core/internal/violations';
import { needLifecycle } from '../../engine/kept-arguments';
import { AutoscaleSetting } from '../autoscale-setting';

/** Why a resource takes no further autoscale setting. */
export function duplicateAutoscale(existing: AutoscaleSetting | undefined): Problem[] {
  if (!existing) return [];
  const message = `${existing.node.path} scales it already, and Azure accepts one autoscale setting for each resource; put the rules into one`;
  return [{ code: 'autoscale/duplicate', message }];
}

/** Lets Terraform ignore the number of instances of a resource, and what else it ignores already. */
export function leaveToAutoscale(resource: TerraformResource, attribute: string): void {
  const { lifecycle } = resource;
  const ignored = lifecycle?.ignoreChanges ?? [];
  const ignoreChanges = ignored === 'all' ? ignored : [...(ignored as string[]), attribute];
  needLifecycle(resource, { ...lifecycle, ignoreChanges }, 'so each apply would undo what the autoscale setting did');
}
