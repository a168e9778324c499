import { targetOf } from './targets';
import { Value } from './values';
import { ModelResource } from '../../../model/model-resource';
import { TerraformModel } from '../../../model/terraform-model';
import { FLEX_APP, FUNCTION_APPS, SLOTS, WEB_APPS } from '../../../topology/apps/app-types';
import { RuleContext } from '../rule-context';

/** What has slots. */
export const PARENTS = [...WEB_APPS, ...FUNCTION_APPS];

/** Everything that runs on a plan, but Flex Consumption. */
export const SITES = [...PARENTS, ...SLOTS];

/** Everything that runs on a plan. */
export const APPS = [...SITES, FLEX_APP];

/** The app that a slot belongs to, as the slot names it. */
function parentIdOf(slot: ModelResource): Value {
  const id = slot.at('app_service_id');
  return id.isAbsent ? slot.at('function_app_id') : id;
}

/** The app that a slot belongs to, where the tree has it. */
export function parentOf(slot: ModelResource, model: TerraformModel): ModelResource | undefined {
  return targetOf(model, parentIdOf(slot), PARENTS).resource;
}

export function isSlot({ type }: ModelResource): boolean {
  return type.endsWith('_slot');
}

/** The value that names the plan of an app; of a slot without its own, that of its app. */
export function planIdOf(app: ModelResource, { model }: RuleContext): Value {
  const own = app.at('service_plan_id');
  if (!own.isAbsent || !isSlot(app)) return own;
  return parentOf(app, model)?.at('service_plan_id') ?? parentIdOf(app);
}

/** The plan of an app, where the tree has it. */
export function planOf(app: ModelResource, context: RuleContext): ModelResource | undefined {
  return targetOf(context.model, planIdOf(app, context), ['azurerm_service_plan']).resource;
}

/** Whether an app lies in an App Service Environment, so in a network itself. */
export function isIsolated(app: ModelResource, context: RuleContext): boolean {
  return /^I\d/i.test(planOf(app, context)?.at('sku_name').knownText ?? '');
}

/** A setting or connection string of an app. */
export interface Setting {
  readonly name: string;
  readonly value: Value;
}

/** The settings and connection strings of an app; `undefined` where only Terraform will know which there are. */
export function settingsOf(app: ModelResource): Setting[] | undefined {
  const settings = app.at('app_settings').entries;
  const strings = app.blocks('connection_string');
  if (!settings || !strings) return undefined;
  return [
    ...settings.map(([name, value]) => ({ name, value })),
    ...strings.map((block) => ({ name: block.at('name').text, value: block.at('value') })),
  ];
}
