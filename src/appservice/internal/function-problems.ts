import { IConstruct } from 'constructs';
import { AppKind, FLEX_FUNCTION_APP } from './app-kind';
import { appProblems, siteProblems } from './app-problems';
import { packageProblems } from './function-settings';
import { isKnown, Problem } from '../../core/internal/violations';
import { FunctionAppOptions, FunctionAppProps } from '../function-app-props';
import { PlanSku } from '../plan-sku';
import { hostIdProblems } from '../private/host-id';

/** Reports what azurerm or Azure would reject in a function app, or accept but break. */
export function functionAppProblems(app: IConstruct, kind: AppKind, props: FunctionAppProps): Problem[] {
  const { servicePlan } = props;
  return [
    ...appProblems(app, kind, props),
    ...functionOptionProblems(kind, servicePlan.sku, props),
    ...hostIdProblems(app, props),
  ];
}

/** The same for a slot of a function app, whose name and plan are judged elsewhere. */
export function functionSiteProblems(slot: IConstruct, kind: AppKind, props: FunctionAppProps): Problem[] {
  return [
    ...siteProblems(slot, kind, props),
    ...workflowPlanProblems(kind, props.servicePlan.sku),
    ...packageAndScalingProblems(kind, props.servicePlan.sku, props),
    ...hostIdProblems(slot, props),
  ];
}

/** Problems with options of a function app on a plan of a size, whatever else there is. */
export function functionOptionProblems(
  kind: AppKind,
  sku: PlanSku | undefined,
  options: FunctionAppOptions,
): Problem[] {
  return [
    ...flexPlanProblems(kind, sku),
    ...workflowPlanProblems(kind, sku),
    ...packageAndScalingProblems(kind, sku, options),
  ];
}

function packageAndScalingProblems(kind: AppKind, sku: PlanSku | undefined, options: FunctionAppOptions): Problem[] {
  const isFlex = kind === FLEX_FUNCTION_APP;
  return [...packageProblems(kind, sku, options), ...(options.scaling?._problems(isFlex, sku) ?? [])];
}

/** @see https://learn.microsoft.com/azure/azure-functions/functions-scale */
function flexPlanProblems(kind: AppKind, sku: PlanSku | undefined): Problem[] {
  if (!sku || !isKnown(sku.name) || sku.isFlex === (kind === FLEX_FUNCTION_APP)) return [];
  const instead = sku.isFlex ? 'FlexConsumptionFunctionApp' : 'PlanSku.FC1';
  const message = `a ${kind.name} does not run on ${sku.name} plans; use ${instead}`;
  return [{ code: 'appservice/plan-for-flex', message }];
}

/** A Flex Consumption function app that needs another plan is reported elsewhere. */
function workflowPlanProblems(kind: AppKind, sku: PlanSku | undefined): Problem[] {
  if (!sku?.isWorkflow || kind === FLEX_FUNCTION_APP) return [];
  const message = `${sku.name} plans are for workflows only; use PlanSku.P0V3 or another size for function apps`;
  return [{ code: 'appservice/plan-for-workflows', message }];
}
