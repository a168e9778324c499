import { ServiceEndpointType } from './service-endpoint-type';
import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem } from '../core/internal/violations';

/**
 * Service that the settings describe.
 *
 * @internal
 */
export interface ConnectedService {
  readonly hostname: string;
  readonly connectionString: string;
  readonly clientId: string;
  /** Other addresses than the service's own, by what they are for. */
  readonly endpoints: ConnectionEndpoints;
}

/**
 * Addresses by which clients and servers are to call a service in place of its own.
 *
 * @internal
 */
export interface ConnectionEndpoints {
  readonly clientEndpoint?: string;
  readonly serverEndpoint?: string;
}

/** Separator of the levels of a configuration in a setting's name; App Service also accepts two underscores. */
interface Form {
  readonly pattern: RegExp;
  readonly text: string;
}

const NAME: Form = {
  pattern: /^[a-z0-9]+(_[a-z0-9]+)*$/i,
  text: 'letters and digits, with single underscores between',
};

const PREFIX: Form = {
  pattern: /^[a-z0-9]+(__?[a-z0-9]+)*$/i,
  text: 'letters and digits, with one or two underscores between',
};

/**
 * Further parts of a connection that the bindings of Azure Functions read, and that would change the identity that
 * signs in.
 *
 * @see https://github.com/Azure/azure-sdk-for-net/blob/main/sdk/signalr/Microsoft.Azure.WebJobs.Extensions.SignalRService/src/Config/IConfigurationExtensions.cs
 * @see https://learn.microsoft.com/azure/azure-functions/functions-reference#common-properties-for-identity-based-connections
 */
const PARTS = [
  'serviceUri',
  'clientEndpoint',
  'serverEndpoint',
  'type',
  'primary',
  'secondary',
  'credential',
  'clientId',
  'clientSecret',
  'tenantId',
  'certificate',
  'managedIdentityClientId',
  'managedIdentityObjectId',
  'managedIdentityResourceId',
];

/** Program that reads the settings of an application. */
enum Reader {
  SERVER_SDK,
  FUNCTIONS,
}

/** The app settings in which an application finds a service and the identity to sign in with; they hold no key. */
export class ConnectionSettings {
  /**
   * One service for ASP.NET Core: `Azure__SignalR__ConnectionString`, which `AddAzureSignalR()` reads.
   *
   * @see https://learn.microsoft.com/azure/azure-signalr/concept-connection-string
   */
  public static aspNetCore(): ConnectionSettings {
    return new ConnectionSettings(Reader.SERVER_SDK, 'Azure__SignalR__ConnectionString', undefined, NAME);
  }

  /**
   * One of several services for ASP.NET Core: `Azure__SignalR__ConnectionString__NAME__TYPE`. The server SDK reads
   * identities from connection strings alone, so this is its form without keys.
   *
   * @param name name of the service in the application: letters and digits, with single underscores between
   * @param type what the application uses the service for; without it the primary type
   * @see https://learn.microsoft.com/azure/azure-signalr/signalr-howto-scale-multi-instances
   */
  public static aspNetCoreEndpoint(name: string, type?: ServiceEndpointType): ConnectionSettings {
    checkInput('signalr.ConnectionSettings.aspNetCoreEndpoint', arguments);
    const suffix = `${name}__${type ?? ServiceEndpointType.PRIMARY}`;
    return new ConnectionSettings(Reader.SERVER_SDK, `Azure__SignalR__ConnectionString__${suffix}`, name, NAME, type);
  }

  /**
   * One service for the bindings of Azure Functions, version 1.7 or newer: `PREFIX__serviceUri`, `PREFIX__credential`
   * and `PREFIX__clientId`.
   *
   * @param prefix what the bindings name in `connectionStringSetting`: letters and digits, with one or two underscores
   * between; without it `AzureSignalRConnectionString`, which they read by default
   * @see https://learn.microsoft.com/azure/azure-functions/functions-bindings-signalr-service#identity-based-connections
   */
  public static functions(prefix?: string): ConnectionSettings {
    checkInput('signalr.ConnectionSettings.functions', arguments);
    const start = prefix ?? 'AzureSignalRConnectionString';
    return new ConnectionSettings(Reader.FUNCTIONS, `${start}__serviceUri`, start, PREFIX);
  }

  /**
   * One of several services for the bindings of Azure Functions: `Azure__SignalR__Endpoints__NAME__serviceUri` and so
   * on. Also sets `AzureSignalRServiceTransportType` to `Persistent`, which several services need: the application then
   * holds server connections, so its role and its network must allow them as well as the REST API.
   *
   * @param name name of the service in the application: letters and digits, with single underscores between
   * @param type what the application uses the service for; without it the primary type
   * @see https://learn.microsoft.com/azure/azure-signalr/signalr-howto-scale-multi-instances
   */
  public static functionsEndpoint(name: string, type?: ServiceEndpointType): ConnectionSettings {
    checkInput('signalr.ConnectionSettings.functionsEndpoint', arguments);
    const uri = `Azure__SignalR__Endpoints__${name}__serviceUri`;
    return new ConnectionSettings(Reader.FUNCTIONS, uri, name, NAME, type ?? ServiceEndpointType.PRIMARY);
  }

  private constructor(
    private readonly reader: Reader,
    /** The app setting with the address of the service. */
    public readonly name: string,
    private readonly given: string | undefined,
    private readonly form: Form,
    private readonly type?: ServiceEndpointType,
  ) {}

  /**
   * Reports whether the settings are connection strings, which hub servers read.
   *
   * @internal
   */
  public get _isConnectionString(): boolean {
    return this.reader === Reader.SERVER_SDK;
  }

  /**
   * Reports whether the settings make the bindings hold server connections.
   *
   * @internal
   */
  public get _holdsServerConnections(): boolean {
    return this.functionsType !== undefined;
  }

  /**
   * Reports whether the application calls the service while others are down, and for messages to clients that they sent
   * there.
   *
   * @internal
   */
  public get _isSecondary(): boolean {
    return this.type === ServiceEndpointType.SECONDARY;
  }

  /**
   * Settings for a further service of the same application.
   *
   * @internal
   */
  public get _alternative(): string {
    return this._isConnectionString
      ? 'ConnectionSettings.aspNetCoreEndpoint(name)'
      : 'ConnectionSettings.functionsEndpoint(name), or ConnectionSettings.functions(prefix) with another prefix';
  }

  /**
   * Reports settings that the application would not read.
   *
   * @internal
   */
  public _problems(): Problem[] {
    if (!isKnown(this.given) || this.form.pattern.test(this.given)) return [];
    const message = `"${this.given}" cannot be part of an app setting; use ${this.form.text}`;
    return [{ code: 'signalr/connection-settings', message }];
  }

  /**
   * Names of what the application would read in place of these settings, or together with them.
   *
   * The bindings prefer a connection string of the name to settings with the address alone:
   * https://github.com/Azure/azure-sdk-for-net/blob/main/sdk/signalr/Microsoft.Azure.WebJobs.Extensions.SignalRService/src/Config/OptionsSetup.cs
   *
   * @internal
   */
  public get _related(): string[] {
    if (this._isConnectionString) return [];
    return [this.prefix, ...PARTS.map((part) => `${this.prefix}__${part}`)];
  }

  /**
   * Names and values of the app settings.
   *
   * @internal
   */
  public _render(service: ConnectedService): Record<string, string> {
    const { hostname, connectionString, clientId, endpoints } = service;
    const { clientEndpoint, serverEndpoint } = endpoints;
    if (this._isConnectionString) {
      // https://github.com/Azure/azure-signalr/blob/dev/src/Microsoft.Azure.SignalR.Common/Endpoints/ConnectionStringParser.cs
      const client = clientEndpoint === undefined ? '' : `ClientEndpoint=${clientEndpoint};`;
      const server = serverEndpoint === undefined ? '' : `ServerEndpoint=${serverEndpoint};`;
      return { [this.name]: `${connectionString}${client}${server}` };
    }
    const { prefix } = this;
    return {
      [this.name]: `https://${hostname}`,
      [`${prefix}__credential`]: 'managedidentity',
      [`${prefix}__clientId`]: clientId,
      ...(clientEndpoint !== undefined && { [`${prefix}__clientEndpoint`]: clientEndpoint }),
      ...(serverEndpoint !== undefined && { [`${prefix}__serverEndpoint`]: serverEndpoint }),
      ...(this.functionsType && {
        [`${prefix}__type`]: this.functionsType,
        AzureSignalRServiceTransportType: 'Persistent',
      }),
    };
  }

  /** Kind of the endpoint in the settings of a function app; `undefined` elsewhere. */
  private get functionsType(): ServiceEndpointType | undefined {
    return this._isConnectionString ? undefined : this.type;
  }

  /** Prefix of the settings' names, by which the bindings name the connection. */
  private get prefix(): string {
    return this.name.slice(0, -'__serviceUri'.length);
  }
}
