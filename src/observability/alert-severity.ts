/**
 * Severity of an alert.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-overview
 */
export class AlertSeverity {
  /** The application does not work. */
  public static readonly CRITICAL = new AlertSeverity(0);

  /** A part of the application does not work. */
  public static readonly ERROR = new AlertSeverity(1);

  /** The application works, but may soon not. */
  public static readonly WARNING = new AlertSeverity(2);

  /** Something to know. */
  public static readonly INFORMATIONAL = new AlertSeverity(3);

  /** Details for an investigation. */
  public static readonly VERBOSE = new AlertSeverity(4);

  private constructor(
    /** The number that Azure shows, such as `Sev2`: 0 is the gravest, 4 the least. */
    public readonly level: number,
  ) {}
}
