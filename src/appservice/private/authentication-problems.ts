import { settingKey } from '../../core/internal/setting-keys';
import { Problem } from '../../core/internal/violations';
import { AppOptions } from '../app-props';
import { AppKind, FLEX_FUNCTION_APP } from '../internal/app-kind';
import { flexSecretProblems } from '../internal/function-settings';

/** Problems with the authentication of an app of some kind, and the settings that are given with it. */
export function authenticationProblems(kind: AppKind, options: AppOptions): Problem[] {
  const { authentication } = options;
  if (!authentication) return [];
  const { _setting: setting, _secret: secret } = authentication._credential ?? {};
  const problems = authentication._problems();
  if (setting === undefined) return problems;
  if (secret && kind === FLEX_FUNCTION_APP) problems.push(...flexSecretProblems([setting]));
  const given = Object.keys({ ...options.appSettings, ...options.secretSettings });
  const conflicts = given
    .filter((name) => settingKey(name) === setting)
    .map((name) => ({
      code: 'appservice/setting-conflict' as const,
      message: `app setting ${name} is given, but authentication sets it; leave one of them out`,
    }));
  return [...problems, ...conflicts];
}
