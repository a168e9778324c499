import { isContainerApp, variablesOf } from './container-apps';
import { settingKey } from '../../core/internal/setting-keys';
import { ModelResource } from '../../model/model-resource';
import { Value } from '../values';

/**
 * Returns the values of an app's setting, by every spelling of its name: environment variables of App Service have no
 * letter case. Where only Terraform knows the settings, the unknown map stands for each of them.
 *
 * @see https://learn.microsoft.com/azure/app-service/configure-common#configure-app-settings
 */
export function settingNamed(app: ModelResource, name: string): Value[] {
  const all = allSettings(app);
  const settings = isContainerApp(app)
    ? variablesOf(app)
    : all.entries?.map(([given, value]) => ({ name: given, value }));
  if (!settings) return [all];
  return settings.filter((given) => settingKey(given.name) === settingKey(name)).map(({ value }) => value);
}

/** A setting or connection string of an app. */
export interface Setting {
  readonly name: string;
  readonly value: Value;
  /** Set for a connection string, which .NET reads below `ConnectionStrings`. */
  readonly isConnectionString?: true;
}

/** The attribute or block with the settings of an app. */
export function allSettings(app: ModelResource): Value {
  return app.at(isContainerApp(app) ? 'template' : 'app_settings');
}

/**
 * The settings and connection strings of an app, or the variables of its containers; `undefined` where only Terraform
 * will know which there are.
 */
export function settingsOf(app: ModelResource): Setting[] | undefined {
  if (isContainerApp(app)) return variablesOf(app);
  const settings = app.at('app_settings').entries;
  const strings = app.blocks('connection_string');
  if (!settings || !strings) return undefined;
  return [
    ...settings.map(([name, value]) => ({ name, value })),
    ...strings.map((block) => ({
      name: block.at('name').text,
      value: block.at('value'),
      isConnectionString: true as const,
    })),
  ];
}

/** Reports whether App Service reads a value from a Key Vault, so that it stands nowhere else. */
export function isInVault({ text }: Value): boolean {
  return /^@Microsoft\.KeyVault\(/i.test(text);
}
