import { TerraformResource } from 'cdktf';
import { Problem } from '../../core/internal/violations';
import { ignoreChanges } from '../../engine/kept-arguments';
import { AutoscaleSetting } from '../autoscale-setting';

/** Reports a resource that has an autoscale setting already. */
export function duplicateAutoscale(existing: AutoscaleSetting | undefined): Problem[] {
  if (!existing) return [];
  const message = `${existing.node.path} scales it already, and Azure accepts one autoscale setting for each resource; put the rules into one`;
  return [{ code: 'autoscale/duplicate', message }];
}

/** Lets Terraform ignore the number of instances of a resource, and what else it ignores already. */
export function leaveToAutoscale(resource: TerraformResource, attribute: string): void {
  ignoreChanges(resource, [attribute], 'so each apply would undo what the autoscale setting did');
}

/** The same for a number that others change, such as another team's autoscale setting. */
export function leaveToOthers(resource: TerraformResource, attribute: string): void {
  ignoreChanges(resource, [attribute], 'so each apply would undo what others changed');
}
