import { addTo } from '../../core/internal/add-to';
import { ModelResource } from '../../model/model-resource';
import { isSlot } from '../../topology/apps/apps';
import { sizeOf } from '../../topology/apps/plans';
import { Topology } from '../../topology/topology';
import { Finding, findingOf } from '../finding';

/**
 * Number of slots that an app may have in addition to production, by the prefix of the plan's size.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-app-service-limits
 */
const LIMITS: readonly (readonly [RegExp, number])[] = [
  [/^(F|D|SHARED|B)\d*$/i, 0],
  // https://learn.microsoft.com/azure/azure-functions/functions-deployment-slots
  [/^Y1$/i, 1],
  [/^S\d$/i, 5],
  [/^(P|I)\d/i, 20],
];

/** An app has as many slots as its plan takes. */
export function slotFindings({ apps }: Topology): Finding[] {
  const byApp = new Map<string, ModelResource[]>();
  for (const slot of apps.all) {
    const parent = isSlot(slot) && slot.presence.isYes ? apps.parentOf(slot) : undefined;
    if (parent?.key !== undefined) addTo(byApp, parent.key, slot);
  }
  return [...byApp].flatMap(([app, slots]) => {
    const plan = apps.planOf(apps.parentOf(slots[0])?.resource ?? slots[0]).resource;
    const size = (plan && sizeOf(plan).knownText) ?? '';
    const [, limit = slots.length] = LIMITS.find(([pattern]) => pattern.test(size)) ?? [];
    if (slots.length <= limit) return [];
    const advice = limit === 20 ? 'remove some' : 'use a larger plan, such as P0v3 for 20, or remove some';
    const message = `the app ${app} has ${counted(slots.length)} in addition to production, but a plan of the size ${size} supports ${counted(limit)}; ${advice}`;
    return [findingOf(limit === 0 ? 'appservice/slot-on-basic' : 'appservice/slot-limit', message, ...slots)];
  });
}

function counted(slots: number): string {
  if (slots === 0) return 'no slots';
  return slots === 1 ? '1 slot' : `${slots} slots`;
}
