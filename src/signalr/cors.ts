import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem, withCode } from '../core/internal/violations';

/**
 * Web pages that may connect to a SignalR service from a browser.
 *
 * Always emitted: a service without the setting allows every page.
 */
export class Cors {
  /**
   * Pages of these origins.
   *
   * @param origins at least one, such as `https://example.com` or `https://*.example.com`, without a path
   */
  public static allowOrigins(...origins: string[]): Cors {
    checkInput('signalr.Cors.allowOrigins', arguments);
    return new Cors(origins, false);
  }

  /** Pages of every origin. */
  public static allowAnyOrigin(): Cors {
    return new Cors(['*'], true);
  }

  private constructor(
    /** The origins, in azurerm's form. */
    public readonly allowedOrigins: string[],
    private readonly anyOrigin: boolean,
  ) {}

  /**
   * The same, with the origins of another; every page stays every page.
   *
   * @internal
   */
  public _with(more: Cors): Cors {
    if (this.anyOrigin) return this;
    return new Cors([...new Set([...this.allowedOrigins, ...more.allowedOrigins])], false);
  }

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
    return withCode('signalr/cors', messages);
  }
}

function originMessages(origin: string): string[] {
  if (origin === '*') return ['"*" allows every web page; name the origins, or use Cors.allowAnyOrigin()'];
  if (/^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d{1,5})?$/i.test(origin)) return [];
  return [`"${origin}" is not an origin; use scheme and host without a path, such as https://example.com`];
}
