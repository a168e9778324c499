import { Token } from 'cdktf';
import { ONE_SPELLING } from '../../core/internal/host-settings';
import { isExcepted, plainSecretProblems } from '../../core/internal/secret-settings';
import { settingKey } from '../../core/internal/setting-keys';
import { Problem } from '../../core/internal/violations';
import { SecretReference } from '../../vault';
import { AppOptions } from '../app-props';
import { Runtime } from '../runtime';

/**
 * Problems with settings, whatever their names are: two of one setting, and values that look like secrets, which are
 * never repeated.
 *
 * @param notSecret reasons why settings that look like secrets are not secrets, by name
 */
export function appSettingProblems(
  settings: Readonly<Record<string, string>>,
  notSecret: Readonly<Record<string, string>> = {},
): Problem[] {
  if (Token.isUnresolved(settings)) {
    const message =
      'the app settings are only known as a whole when Terraform runs, but services add their own at synth; give names, whose values may be unknown';
    return [{ code: 'appservice/unknown-settings', message }];
  }
  return Object.entries(settings).flatMap(([name, value], index, all) => {
    const problems = spellingProblems(name, all.slice(0, index));
    if (!isExcepted(name, notSecret)) problems.push(...plainSecretProblems(name, value));
    return problems;
  });
}

/** Reports what Azure would reject in settings from Key Vaults, and names that are taken by plain settings. */
export function secretSettingProblems(
  secrets: Readonly<Record<string, SecretReference>>,
  settings: Readonly<Record<string, string>>,
): Problem[] {
  const plain = Token.isUnresolved(settings) ? [] : Object.keys(settings);
  return Object.entries(secrets).flatMap(([name, secret], index, all) => {
    const problems = [...spellingProblems(name, all.slice(0, index)), ...secret._problems()];
    const same = plain.find((each) => settingKey(each) === settingKey(name));
    if (same !== undefined) {
      const spelled = same === name ? '' : `, there as ${same}`;
      const message = `app setting ${name} is given both in appSettings and in secretSettings${spelled}; give it once`;
      problems.push({ code: 'appservice/setting-conflict', message });
    }
    return problems;
  });
}

/** Two names of one setting, of which App Service keeps one, or the application reads one. */
function spellingProblems(name: string, before: readonly (readonly [string, unknown])[]): Problem[] {
  const [same] = before.find(([each]) => settingKey(each) === settingKey(name)) ?? [];
  if (same === undefined) return [];
  return [
    { code: 'appservice/setting-conflict', message: `app settings ${same} and ${name} are one; ${ONE_SPELLING}` },
  ];
}

const NODE_VERSION = 'WEBSITE_NODE_DEFAULT_VERSION';

/**
 * Settings that azurerm itself writes for the runtime of a web app or slot, over what is given.
 *
 * @see https://github.com/hashicorp/terraform-provider-azurerm/blob/v4.55.0/internal/services/appservice/helpers/web_app_schema.go
 */
export function runtimeSettings(resourceType: string, runtime: Runtime | undefined): string[] {
  const isNode = runtime?.language === 'Node.js' && resourceType.startsWith('azurerm_windows_web_app');
  return isNode ? [NODE_VERSION] : [];
}

/** The same, where they are given. */
export function runtimeSettingProblems(resourceType: string, { runtime, ...options }: AppOptions): Problem[] {
  const owned = runtimeSettings(resourceType, runtime);
  return Object.keys({ ...options.appSettings, ...options.secretSettings })
    .filter((name) => owned.includes(settingKey(name)))
    .map((name) => {
      const message = `app setting ${name} is given, but runtime sets it; leave it out`;
      return { code: 'appservice/setting-conflict', message };
    });
}
