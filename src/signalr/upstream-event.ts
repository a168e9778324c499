import { isConnectionEvent } from './private/upstream-match';
import { checkInput } from '../core/internal/input/check-input';
import { Problem } from '../core/internal/violations';

/**
 * An event that a SignalR service in Serverless mode sends to upstreams.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/concept-upstream
 */
export class UpstreamEvent {
  /** A client has connected. */
  public static readonly CONNECTED = new UpstreamEvent('connected', []);

  /** A client has disconnected. */
  public static readonly DISCONNECTED = new UpstreamEvent('disconnected', []);

  /**
   * A client invokes a hub method.
   *
   * @param target name of the method, without commas; all methods together are `UpstreamCategory.MESSAGES`
   */
  public static message(target: string): UpstreamEvent {
    checkInput('signalr.UpstreamEvent.message', arguments);
    return new UpstreamEvent(target, targetProblems(target));
  }

  private constructor(
    /** Name of the event, as Azure matches it. */
    public readonly name: string,
    private readonly problems: Problem[],
  ) {}

  /**
   * Reports why the name cannot be the name of a hub method.
   *
   * @internal
   */
  public _problems(): Problem[] {
    return this.problems;
  }
}

function targetProblems(target: string): Problem[] {
  const code = 'signalr/upstream-pattern';
  if (target === '*') {
    const message =
      '"*" given as hub method also matches connections; leave events out and give UpstreamCategory.MESSAGES';
    return [{ code, message }];
  }
  if (!isConnectionEvent(target)) return [];
  const message = `"${target}" given as hub method is an event of connections; use UpstreamEvent.CONNECTED or UpstreamEvent.DISCONNECTED`;
  return [{ code, message }];
}
