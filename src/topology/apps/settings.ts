import { ModelResource } from '../../model/model-resource';
import { ModelValue } from '../../model/model-value';

/**
 * What an app is given for a setting, by every spelling of its name: environment variables of App Service have no letter
 * case. Where only Terraform knows the settings, the unknown map stands for each of them.
 *
 * @see https://learn.microsoft.com/azure/app-service/configure-common#configure-app-settings
 */
export function settingNamed(app: ModelResource, name: string): ModelValue<ModelResource>[] {
  const all = app.at('app_settings');
  if (!all.entries) return [all];
  return all.entries.filter(([given]) => given.toUpperCase() === name.toUpperCase()).map(([, value]) => value);
}
