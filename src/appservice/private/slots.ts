import { dependable, TerraformResourceLifecycle, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { appAttributes } from './site-config';
import { locationsDiffer } from '../../core/internal/locations';
import { keyOf } from '../../core/internal/registry';
import { isKnown, Problem } from '../../core/internal/violations';
import type { AppBase } from '../app-base';
import { AppProps } from '../app-props';
import { AppKind, FLEX_FUNCTION_APP } from '../internal/app-kind';
import { SlotOptions } from '../slot-props';

/** Lengths at which Azure cuts the names of apps and slots in the host names of slots. */
const LONGEST_APP = 40;
const LONGEST_SLOT = 19;
const LONGEST_TOGETHER = 58;

/**
 * Describes a slot as a separate app with the slot's host name: missing properties come from the app, except settings.
 */
export function slotAsApp<P extends AppProps>(app: P, { name, ...options }: SlotOptions): P {
  const {
    appSettings,
    secretSettings,
    notSecret,
    stickySettings,
    connectionStrings,
    stickyConnectionStrings,
    ...shared
  } = app;
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return { ...shared, ...given, name: `${app.name}-${name}` } as P;
}

/** The attributes that slots of all kinds share, in azurerm's form. */
export function slotAttributes(app: AppBase, name: string, asApp: AppProps) {
  const { location, resourceGroupName, servicePlanId, stickySettings, ...shared } = appAttributes(asApp);
  // azurerm rejects the plan of the app.
  return { ...shared, name, servicePlanId: isSamePlan(app, asApp) ? undefined : servicePlanId };
}

/**
 * Replaces the slot with its app. azurerm does so by itself on Windows; on Linux it would update a slot that went with
 * the old app.
 *
 * @see https://github.com/hashicorp/terraform-provider-azurerm/blob/v4.55.0/internal/services/appservice/linux_web_app_slot_resource.go
 */
export function replacedWith(app: AppBase, slot: IConstruct): TerraformResourceLifecycle | undefined {
  if (TerraformStack.of(app) !== TerraformStack.of(slot)) return undefined;
  return { replaceTriggeredBy: [`${dependable(app._appResource)}.id`] };
}

/** Reports why a slot cannot belong to its app; problems with the slot as an app are reported elsewhere. */
export function slotProblems(kind: AppKind, app: AppBase, name: string, asApp: AppProps): Problem[] {
  return [
    ...kindProblems(kind, app),
    ...slotNameProblems(name),
    ...hostnameProblems(app, name, asApp.name),
    ...planProblems(app, asApp),
  ];
}

function kindProblems(kind: AppKind, app: AppBase): Problem[] {
  const type = app._appResource.terraformResourceType;
  if (type === kind.resourceType) return [];
  const instead = type === FLEX_FUNCTION_APP.resourceType ? `use a ${kind.name}` : 'use addSlot(...) of the app';
  const message = `a slot of a ${kind.name} given to ${app.node.path}, which is an ${type}; ${instead}`;
  return [{ code: 'appservice/slot-of-other-kind', message }];
}

/** Azure's portal rejects names of one character and `production`, which is the app itself. */
function slotNameProblems(name: string): Problem[] {
  if (!isKnown(name)) return [];
  const isWellFormed = /^[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]$/.test(name) && name.length <= LONGEST_SLOT;
  if (isWellFormed && name.toLowerCase() !== 'production') return [];
  const message = `"${name}" is not a slot name; use 2 to ${LONGEST_SLOT} letters, digits or inner dashes, other than production, which is the app itself`;
  return [{ code: 'appservice/slot-name', message }];
}

/**
 * Azure cuts names that are too long for the host name `APP-SLOT`, and adds random characters where it is taken.
 *
 * @see https://learn.microsoft.com/azure/app-service/deploy-staging-slots#add-a-slot
 * @see https://github.com/Azure/azure-functions-ux/issues/1678
 */
function hostnameProblems({ _props: { name: appName } }: AppBase, name: string, label: string): Problem[] {
  const isTooLong = appName.length > LONGEST_APP || appName.length + name.length > LONGEST_TOGETHER;
  if (!isKnown(label) || !isTooLong) return [];
  const message = `"${label}" is too long for a host name, and Azure would cut the name; use an app name of at most ${LONGEST_APP} characters, and at most ${LONGEST_TOGETHER} for app and slot together`;
  return [{ code: 'appservice/slot-hostname', message }];
}

function planProblems(app: AppBase, asApp: AppProps): Problem[] {
  const own = asApp.servicePlan;
  const appPlan = app._props.servicePlan;
  const plans = isSamePlan(app, asApp) ? [appPlan] : [appPlan, own];
  const problems = plans.flatMap(({ sku }): Problem[] => {
    if (!sku || sku.hasSlots) return [];
    const instead = sku.isFlex ? 'PlanSku.EP1 or PlanSku.P0V3' : "PlanSku.of('S1'), PlanSku.P0V3 or larger";
    const message = `apps on ${sku.name} plans cannot have slots; use ${instead}`;
    return [{ code: 'appservice/slot-on-basic', message }];
  });
  if (locationsDiffer(appPlan.location, own.location)) {
    const message = `the app is in ${appPlan.location}, but plan ${own.node.path} of its slot is in ${own.location}; use one region`;
    problems.push({ code: 'appservice/location', message });
  }
  return problems;
}

function isSamePlan(app: AppBase, { servicePlan }: AppProps): boolean {
  return keyOf(app._props.servicePlan.servicePlanId) === keyOf(servicePlan.servicePlanId);
}
