/** Which resource logs a diagnostic setting collects. */
export class LogCategories {
  /** Every log that the resource offers, also those that Azure adds later: the category group `allLogs`. */
  public static all(): LogCategories {
    return new LogCategories([{ categoryGroup: 'allLogs' }]);
  }

  /**
   * Named categories.
   *
   * @param categories names as Azure Monitor lists them for the resource type; at least one
   */
  public static of(...categories: string[]): LogCategories {
    return new LogCategories(categories.map((category) => ({ category })));
  }

  private constructor(
    /**
     * The `enabled_log` blocks.
     *
     * @internal
     */
    public readonly _blocks: { readonly category?: string; readonly categoryGroup?: string }[],
  ) {}
}
