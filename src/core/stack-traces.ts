/**
 * Whether cdktf notes where each of its tokens was made, which is a large part of the time of synth.
 *
 * cdktf takes the whole stack for each token, and shows it only where a token cannot be resolved. It takes none for the
 * tokens that `SecureSignalRApp` and `SecureServerlessSignalR` make while they define their parts, because those stacks
 * would lead into this library. `off` turns it off for all other tokens, too.
 *
 * - What it costs to turn it off: such an error, and an annotation, no longer tells where the value comes from. Errors
 *   that are thrown keep their own stack, and the synthesized JSON stays the same.
 * - How: the function `Error.captureStackTrace` of the process is replaced, and does nothing where it is asked for a
 *   stack of 2^53 - 1 frames, as only cdktf and constructs do. No file of theirs is touched.
 */
export class StackTraces {
  /** Turns them off for the whole process, from here on: call it before the first construct. */
  public static off(): void {
    if (StackTraces.original) return;
    const original = Error.captureStackTrace;
    StackTraces.original = original;
    Error.captureStackTrace = (target, below) => {
      if (Error.stackTraceLimit !== Number.MAX_SAFE_INTEGER) original(target, below);
    };
  }

  /** Turns them on again; they are on unless `off` was called. */
  public static on(): void {
    if (StackTraces.original) Error.captureStackTrace = StackTraces.original;
    StackTraces.original = undefined;
  }

  /**
   * Turns them off for a while, also where they are off.
   *
   * @returns what ends it, and leaves them off where they were
   * @internal
   */
  public static _pause(): () => void {
    if (StackTraces.original) return () => undefined;
    StackTraces.off();
    return () => StackTraces.on();
  }

  private static original?: typeof Error.captureStackTrace;

  private constructor() {}
}
