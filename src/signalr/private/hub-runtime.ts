import { HostSettings } from '../../core/internal/host-settings';
import { warn } from '../../engine/warn';
import { IAppHost } from '../../identity';

/**
 * Warns of a hub server in a language that has no server SDK. What a container runs is not known.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/signalr-howto-use
 */
export function warnOfRuntime(host: IAppHost): void {
  const { language } = HostSettings.of(host);
  if (language === undefined || language === '.NET') return;
  warn(
    host,
    'signalr/no-server-sdk',
    `${host.node.path} is to be a hub server and runs ${language}, but the server SDK of Azure SignalR Service is for .NET alone; use connectNegotiator(...) or connectRestSender(...) and ServiceMode.SERVERLESS, or host the hubs in a .NET app`,
  );
}
