import { LogType } from './log-type';
import { ServiceIdentity } from './service-identity';
import { SignalRServiceAzapiSettings } from './signalr-service-azapi-settings';
import { OperationTimeouts } from '../core';

/** Settings of a SignalR service that have nothing to do with its name, place, size and network. */
export interface SignalRServiceSettings extends SignalRServiceAzapiSettings {
  /**
   * The identity with which the service signs in to Key Vault and to upstreams.
   *
   * @default - none
   */
  readonly identity?: ServiceIdentity;

  /**
   * Also accepts the service's access keys, which do not expire and do not identify their user.
   *
   * @default false
   */
  readonly localAuthentication?: boolean;

  /**
   * Accepts tokens of Microsoft Entra ID, which all connections that this library makes need.
   *
   * @default true
   */
  readonly entraAuthentication?: boolean;

  /**
   * Asks clients for a TLS certificate, for rules that read the certificate; not on Free_F1.
   *
   * @default false
   */
  readonly tlsClientCertificate?: boolean;

  /**
   * Seconds after which the service drops a client connection that went silent, 1 to 120; for Serverless mode.
   *
   * @default - Azure's own, 30
   */
  readonly serverlessConnectionTimeoutInSeconds?: number;

  /**
   * Types of logs that the service records as resource logs. A diagnostic setting delivers nothing else.
   *
   * @default - everything
   */
  readonly logTypes?: LogType[];

  /**
   * Types of traffic that the live trace tool shows while it is open. Those who look need the request type `TRACE` on
   * their way to the service.
   *
   * @default - live trace is off
   * @see https://learn.microsoft.com/azure/azure-signalr/signalr-howto-live-trace-tool
   */
  readonly liveTrace?: LogType[];

  /**
   * Time that azurerm waits for operations on the service.
   *
   * @default - azurerm's own
   */
  readonly timeouts?: OperationTimeouts;

  /**
   * Locks the service and its parts, so that Azure rejects their deletion. Remove the lock before you destroy the
   * stack.
   *
   * @default - false, or true where `lockName` is given
   */
  readonly lock?: boolean;

  /**
   * Name of that lock: 1 to 90 letters, digits, `-`, `_`, `.`, `(` or `)`, not ending with a period. Another name
   * replaces the lock.
   *
   * @default 'no-deletion'
   */
  readonly lockName?: string;
}
