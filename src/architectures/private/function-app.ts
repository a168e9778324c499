import { Construct } from 'constructs';
import {
  FlexConsumptionFunctionApp,
  FunctionAppBase,
  LinuxFunctionApp,
  WindowsFunctionApp,
  FunctionAppProps,
} from '../../appservice';
import { AppKind, FLEX_FUNCTION_APP, LINUX_FUNCTION_APP } from '../../appservice/internal/app-kind';

/** Properties of a function app of any kind. */
export interface AnyFunctionAppProps extends FunctionAppProps {
  /** The container of a Flex Consumption app, where it is named. */
  readonly deploymentContainerName?: string;
}

/** Defines a function app of a kind. */
export function defineFunctionApp(
  kind: AppKind,
  scope: Construct,
  id: string,
  { deploymentContainerName, ...props }: AnyFunctionAppProps,
): FunctionAppBase {
  if (kind === FLEX_FUNCTION_APP) {
    return new FlexConsumptionFunctionApp(scope, id, { ...props, deploymentContainerName });
  }
  const FunctionApp = kind === LINUX_FUNCTION_APP ? LinuxFunctionApp : WindowsFunctionApp;
  return new FunctionApp(scope, id, props);
}
