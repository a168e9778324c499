import { Body } from './bodies';
import { replacedSometimes, replacingPaths } from '../../src/model/terraform/replacement';

/** When azurerm replaces a resource that it may also change, by the reading of its code in `replacement.ts`. */
const WHEN: Readonly<Record<string, (before: Body, after: Body) => boolean>> = {
  'azurerm_service_plan.zone_balancing_enabled': (before, after) =>
    before.zone_balancing_enabled !== true &&
    after.zone_balancing_enabled === true &&
    ((after.worker_count as number | undefined) ?? 1) < 2,
};

/**
 * What azapi replaces, whose schema says it as little. Source, of 2.12.0:
 * https://github.com/Azure/terraform-provider-azapi/tree/v2.12.0/internal/services
 */
const AZAPI: Readonly<Record<string, readonly string[]>> = {
  azapi_resource: ['name', 'parent_id'],
  azapi_resource_action: ['action', 'resource_id'],
  azapi_update_resource: ['name', 'parent_id', 'resource_id'],
};

/** Which of the changed attributes of a resource force its replacement. */
export function replacesAt(type: string, paths: readonly string[], before: Body, after: Body): string[] {
  const always = AZAPI[type] ?? replacingPaths(type, 4);
  if (!always) throw new Error(`Nothing says what replaces ${type}`);
  return paths.filter(
    (path) =>
      always.includes(path) || (replacedSometimes(type, path) && (WHEN[`${type}.${path}`]?.(before, after) ?? false)),
  );
}
