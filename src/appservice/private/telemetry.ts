import { settingKey } from '../../core/internal/setting-keys';
import { Problem } from '../../core/internal/violations';
import { AppOptions, AppProps } from '../app-props';

const CONNECTION = 'APPLICATIONINSIGHTS_CONNECTION_STRING';
const AUTHENTICATION = 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING';

/**
 * The setting by which Azure's agent, or the host of a function app, signs in to send telemetry.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/app/azure-ad-authentication
 */
export function telemetrySettings({ applicationInsights, identity }: AppProps): Record<string, string> {
  return applicationInsights ? { [AUTHENTICATION]: `Authorization=AAD;ClientId=${identity.clientId}` } : {};
}

/** The same with the address of Application Insights, which function apps take outside of their settings. */
export function webTelemetrySettings(props: AppProps): Record<string, string> {
  const address = props.applicationInsights && { [CONNECTION]: props.applicationInsights.connectionString };
  return { ...address, ...telemetrySettings(props) };
}

/** Settings of a web app that its Application Insights sets as well. */
export function webTelemetryProblems(options: AppOptions): Problem[] {
  if (!options.applicationInsights) return [];
  const given = Object.keys({ ...options.appSettings, ...options.secretSettings });
  return [CONNECTION, AUTHENTICATION]
    .flatMap((owned) => given.filter((name) => settingKey(name) === owned))
    .map((name) => ({
      code: 'appservice/setting-conflict',
      message: `app setting ${name} is given, but applicationInsights sets it; leave one of them out`,
    }));
}
