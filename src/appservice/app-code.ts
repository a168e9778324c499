import { FLEX_FUNCTION_APP } from './internal/app-kind';

/**
 * Settings that deployments of code write: `func azure functionapp publish`, `az functionapp deployment` and their
 * GitHub actions.
 *
 * @see https://learn.microsoft.com/azure/azure-functions/functions-app-settings#website_run_from_package
 * @see https://learn.microsoft.com/azure/app-service/deploy-zip#enable-build-automation-for-zip-deploy
 */
const SETTINGS = ['WEBSITE_RUN_FROM_PACKAGE', 'SCM_DO_BUILD_DURING_DEPLOYMENT', 'ENABLE_ORYX_BUILD'];

const STACK = 'site_config[0].application_stack[0]';

/** Owner of an app's code after Terraform has created the app: Terraform or a pipeline. */
export class AppCode {
  /**
   * A pipeline deploys the code, and no apply takes it back. Of a container Terraform ignores the name and the tag of
   * the image, of another app the settings that deployments write: `WEBSITE_RUN_FROM_PACKAGE`,
   * `SCM_DO_BUILD_DURING_DEPLOYMENT` and `ENABLE_ORYX_BUILD`. What Terraform is given of these counts when the app is
   * created, and not later. On Flex Consumption deployments write no such setting, so there is nothing to ignore.
   *
   * @see https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#ignore_changes
   */
  public static byPipeline(): AppCode {
    return new AppCode();
  }

  private constructor() {}

  /**
   * The attributes of a resource that are left to the pipeline.
   *
   * @internal
   */
  public _leftOut(resourceType: string, isContainer: boolean): string[] {
    if (isContainer) return imagePaths(resourceType);
    if (resourceType === FLEX_FUNCTION_APP.resourceType) return [];
    // Terraform ignores a key of a map also where the configuration has no such key, or no map.
    return SETTINGS.map((name) => `app_settings["${name}"]`);
  }
}

function imagePaths(resourceType: string): string[] {
  if (!/_function_app/.test(resourceType)) return [`${STACK}.docker_image_name`];
  return ['image_name', 'image_tag'].map((attribute) => `${STACK}.docker[0].${attribute}`);
}
