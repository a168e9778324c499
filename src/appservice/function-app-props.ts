import { AppOptions, AppProps } from './app-props';
import { FunctionScaling } from './function-scaling';
import { IStorageAccount } from '../storage';

/** Options of a function app that do not depend on where it runs. */
export interface FunctionAppOptions extends AppOptions {
  /**
   * Number of instances of the app, on Elastic Premium and Flex Consumption plans.
   *
   * @default - on Elastic Premium at least 1 and as many as the plan takes, on Flex Consumption at most 100
   */
  readonly scaling?: FunctionScaling;

  /**
   * Address of the zip file that the app runs from, such as `https://NAME.blob.core.windows.net/packages/app.zip`. The
   * app reads it with its identity, which needs the role Storage Blob Data Reader where the file is not in `storage`.
   * Needed on Elastic Premium plans, unless the app is a container; not for Flex Consumption.
   *
   * @default - code is deployed to the app itself
   * @see https://learn.microsoft.com/azure/azure-functions/run-functions-from-deployment-package
   */
  readonly packageUrl?: string;
}

/** Properties of a function app. */
export interface FunctionAppProps extends AppProps, FunctionAppOptions {
  /**
   * The storage account in which the host of the app keeps its state, and Flex Consumption the code. Apps do not share
   * one where it matters how fast they are.
   *
   * @see https://learn.microsoft.com/azure/azure-functions/storage-considerations
   */
  readonly storage: IStorageAccount;
}
