import { IConstruct } from 'constructs';
import { AppKind, FLEX_FUNCTION_APP } from './app-kind';
import { appProblems, siteProblems } from './app-problems';
import { functionSettingProblems, packageProblems } from './function-settings';
import { hostIdProblems } from './host-id';
import { claim, keyOf } from '../../core/private/registry';
import { isKnown, Problem } from '../../core/private/violations';
import { FunctionAppProps } from '../function-app-props';
import { PlanSku } from '../plan-sku';
import { IServicePlan } from '../service-plan';

/** What azurerm or Azure would refuse in a function app, and what it would accept and silently get wrong. */
export function functionAppProblems(app: IConstruct, kind: AppKind, props: FunctionAppProps): Problem[] {
  return [
    ...appProblems(app, kind, props),
    ...flexPlanProblems(app, kind, props.servicePlan),
    ...onlyFunctionProblems(app, kind, props),
  ];
}

/** The same for a slot of a function app, whose name and whether its plan has slots are judged beside. */
export function functionSiteProblems(slot: IConstruct, kind: AppKind, props: FunctionAppProps): Problem[] {
  return [...siteProblems(slot, kind, props), ...onlyFunctionProblems(slot, kind, props)];
}

function onlyFunctionProblems(site: IConstruct, kind: AppKind, props: FunctionAppProps): Problem[] {
  const { servicePlan, appSettings = {}, secretSettings = {}, scaling } = props;
  return [
    ...workflowPlanProblems(kind, servicePlan.sku),
    ...functionSettingProblems(kind, [...Object.keys(appSettings), ...Object.keys(secretSettings)]),
    ...packageProblems(kind, props),
    ...(scaling?._problems(kind === FLEX_FUNCTION_APP, servicePlan.sku) ?? []),
    ...hostIdProblems(site, props),
  ];
}

/** @see https://learn.microsoft.com/azure/azure-functions/functions-scale */
function flexPlanProblems(app: IConstruct, kind: AppKind, plan: IServicePlan): Problem[] {
  const { sku } = plan;
  if (sku && isKnown(sku.name) && sku.isFlex !== (kind === FLEX_FUNCTION_APP)) {
    const instead = sku.isFlex ? 'FlexConsumptionFunctionApp' : 'PlanSku.FC1';
    const message = `a ${kind.name} does not run on ${sku.name} plans; use ${instead}`;
    return [{ code: 'appservice/plan-for-flex', message }];
  }
  if (kind !== FLEX_FUNCTION_APP) return [];
  const owner = claim(app, 'Flex Consumption plan', keyOf(plan.servicePlanId));
  if (!owner) return [];
  const message = `plan ${plan.node.path} has the function app ${owner} already, and a Flex Consumption plan takes one; give each its own plan`;
  return [{ code: 'appservice/flex-plan-taken', message }];
}

/** A Flex Consumption function app is told beside that it needs another plan. */
function workflowPlanProblems(kind: AppKind, sku: PlanSku | undefined): Problem[] {
  if (!sku?.isWorkflow || kind === FLEX_FUNCTION_APP) return [];
  const message = `${sku.name} plans are for workflows only; use PlanSku.P0V3 or another size for function apps`;
  return [{ code: 'appservice/plan-for-workflows', message }];
}
