import { reservedSettingProblems } from './reserved-settings';
import { connectionStringNameProblems } from './setting-names';
import { settingKey, stringKey, variableKey } from '../../core/internal/setting-keys';
import { Problem } from '../../core/internal/violations';
import { ConnectionString } from '../connection-string';
import { FLEX_FUNCTION_APP } from '../internal/app-kind';
import { flexSecretProblems } from '../internal/function-settings';

const CONFLICT = 'appservice/setting-conflict';

/**
 * Problems with the connection strings of an app.
 *
 * @param settings names of the app's settings, some of which are connection strings to .NET as well
 */
export function connectionStringProblems(
  resourceType: string,
  strings: Readonly<Record<string, ConnectionString>>,
  settings: readonly string[],
): Problem[] {
  return Object.entries(strings).flatMap(([name, string], index, all) => [
    ...connectionStringNameProblems(name),
    ...reservedSettingProblems(resourceType, name),
    ...(resourceType === FLEX_FUNCTION_APP.resourceType ? flexSecretProblems([name], 'connection string') : []),
    ...string._problems(),
    ...all
      .slice(0, index)
      .filter(([before]) => settingKey(before) === settingKey(name))
      .map(
        ([before]) =>
          ({ code: CONFLICT, message: `connection strings ${before} and ${name} are one; leave one out` }) as const,
      ),
    ...settings
      .filter((setting) => variableKey(setting) === stringKey(name))
      .map(
        (setting) =>
          ({
            code: CONFLICT,
            message: `connection string ${name} and app setting ${setting} are one to .NET; leave one of them out`,
          }) as const,
      ),
  ]);
}
