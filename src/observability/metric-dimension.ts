import { checkInput } from '../core/internal/input/check-input';
import { Problem, withCode } from '../core/internal/violations';

/** Narrows an alert down to some series of a metric, by one of the metric's dimensions. */
export class MetricDimension {
  /**
   * Only these values.
   *
   * @param name name of the dimension
   * @param values at least one; `*` is each of them
   */
  public static include(name: string, ...values: string[]): MetricDimension {
    checkInput('observability.MetricDimension.include', arguments);
    return new MetricDimension(name, 'Include', values);
  }

  /**
   * All but these values.
   *
   * @param name name of the dimension
   * @param values at least one
   */
  public static exclude(name: string, ...values: string[]): MetricDimension {
    checkInput('observability.MetricDimension.exclude', arguments);
    return new MetricDimension(name, 'Exclude', values);
  }

  /**
   * Values that begin with one of these texts.
   *
   * @param name name of the dimension
   * @param prefixes at least one
   */
  public static startsWith(name: string, ...prefixes: string[]): MetricDimension {
    checkInput('observability.MetricDimension.startsWith', arguments);
    return new MetricDimension(name, 'StartsWith', prefixes);
  }

  private constructor(
    /** Name of the dimension. */
    public readonly name: string,
    /** Operator that compares the values, by azurerm's name. */
    public readonly operator: string,
    /** Values to which the dimension is compared. */
    public readonly values: string[],
  ) {}

  /**
   * Reports what azurerm would reject.
   *
   * @internal
   */
  public _problems(): Problem[] {
    const messages = [];
    if (this.name === '') messages.push('a dimension has no name; name it');
    if (this.values.length === 0) messages.push(`dimension "${this.name}" has no values; give at least one`);
    return withCode('alerts/criterion', messages);
  }

  /**
   * The `dimension` block.
   *
   * @internal
   */
  public _render() {
    return { name: this.name, operator: this.operator, values: this.values };
  }
}
