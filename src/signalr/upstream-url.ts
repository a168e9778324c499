import { shownUrl, upstreamUrlProblems } from './private/upstream-url-problems';
import { checkInput } from '../core/internal/input/check-input';
import { Problem } from '../core/internal/violations';
import { SecretReference } from '../vault';

/**
 * Address that a SignalR service in Serverless mode calls, with parameters that the service fills in.
 *
 * The service keeps the address in clear text, so secrets are not written into it: the service reads them from a Key
 * Vault.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/concept-upstream#url-template-settings
 */
export class UpstreamUrl {
  /**
   * An address.
   *
   * A query parameter with the name of a secret, such as `code`, is rejected unless it is empty, also where only
   * Terraform knows its value: it would be in the Terraform state, and all readers of the service would see it. Use
   * `withSecret`.
   *
   * @param template an `https` address, in which `{hub}`, `{category}` and `{event}` stand for those of the request,
   * such as `https://example.com/{hub}/api/{category}/{event}`
   */
  public static of(template: string): UpstreamUrl {
    checkInput('signalr.UpstreamUrl.of', arguments);
    return new UpstreamUrl(template, []);
  }

  /**
   * The SignalR trigger of a function app.
   *
   * The trigger takes the app's system key `signalr_extension`. A managed identity alone gets 403 there.
   *
   * An app that is connected to the service waits for it. Then give the host name as text: with a reference to the app
   * the service would wait for the app as well, which is rejected as `signalr/upstream-cycle`.
   *
   * @param hostname host name of the app, such as `NAME.azurewebsites.net`
   * @param key where the value of the system key `signalr_extension` is kept
   * @see https://learn.microsoft.com/azure/azure-functions/functions-bindings-signalr-service-trigger
   * @see https://github.com/Azure/azure-functions-signalrservice-extension/issues/294
   */
  public static functionApp(hostname: string, key: SecretReference): UpstreamUrl {
    checkInput('signalr.UpstreamUrl.functionApp', arguments);
    return UpstreamUrl.of(`https://${hostname}/runtime/webhooks/signalr`).withSecret('code', key);
  }

  private constructor(
    private readonly base: string,
    private readonly parameters: { readonly name: string; readonly secret: SecretReference }[],
  ) {}

  /**
   * The same address with one more query parameter, whose value the service reads from a Key Vault.
   *
   * The service reads the value with its managed identity, and again every 30 minutes.
   *
   * @param parameter name of the query parameter, such as `code`
   * @param secret where its value is kept
   */
  public withSecret(parameter: string, secret: SecretReference): UpstreamUrl {
    checkInput('signalr.UpstreamUrl.withSecret', arguments);
    return new UpstreamUrl(this.base, [...this.parameters, { name: parameter, secret }]);
  }

  /** The address in Azure's form, with references in place of secrets. */
  public get template(): string {
    return this.parameters.reduce((url, { name, secret }) => {
      const separator = url.includes('?') ? '&' : '?';
      // Any other form of the reference, also one with white space, is sent as it stands:
      // https://github.com/MicrosoftDocs/azure-docs/issues/98908
      return `${url}${separator}${name}={@Microsoft.KeyVault(SecretUri=${secret.secretUri})}`;
    }, this.base);
  }

  /** The secrets that the service must be able to read. */
  public get secrets(): SecretReference[] {
    return this.parameters.map(({ secret }) => secret);
  }

  /**
   * The address as messages may show it.
   *
   * @internal
   */
  public get _shown(): string {
    return shownUrl(this.base);
  }

  /**
   * Problems with the address.
   *
   * @internal
   */
  public _problems(): Problem[] {
    const names = this.parameters.map(({ name }) => name);
    return [...upstreamUrlProblems(this.base, names), ...this.secrets.flatMap((secret) => secret._problems())];
  }
}
