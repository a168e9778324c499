import { isKnown, Problem } from '../../core/internal/violations';

export { workspaceNameProblems } from '../private/workspace-name';

/** Reports what Azure would reject in the name of a diagnostic setting. */
export function settingNameProblems(name: string): Problem[] {
  if (!isKnown(name) || /^[^<>*%&:\\?+/]{1,260}$/.test(name)) return [];
  const message = `"${name}" is not a diagnostic setting name; use 1 to 260 characters, none of < > * % & : \\ ? + /`;
  return [{ code: 'logs/setting-name', message }];
}

/** Reports what Azure would reject in the name of an Application Insights resource. */
export function insightsNameProblems(name: string): Problem[] {
  if (!isKnown(name) || /^[^%&\\?/\p{Cc}]{0,259}[^%&\\?/\p{Cc}. ]$/u.test(name)) return [];
  const message = `"${name}" is not an Application Insights name; use 1 to 260 characters, none of % & \\ ? /, not ending with a space or period`;
  return [{ code: 'logs/insights-name', message }];
}

/** Reports what Azure would reject in the name of a metric alert. */
export function alertNameProblems(name: string): Problem[] {
  if (!isKnown(name) || /^(?!.*[ .]$)[^*#&+:<>?@%{}\\/\p{Cc}]{1,260}$/u.test(name)) return [];
  const message = `"${name}" is not an alert name; use 1 to 260 characters, none of * # & + : < > ? @ % { } \\ /, not ending with a space or period`;
  return [{ code: 'alerts/name', message }];
}

/**
 * Reports what Azure would reject in the name of an action group.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftinsights
 */
export function actionGroupNameProblems(name: string): Problem[] {
  if (!isKnown(name) || /^(?!.*[ .]$)[^:<>+/&%\\?\p{Cc}]{1,260}$/u.test(name)) return [];
  const message = `"${name}" is not an action group name; use 1 to 260 characters, none of : < > + / & % \\ ?, not ending with a space or period`;
  return [{ code: 'alerts/action-group-name', message }];
}

/** Reports what Azure would reject in the name of an autoscale setting, by the same page. */
export function autoscaleNameProblems(name: string): Problem[] {
  if (!isKnown(name) || /^(?!.*[ .]$)[^:<>+/&%\\?\p{Cc}]{1,260}$/u.test(name)) return [];
  const message = `"${name}" is not an autoscale setting name; use 1 to 260 characters, none of : < > + / & % \\ ?, not ending with a space or period`;
  return [{ code: 'autoscale/name', message }];
}
