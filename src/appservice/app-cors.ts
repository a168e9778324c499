import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem, withCode } from '../core/internal/violations';

/**
 * Web pages of other origins that may call an app from a browser. App Service answers for the app then, so the app
 * itself must not.
 *
 * @see https://learn.microsoft.com/azure/app-service/app-service-web-tutorial-rest-api#enable-cors
 */
export class AppCors {
  /**
   * Pages of these origins, without cookies or other credentials.
   *
   * @param origins at least one, such as `https://example.com` or `https://*.example.com`, without a path
   */
  public static allowOrigins(...origins: string[]): AppCors {
    checkInput('appservice.AppCors.allowOrigins', arguments);
    return new AppCors(origins, false);
  }

  /**
   * Pages of these origins, with cookies and other credentials; SignalR's client sends them by default.
   *
   * @param origins at least one, such as `https://example.com` or `https://*.example.com`, without a path
   */
  public static allowOriginsWithCredentials(...origins: string[]): AppCors {
    checkInput('appservice.AppCors.allowOriginsWithCredentials', arguments);
    return new AppCors(origins, true);
  }

  /** Pages of every origin, without credentials. */
  public static allowAnyOrigin(): AppCors {
    return new AppCors(['*'], false, true);
  }

  private constructor(
    /** The origins, in azurerm's form. */
    public readonly allowedOrigins: string[],
    /** Reports whether browsers send credentials. */
    public readonly supportCredentials: boolean,
    private readonly anyOrigin: boolean = false,
  ) {}

  /**
   * Problems with the origins.
   *
   * @internal
   */
  public _problems(): Problem[] {
    if (this.anyOrigin) return [];
    const messages = this.allowedOrigins.filter(isKnown).flatMap(originMessages);
    if (this.allowedOrigins.length === 0) {
      messages.push('no origin given; name at least one, such as https://example.com');
    }
    return withCode('appservice/cors', messages);
  }

  /**
   * The `cors` block.
   *
   * @internal
   */
  public _render() {
    return { allowedOrigins: this.allowedOrigins, supportCredentials: this.supportCredentials };
  }
}

function originMessages(origin: string): string[] {
  if (origin === '*') return ['"*" allows every web page; name the origins, or use AppCors.allowAnyOrigin()'];
  // https://learn.microsoft.com/azure/app-service/app-service-web-tutorial-rest-api#how-do-i-set-allowed-origins-to-a-wildcard-subdomain
  if (/^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d{1,5})?$/i.test(origin)) return [];
  return [`"${origin}" is not an origin; use scheme and host without a path, such as https://example.com`];
}
