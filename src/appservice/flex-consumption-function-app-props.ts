import { FunctionAppProps } from './function-app-props';
import { IStorageContainer } from '../storage';

/** Properties of a Flex Consumption function app. */
export interface FlexConsumptionFunctionAppProps extends FunctionAppProps {
  /**
   * The container to which the code of this app, and of no other, is deployed.
   *
   * @default - a new one in `storage`, named by `deploymentContainerName`
   */
  readonly deploymentContainer?: IStorageContainer;

  /**
   * Name of the new container in `storage`: 3 to 63 lower-case letters, digits or single inner dashes.
   *
   * @default - `app-` and the name of the app
   */
  readonly deploymentContainerName?: string;
}
