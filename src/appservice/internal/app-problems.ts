import { IConstruct } from 'constructs';
import { AppKind } from './app-kind';
import { planProblems, webPlanProblems } from './app-plan-problems';
import { locationsDiffer } from '../../core/internal/locations';
import { exceptionProblems, plainSecretProblems } from '../../core/internal/secret-settings';
import { tagProblems } from '../../core/internal/tags';
import { isKnown, Problem } from '../../core/internal/violations';
import { AppOptions, AppProps } from '../app-props';
import { OsType } from '../os-type';
import { appSettingProblems, runtimeSettingProblems, secretSettingProblems } from '../private/app-settings';
import { authenticationProblems } from '../private/authentication-problems';
import { connectionStringProblems } from '../private/connection-strings';
import { integrationSubnetProblems } from '../private/integration-subnet';
import { settingNameProblems, stickyConnectionStringProblems, stickySettingProblems } from '../private/setting-names';
import { webTelemetryProblems } from '../private/telemetry';
import { Runtime } from '../runtime';
import { IServicePlan } from '../service-plan';
import { WebAppOptions, WebAppProps } from '../web-app-props';

/** Reports what azurerm or Azure would reject in an app of any kind, or accept but break. */
export function appProblems(app: IConstruct, kind: AppKind, props: AppProps): Problem[] {
  return [
    ...appNameProblems(props.name),
    ...siteProblems(app, kind, props),
    ...stickySettingProblems(kind.resourceType, props.stickySettings ?? []),
    ...stickyConnectionStringProblems(props.stickyConnectionStrings ?? []),
  ];
}

/** The same for a web app. */
export function webAppProblems(app: IConstruct, kind: AppKind, props: WebAppProps): Problem[] {
  return [...appProblems(app, kind, props), ...onlyWebProblems(props)];
}

/** The same for a slot of an app of any kind, whose name is judged elsewhere. */
export function siteProblems(slot: IConstruct, kind: AppKind, props: AppProps): Problem[] {
  return [
    ...osProblems(kind, props),
    ...planProblems(props.servicePlan, props.alwaysOn),
    ...networkProblems(slot, kind, props),
    ...optionProblems(slot, kind, props),
    ...tagProblems(props.tags),
  ];
}

/** The same for a slot of a web app. */
export function webSiteProblems(slot: IConstruct, kind: AppKind, props: WebAppProps): Problem[] {
  return [...siteProblems(slot, kind, props), ...onlyWebProblems(props)];
}

function onlyWebProblems(props: WebAppProps): Problem[] {
  return [...webPlanProblems(props.servicePlan.sku), ...onlyWebOptionProblems(props)];
}

function onlyWebOptionProblems(options: WebAppOptions): Problem[] {
  return [...webTelemetryProblems(options), ...(options.logs?._problems() ?? [])];
}

function commandProblems(kind: AppKind, { startupCommand }: AppOptions): Problem[] {
  if (startupCommand === undefined) return [];
  const problems = plainSecretProblems('startupCommand', startupCommand, 'startupCommand');
  if (kind.osType !== OsType.WINDOWS) return problems;
  const message = 'startupCommand given, but App Service runs it on Linux only; leave it out, or use a Linux app';
  return [{ code: 'appservice/startup-command', message }, ...problems];
}

/** Problems with a web app before it is known where it runs. */
export function webAppOptionProblems(
  scope: IConstruct,
  kind: AppKind,
  plan: Pick<IServicePlan, 'sku' | 'environment'>,
  options: WebAppOptions,
): Problem[] {
  return [
    ...planProblems(plan, options.alwaysOn),
    ...webPlanProblems(plan.sku),
    ...optionProblems(scope, kind, options),
    ...onlyWebOptionProblems(options),
  ];
}

/** Problems with the options of an app or slot of any kind. */
export function optionProblems(scope: IConstruct, kind: AppKind, options: AppOptions): Problem[] {
  const { runtime, healthCheck, accessRestrictions, cors, appSettings = {}, secretSettings = {}, notSecret } = options;
  const { connectionStrings = {} } = options;
  const names = Object.keys({ ...appSettings, ...secretSettings });
  return [
    ...(runtime?._problems(scope, kind) ?? []),
    ...(healthCheck?._problems() ?? []),
    ...(accessRestrictions?._problems() ?? []),
    ...(cors?._problems() ?? []),
    ...authenticationProblems(kind, options),
    ...settingNameProblems(kind.resourceType, appSettings, secretSettings),
    ...appSettingProblems(appSettings, notSecret),
    ...exceptionProblems(notSecret),
    ...secretSettingProblems(secretSettings, appSettings),
    ...connectionStringProblems(kind.resourceType, connectionStrings, names),
    ...runtimeSettingProblems(kind.resourceType, options),
    ...commandProblems(kind, options),
  ];
}

/** Reports what Azure would reject in the name of an app. */
export function appNameProblems(name: string): Problem[] {
  if (!isKnown(name) || /^[a-zA-Z0-9][a-zA-Z0-9-]{0,58}[a-zA-Z0-9]$/.test(name)) return [];
  const message = `"${name}" is not an app name; use 2 to 60 letters, digits or inner dashes`;
  return [{ code: 'appservice/name', message }];
}

/** The operating system of the workers that an app needs. */
export function neededOs(kind: AppKind, runtime: Runtime | undefined): OsType {
  return kind.osType === OsType.WINDOWS && runtime?.isContainer ? OsType.WINDOWS_CONTAINER : kind.osType;
}

/** Explains why an app does not run on the operating system of a plan. */
export function osProblems(
  kind: AppKind,
  { servicePlan, runtime }: Pick<AppProps, 'servicePlan' | 'runtime'>,
): Problem[] {
  const needed = neededOs(kind, runtime);
  if (servicePlan.osType === undefined || servicePlan.osType === needed) return [];
  const message = `a ${needed} app cannot run on the ${servicePlan.osType} plan ${servicePlan.node.path}; use a ${needed} plan`;
  return [{ code: 'appservice/os-mismatch', message }];
}

function networkProblems(app: IConstruct, kind: AppKind, { servicePlan, integrationSubnet }: AppProps): Problem[] {
  const problems = integrationSubnetProblems(app, kind, servicePlan, integrationSubnet);
  if (!locationsDiffer(servicePlan.location, integrationSubnet.location)) return problems;
  const message = `plan and app are in ${servicePlan.location}, but subnet ${integrationSubnet.node.path} is in ${integrationSubnet.location}; use one region`;
  return [{ code: 'appservice/location', message }, ...problems];
}
