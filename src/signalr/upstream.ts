import { matchesNothing, UpstreamPatterns } from './private/upstream-match';
import { UpstreamCategory } from './upstream-category';
import { UpstreamEvent } from './upstream-event';
import { UpstreamUrl } from './upstream-url';
import { isGuid } from '../core/internal/guid';
import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem } from '../core/internal/violations';

const ANY = ['*'];

/** Requests that go to an upstream, and the service's sign-in there. */
export interface UpstreamOptions {
  /**
   * Names of the hubs, without commas.
   *
   * @default - all hubs
   */
  readonly hubs?: string[];

  /**
   * Categories of the events.
   *
   * @default - all categories
   */
  readonly categories?: UpstreamCategory[];

  /**
   * The events.
   *
   * @default - all events
   */
  readonly events?: UpstreamEvent[];

  /**
   * Application (client) id of the target in Microsoft Entra ID, a UUID: the audience of the token with which the
   * service signs in. The service needs a managed identity for it.
   *
   * azurerm calls this `user_assigned_identity_id`, but hands it over as the audience, and takes no other form of it.
   *
   * @default - the service calls the upstream without signing in
   * @see https://learn.microsoft.com/azure/azure-signalr/howto-use-managed-identity#use-a-managed-identity-in-serverless-scenarios
   */
  readonly audience?: string;
}

/**
 * Address to which a SignalR service in Serverless mode sends the events of its clients.
 *
 * Each event goes to one upstream. azurerm keeps upstreams as a set, so no two of a service may match the same hub,
 * category and event.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/concept-upstream
 */
export class Upstream {
  /**
   * Sends events to an address.
   *
   * @param url the address
   * @param options which events, and how the service signs in
   */
  public static to(url: UpstreamUrl, options: UpstreamOptions = {}): Upstream {
    checkInput('signalr.Upstream.to', arguments);
    return new Upstream(url, options);
  }

  /** Application (client) id for which the service signs in; `undefined` where it does not. */
  public readonly audience?: string;

  private constructor(
    /** The address. */
    public readonly url: UpstreamUrl,
    private readonly options: UpstreamOptions,
  ) {
    this.audience = options.audience;
  }

  /**
   * The patterns by which Azure matches requests.
   *
   * @internal
   */
  public get _patterns(): UpstreamPatterns {
    const { hubs, categories, events } = this.options;
    return {
      hubs: hubs ?? ANY,
      categories: categories ?? ANY,
      events: events?.map(({ name }) => name) ?? ANY,
    };
  }

  /**
   * The `upstream_endpoint` block.
   *
   * @internal
   */
  public _render() {
    const { hubs, categories, events } = this._patterns;
    return {
      urlTemplate: this.url.template,
      hubPattern: [...hubs],
      categoryPattern: [...categories],
      eventPattern: [...events],
      userAssignedIdentityId: this.audience,
    };
  }

  /**
   * Problems with the upstream, whatever the service.
   *
   * @internal
   */
  public _problems(): Problem[] {
    const { hubs, categories, events } = this._patterns;
    const problems = [
      ...this.url._problems(),
      ...this.patternProblems('hubs', hubs),
      ...this.patternProblems('categories', categories),
      ...this.patternProblems('events', events),
      ...(this.options.events ?? []).flatMap((event) => event._problems()),
    ];
    if (problems.length === 0 && matchesNothing(this._patterns)) {
      const message = `"${this.url._shown}" is given categories (${categories.join(', ')}) that have none of its events (${events.join(', ')}); leave one of the two out`;
      problems.push({ code: 'signalr/upstream-pattern', message });
    }
    if (isKnown(this.audience) && !isGuid(this.audience)) {
      const message = `audience "${this.audience}" is not a UUID; give the application (client) id of the target, the only form that azurerm accepts`;
      problems.push({ code: 'signalr/upstream-audience', message });
    }
    return problems;
  }

  private patternProblems(kind: string, names: readonly string[]): Problem[] {
    const code = 'signalr/upstream-pattern';
    if (names.length === 0) {
      return [{ code, message: `"${this.url._shown}" is given no ${kind}; name some, or leave ${kind} out for all` }];
    }
    const messages = names
      .filter((name) => isKnown(name) && !/^[^,\s]([^,]*[^,\s])?$/.test(name))
      .map((name) => `"${name}" among ${kind} is not one name; give each name as an element of its own`);
    if (names.length > 1 && names.includes('*')) {
      messages.push(`"*" is given together with other ${kind}, which it includes; give "*" alone, or the names`);
    }
    return messages.map((message) => ({ code, message }));
  }
}
