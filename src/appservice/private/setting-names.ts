import { Token } from 'cdktf';
import type { Code } from '../../core/internal/codes/codes';
import { settingNameFault } from '../../core/internal/setting-names';
import { Problem } from '../../core/internal/violations';

/** What Azure would refuse in the names of settings of an app, by azurerm's type of the app. */
export function settingNameProblems(resourceType: string, ...settings: readonly object[]): Problem[] {
  const names = settings.flatMap((each) => (Token.isUnresolved(each) ? [] : Object.keys(each)));
  return problems('appservice/setting-name', 'app setting', resourceType, names);
}

/** The same for settings that stay with their slot. */
export function stickySettingProblems(resourceType: string, names: readonly string[]): Problem[] {
  return problems('appservice/sticky-setting', 'sticky setting', resourceType, names);
}

function problems(code: Code, what: string, resourceType: string, names: readonly string[]): Problem[] {
  return names.flatMap((name) => {
    const fault = settingNameFault(resourceType, name);
    return fault === undefined ? [] : [{ code, message: `${what} "${name}" ${fault}` }];
  });
}
