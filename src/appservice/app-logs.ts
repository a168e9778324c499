import { AppLogLevel } from './app-log-level';
import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem, withCode } from '../core/internal/violations';

/**
 * Logs that a web app keeps in its own file system, for its log stream. For logs that last see `sendLogsTo`.
 *
 * @see https://learn.microsoft.com/azure/app-service/troubleshoot-diagnostic-logs
 */
export class AppLogs {
  /**
   * Messages of the app and a line for each HTTP request. On Windows Azure switches the messages of the app off after
   * 12 hours, and Terraform on again when it is applied.
   *
   * @param level the least severe messages of the app
   * @param retentionInDays how long lines for requests are kept, 0 to keep them permanently
   * @param retentionInMb how large the files with them become, 25 to 100 MB
   */
  public static fileSystem(level: AppLogLevel, retentionInDays: number = 7, retentionInMb: number = 35): AppLogs {
    checkInput('appservice.AppLogs.fileSystem', arguments);
    return new AppLogs(level, retentionInDays, retentionInMb);
  }

  private constructor(
    /** The least severe messages of the app. */
    public readonly level: AppLogLevel,
    /** Number of days for which request logs are kept. */
    public readonly retentionInDays: number,
    /** Size of the files with them in MB. */
    public readonly retentionInMb: number,
  ) {}

  /**
   * Reports what azurerm would reject.
   *
   * @internal
   */
  public _problems(): Problem[] {
    const { retentionInDays: days, retentionInMb: size } = this;
    const messages = [];
    if (isKnown(days) && !(Number.isInteger(days) && days >= 0)) {
      messages.push(`${days} days of logs given; use a whole number of days, or 0 to keep logs permanently`);
    }
    if (isKnown(size) && !(Number.isInteger(size) && size >= 25 && size <= 100)) {
      messages.push(`${size} MB of logs given; use a whole number from 25 to 100`);
    }
    return withCode('appservice/logs', messages);
  }

  /**
   * The `logs` block.
   *
   * @internal
   */
  public _render() {
    const { retentionInDays, retentionInMb } = this;
    return {
      applicationLogs: { fileSystemLevel: this.level },
      httpLogs: { fileSystem: { retentionInDays, retentionInMb } },
    };
  }
}
