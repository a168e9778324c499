import { FunctionAppProps } from './function-app-props';
import { IStorageContainer } from '../storage';

/** Properties of a Flex Consumption function app. */
export interface FlexConsumptionFunctionAppProps extends FunctionAppProps {
  /**
   * The container to which the code of this app, and of no other, is deployed.
   *
   * @default - a new one in `storage`, named `app-` and the name of the app
   */
  readonly deploymentContainer?: IStorageContainer;
}
