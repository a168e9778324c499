import { PlanSku } from './plan-sku';
import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem, withCode } from '../core/internal/violations';

/** Instances of a function app that are kept ready for some of its functions. */
interface ReadyInstances {
  readonly name: string;
  readonly instanceCount: number;
}

const MEMORY_SIZES = [512, 2048, 4096];
/** `http`, `blob` and `durable`, or one function. */
const READY_FUNCTIONS = /^(http|blob|durable|function:\S+)$/;

/**
 * Number of instances of a function app, on plans that scale each app by itself.
 *
 * @see https://learn.microsoft.com/azure/azure-functions/event-driven-scaling
 */
export class FunctionScaling {
  /**
   * For an app on an Elastic Premium plan.
   *
   * @param maximum the most instances, 1 to 100
   * @param minimum instances that are always ready, 1 to 20
   */
  public static elastic(maximum: number, minimum: number = 1): FunctionScaling {
    checkInput('appservice.FunctionScaling.elastic', arguments);
    return new FunctionScaling(false, maximum, minimum);
  }

  /**
   * For a Flex Consumption function app.
   *
   * @param maximum the most instances, 40 to 1000
   * @param memoryInMb memory of each instance: 512, 2048 or 4096
   */
  public static flex(maximum: number, memoryInMb: number = 2048): FunctionScaling {
    checkInput('appservice.FunctionScaling.flex', arguments);
    return new FunctionScaling(true, maximum, undefined, memoryInMb);
  }

  private constructor(
    /** Reports whether this is for Flex Consumption. */
    public readonly isFlex: boolean,
    /** The most instances. */
    public readonly maximum: number,
    /** Instances that are always ready on an Elastic Premium plan. */
    public readonly minimum?: number,
    /** Memory of each Flex Consumption instance, in MB. */
    public readonly memoryInMb?: number,
    private readonly ready: readonly ReadyInstances[] = [],
    private readonly httpConcurrency?: number,
  ) {}

  /**
   * The same, with instances of Flex Consumption that are always ready.
   *
   * @param functions which functions they are for: `http`, `blob`, `durable`, or one function as `function:NAME`
   * @param instances how many, 0 to 1000; all of them together at most the maximum
   */
  public withAlwaysReady(functions: string, instances: number): FunctionScaling {
    checkInput('appservice.FunctionScaling.withAlwaysReady', arguments);
    const { isFlex, maximum, minimum, memoryInMb, ready, httpConcurrency } = this;
    const more = [...ready, { name: functions, instanceCount: instances }];
    return new FunctionScaling(isFlex, maximum, minimum, memoryInMb, more, httpConcurrency);
  }

  /**
   * The same, with a number of HTTP calls that an instance of Flex Consumption answers at once.
   *
   * @param calls 1 to 1000
   */
  public withHttpConcurrency(calls: number): FunctionScaling {
    checkInput('appservice.FunctionScaling.withHttpConcurrency', arguments);
    const { isFlex, maximum, minimum, memoryInMb, ready } = this;
    return new FunctionScaling(isFlex, maximum, minimum, memoryInMb, ready, calls);
  }

  /**
   * Reports what azurerm or Azure would reject, or ignore, in an app on a plan of this size.
   *
   * @internal
   */
  public _problems(isFlexApp: boolean, sku: PlanSku | undefined): Problem[] {
    return withCode('appservice/function-scaling', this.messages(isFlexApp, sku));
  }

  /**
   * The members of `site_config` on an Elastic Premium plan.
   *
   * @internal
   */
  public _renderElastic() {
    return { appScaleLimit: this.maximum, elasticInstanceMinimum: this.minimum };
  }

  /**
   * The attributes of a Flex Consumption function app.
   *
   * @internal
   */
  public _renderFlex() {
    return {
      maximumInstanceCount: this.maximum,
      instanceMemoryInMb: this.memoryInMb,
      httpConcurrency: this.httpConcurrency,
      alwaysReady: this.ready.length > 0 ? [...this.ready] : undefined,
    };
  }

  private messages(isFlexApp: boolean, sku: PlanSku | undefined): string[] {
    if (isFlexApp !== this.isFlex) {
      const [given, needed] = isFlexApp ? ['elastic', 'flex'] : ['flex', 'elastic'];
      return [`FunctionScaling.${given}(...) is not for this kind of app; use FunctionScaling.${needed}(...)`];
    }
    if (!isFlexApp && sku && isKnown(sku.name) && !sku.isElastic) {
      return [`${sku.name} plans do not scale each app by itself; leave the scaling out, or use PlanSku.EP1`];
    }
    return this.isFlex ? this.flexMessages() : this.elasticMessages();
  }

  private elasticMessages(): string[] {
    const { maximum, minimum, ready, httpConcurrency } = this;
    const messages = [
      ...countMessages('instances at most', maximum, 1, 100),
      ...countMessages('instances at least', minimum, 1, 20),
    ];
    if (messages.length === 0 && isKnown(maximum) && isKnown(minimum) && maximum < minimum) {
      messages.push(
        `at most ${maximum} instances given, but at least ${minimum}; give the larger number as the maximum`,
      );
    }
    if (ready.length > 0 || httpConcurrency !== undefined) {
      messages.push('withAlwaysReady and withHttpConcurrency are for FunctionScaling.flex(...); leave them out');
    }
    return messages;
  }

  private flexMessages(): string[] {
    const { maximum, memoryInMb, ready, httpConcurrency } = this;
    const messages = countMessages('instances at most', maximum, 40, 1000);
    if (isKnown(memoryInMb) && !MEMORY_SIZES.includes(memoryInMb)) {
      messages.push(`${memoryInMb} MB of memory given; use ${MEMORY_SIZES.join(', ')}`);
    }
    ready.forEach(({ name, instanceCount }) => {
      if (isKnown(name) && !READY_FUNCTIONS.test(name)) {
        messages.push(`"${name}" given as functions to keep ready; use http, blob, durable or function:NAME`);
      }
      messages.push(...countMessages('instances always ready', instanceCount, 0, 1000));
    });
    const together = ready.reduce((sum, { instanceCount }) => sum + instanceCount, 0);
    if (messages.length === 0 && isKnown(maximum) && isKnown(together) && together > maximum) {
      messages.push(`${together} instances always ready given, but at most ${maximum}; give a larger maximum`);
    }
    return [...messages, ...countMessages('HTTP calls at once', httpConcurrency, 1, 1000)];
  }
}

function countMessages(what: string, count: number | undefined, least: number, most: number): string[] {
  if (!isKnown(count) || (Number.isInteger(count) && count >= least && count <= most)) return [];
  return [`${count} ${what} given; use a whole number from ${least} to ${most}`];
}
