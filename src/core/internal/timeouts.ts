import { isKnown, Problem } from './violations';

/** Timeouts that Terraform cannot read. */
export function timeoutProblems(timeouts: object = {}): Problem[] {
  return Object.entries(timeouts)
    .filter(([, time]) => isKnown(time) && !/^(\d+[hms])+$/.test(time))
    .map(([operation, time]) => ({
      code: 'core/timeouts',
      message: `"${time}" given as the timeout to ${operation} the resource; use hours, minutes and seconds, such as 90m or 1h30m`,
    }));
}
