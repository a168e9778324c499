/** Function with which Node.js captures stacks, while no stacks are captured for tokens. */
let original: typeof Error.captureStackTrace | undefined;

/**
 * Keeps cdktf from noting where each of its tokens was made, which is a large part of the time of synth. Its notes
 * would point into this library while an architecture defines its parts.
 *
 * The function `Error.captureStackTrace` of the process does nothing meanwhile where it is asked for a stack of 2^53 -
 * 1 frames, as only cdktf and constructs do. Errors that are thrown keep their own stacks.
 *
 * @returns what ends the pause; nothing where an outer pause goes on
 */
export function pauseStackTraces(): () => void {
  if (original) return () => undefined;
  const capture = Error.captureStackTrace;
  original = capture;
  Error.captureStackTrace = (target, below) => {
    if (Error.stackTraceLimit !== Number.MAX_SAFE_INTEGER) capture(target, below);
  };
  return () => {
    Error.captureStackTrace = capture;
    original = undefined;
  };
}
