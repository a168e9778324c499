import { App, Aspects, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { registry } from '../core/internal/registry';

/** One run of synth. */
interface Run<T> {
  /** Value that the validations of each stack share. */
  readonly shared: Map<TerraformStack, T>;
  /** The stack that was validated last. */
  previous?: TerraformStack;
  /** Output that the app had written of that stack before. */
  written?: unknown;
  readonly hasAspects: boolean;
  /** All stacks with their places in the order in which cdktf synthesizes them. */
  readonly order: ReadonlyMap<TerraformStack, number>;
}

/** State of a run when the validations of a stack begin. */
export interface RunStep<T> {
  readonly stack: TerraformStack;
  /** Value that the validations of the previous stack share; missing at the first stack of a run. */
  readonly before?: T;
  /** Reports whether aspects may have changed stacks since the run began. */
  readonly hasAspects: boolean;
  readonly isLast: boolean;
}

const SHARING = 'stacks that share in a run of synth';
const RUN = 'run of synth';

/**
 * Lets the validations of a stack share what is made when they begin: cdktf validates a stack before what is in it, and
 * after the aspects that change it.
 */
export function shareInRun<T>(stack: TerraformStack, make: (step: RunStep<T>) => T): void {
  const sharing = registry<TerraformStack>(stack, SHARING);
  if (sharing.has(stack.node.path)) return;
  sharing.set(stack.node.path, stack);
  stack.node.addValidation({ validate: () => begin(stack, make) });
}

/** Returns the value that the validations of a stack share; missing where they do not run. */
export function sharedInRun<T>(stack: TerraformStack): T | undefined {
  return runOf<T>(stack)?.shared.get(stack);
}

/** Reports whether anything in the app of a stack may change while cdktf synthesizes, also in other stacks. */
export function hasAspects(stack: TerraformStack): boolean {
  return (runOf(stack) ?? newRun(stack)).hasAspects;
}

function begin<T>(stack: TerraformStack, make: (step: RunStep<T>) => T): string[] {
  const latest = runOf<T>(stack);
  const run = latest && isGoingOn(latest, stack) ? latest : newRun<T>(stack);
  const before = run.previous && run.shared.get(run.previous);
  const isLast = run.order.get(stack) === run.order.size - 1;
  run.shared.set(stack, make({ stack, before, hasAspects: run.hasAspects, isLast }));
  run.previous = stack;
  run.written = writtenOf(stack);
  const runs = registry<Run<T>>(stack, RUN);
  runs.set(RUN, run);
  // cdktf synthesizes without a pause, so a microtask runs when it has ended; then constructs may change.
  queueMicrotask(() => runs.delete(RUN));
  return [];
}

function runOf<T>(stack: TerraformStack): Run<T> | undefined {
  return registry<Run<T>>(stack, RUN).get(RUN);
}

function newRun<T>({ node }: TerraformStack): Run<T> {
  const constructs = node.root.node.findAll();
  const stacks = constructs.filter(TerraformStack.isStack);
  return {
    shared: new Map(),
    hasAspects: constructs.some(hasAspect),
    order: new Map(stacks.map((each, i) => [each, i])),
  };
}

function hasAspect(construct: IConstruct): boolean {
  return Aspects.of(construct).all.length > 0;
}

/**
 * Reports whether a stack is validated in a run: that of an app writes one stack after the other, each before the next.
 */
function isGoingOn<T>({ previous, written, order }: Run<T>, stack: TerraformStack): boolean {
  return writtenOf(previous!) !== written && order.get(stack)! > order.get(previous!)!;
}

/** Returns the output that the app has written of a stack, which is another object each time. */
function writtenOf({ node }: TerraformStack): unknown {
  return App.isApp(node.root) ? node.root.manifest.stacks[node.id]?.annotations : undefined;
}
