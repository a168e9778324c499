import { Token } from 'cdktf';
import { reservedSettingProblems } from './reserved-settings';
import type { Code } from '../../core/internal/codes/codes';
import { HostSettings } from '../../core/internal/host-settings';
import { settingNameFault } from '../../core/internal/setting-names';
import { Problem } from '../../core/internal/violations';

/** Reports names that settings of an app cannot have, by azurerm's type of the app. */
export function settingNameProblems(resourceType: string, ...settings: readonly object[]): Problem[] {
  const names = settings.flatMap((each) => (Token.isUnresolved(each) ? [] : Object.keys(each)));
  return [...new Set(names)].flatMap((name) =>
    firstOf(
      reservedSettingProblems(resourceType, name),
      faults('appservice/setting-name', 'app setting', resourceType, name),
    ),
  );
}

/** The same for a setting that is added to those of an app, where another one may set it. */
export function addedNameProblems(
  resourceType: string,
  settings: HostSettings,
  name: string,
  value: string,
): Problem[] {
  return firstOf(
    reservedSettingProblems(resourceType, name),
    settings.problems(name, value),
    faults('appservice/setting-name', 'app setting', resourceType, name),
  );
}

/** The same for settings that stay with their slot. */
export function stickySettingProblems(resourceType: string, names: readonly string[]): Problem[] {
  return names.flatMap((name) => faults('appservice/sticky-setting', 'sticky setting', resourceType, name));
}

/** The same for connection strings; Azure does not say which names it rejects, but no variable has these. */
export function stickyConnectionStringProblems(names: readonly string[]): Problem[] {
  return names.flatMap((name) => faults('appservice/sticky-setting', 'sticky connection string', '', name));
}

/** The same for those that an app has. */
export function connectionStringNameProblems(name: string): Problem[] {
  return faults('appservice/setting-name', 'connection string', '', name);
}

/** To spell a name otherwise is no advice where the setting is to be left out. */
function firstOf(...problems: readonly Problem[][]): Problem[] {
  return problems.find((each) => each.length > 0) ?? [];
}

function faults(code: Code, what: string, resourceType: string, name: string): Problem[] {
  const fault = settingNameFault(resourceType, name);
  return fault === undefined ? [] : [{ code, message: `${what} "${name}" ${fault}` }];
}
