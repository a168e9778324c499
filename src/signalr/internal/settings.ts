import { lockNameProblems } from '../../core/internal/lock';
import { timeoutProblems } from '../../core/internal/timeouts';
import { isKnown, Problem } from '../../core/internal/violations';
import { LogType } from '../log-type';
import { azapiSettingsProblems } from '../private/azapi-settings';
import { SignalRServiceSettings } from '../signalr-service-settings';

/** Reports what Azure would reject in the settings of a service, or what would close the service to every caller. */
export function settingsProblems(settings: SignalRServiceSettings): Problem[] {
  const problems: Problem[] = [];
  if (settings.localAuthentication !== true && settings.entraAuthentication === false) {
    const message =
      'both Entra authentication and access keys are off, so no caller could connect; leave entraAuthentication on';
    problems.push({ code: 'signalr/no-authentication', message });
  }
  const seconds = settings.serverlessConnectionTimeoutInSeconds;
  if (isKnown(seconds) && !(Number.isInteger(seconds) && seconds >= 1 && seconds <= 120)) {
    const message = `a connection timeout of ${seconds} seconds given; use 1 to 120`;
    problems.push({ code: 'signalr/serverless-timeout', message });
  }
  return [
    ...problems,
    ...lockNameProblems(settings.lockName),
    ...timeoutProblems(settings.timeouts),
    ...azapiSettingsProblems(settings),
  ];
}

/** The settings in azurerm's form. */
export function settingsAttributes(settings: SignalRServiceSettings) {
  const logged = switches(settings.logTypes ?? Object.values(LogType));
  const traced = settings.liveTrace ?? [];
  return {
    identity: settings.identity?._render(),
    localAuthEnabled: settings.localAuthentication ?? false,
    aadAuthEnabled: settings.entraAuthentication ?? true,
    tlsClientCertEnabled: settings.tlsClientCertificate,
    serverlessConnectionTimeoutInSeconds: settings.serverlessConnectionTimeoutInSeconds,
    // Diagnostic settings deliver only what these switches produce, and azurerm leaves them off:
    // https://learn.microsoft.com/azure/azure-signalr/signalr-howto-diagnostic-logs
    ...logged,
    // Always there: azurerm sends nothing for a block that is taken away, so live trace would stay on.
    liveTrace: { enabled: traced.length > 0, ...switches(traced) },
    timeouts: settings.timeouts,
  };
}

function switches(types: readonly LogType[]) {
  return {
    connectivityLogsEnabled: types.includes(LogType.CONNECTIVITY),
    messagingLogsEnabled: types.includes(LogType.MESSAGING),
    httpRequestLogsEnabled: types.includes(LogType.HTTP_REQUEST),
  };
}
