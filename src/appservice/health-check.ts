import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem, withCode } from '../core/internal/violations';

/**
 * The page by which App Service finds out whether an instance is well.
 *
 * @see https://learn.microsoft.com/azure/app-service/monitor-instances-health-check
 */
export class HealthCheck {
  /**
   * Calls a page of the app every minute.
   *
   * @param path path of the page, such as `/healthz`
   * @param evictionTimeInMinutes after how many minutes of failure an instance is taken out: 2 to 10
   */
  public static at(path: string, evictionTimeInMinutes: number = 10): HealthCheck {
    checkInput('appservice.HealthCheck.at', arguments);
    return new HealthCheck(path, evictionTimeInMinutes);
  }

  private constructor(
    /** Path of the page. */
    public readonly path: string,
    /** After how many minutes of failure an instance is taken out. */
    public readonly evictionTimeInMinutes: number,
  ) {}

  /**
   * Reports what azurerm would reject.
   *
   * @internal
   */
  public _problems(): Problem[] {
    const messages = [];
    if (isKnown(this.path) && !/^\/\S*$/.test(this.path)) {
      messages.push(`"${this.path}" is not a path; begin the path with a slash, such as /healthz`);
    }
    const minutes = this.evictionTimeInMinutes;
    if (isKnown(minutes) && !(Number.isInteger(minutes) && minutes >= 2 && minutes <= 10)) {
      messages.push(`eviction after ${minutes} minutes given; use a whole number from 2 to 10`);
    }
    return withCode('appservice/health-check', messages);
  }
}
