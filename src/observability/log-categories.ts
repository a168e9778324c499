import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem } from '../core/internal/violations';

/** Categories of resource logs that a diagnostic setting collects. */
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
    checkInput('observability.LogCategories.of', arguments);
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

  /**
   * Reports what azurerm would reject.
   *
   * @internal
   */
  public _problems(): Problem[] {
    const code = 'logs/category';
    if (this._blocks.length === 0) {
      return [{ code, message: 'no log category given; name one or use LogCategories.all()' }];
    }
    return this._blocks
      .filter(({ category }) => isKnown(category) && category.trim() === '')
      .map(() => ({ code, message: 'a log category has no name; name it or use LogCategories.all()' }));
  }
}
