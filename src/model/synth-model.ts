import { App, Aspects, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { ConstructModel } from './construct-model';
import { registry } from '../core/internal/registry';

/** One run of synth. */
interface Run {
  readonly models: Map<TerraformStack, ConstructModel>;
  /** The stack that was validated last. */
  previous?: TerraformStack;
  /** What the app had written of that stack before. */
  written?: unknown;
  /** Whether aspects may change what was read. */
  readonly hasAspects: boolean;
  /** All stacks with their places in the order in which cdktf synthesizes them. */
  readonly order: ReadonlyMap<TerraformStack, number>;
}

const SHARING = 'stacks that share a model';
const RUN = 'run of synth';

/**
 * Lets the validations of a stack read one model, made when they begin: cdktf validates a stack before what is in it,
 * and after the aspects that change it. The stacks of one run share the model too, until aspects change what was read:
 * made for each validation, or each stack, models would take time that grows with the square of their number.
 */
export function shareModel(scope: IConstruct): void {
  const stack = TerraformStack.of(scope);
  const sharing = registry<TerraformStack>(stack, SHARING);
  if (sharing.has(stack.node.path)) return;
  sharing.set(stack.node.path, stack);
  stack.node.addValidation({ validate: () => begin(stack) });
}

/** The model that the validations of a stack share, or a new one when they do not run. */
export function sharedModel(scope: IConstruct): ConstructModel {
  const stack = TerraformStack.of(scope);
  return runOf(stack)?.models.get(stack) ?? ConstructModel.of(stack);
}

function begin(stack: TerraformStack): string[] {
  const before = runOf(stack);
  const run = before && isGoingOn(before, stack) ? before : newRun(stack);
  run.models.set(stack, modelIn(run, stack));
  run.previous = stack;
  run.written = writtenOf(stack);
  const runs = registry<Run>(stack, RUN);
  runs.set(RUN, run);
  // Outside of this run of synth the tree may change.
  queueMicrotask(() => runs.delete(RUN));
  return [];
}

function runOf(stack: TerraformStack): Run | undefined {
  return registry<Run>(stack, RUN).get(RUN);
}

function newRun(stack: TerraformStack): Run {
  const { root } = stack.node;
  const constructs = root.node.findAll();
  const stacks = constructs.filter(TerraformStack.isStack);
  return {
    models: new Map(),
    hasAspects: constructs.some(hasAspect),
    order: new Map(stacks.map((each, i) => [each, i])),
  };
}

/** Whether anything in the tree of a stack may change while cdktf synthesizes, also in other stacks. */
export function hasAspects(stack: TerraformStack): boolean {
  return (runOf(stack) ?? newRun(stack)).hasAspects;
}

function hasAspect(construct: IConstruct): boolean {
  return Aspects.of(construct).all.length > 0;
}

/** Whether a stack is validated in a run: that of an app writes one stack after the other, each before the next. */
function isGoingOn({ previous, written, order }: Run, stack: TerraformStack): boolean {
  return writtenOf(previous!) !== written && order.get(stack)! > order.get(previous!)!;
}

/** What the app has written of a stack, which is another object each time. */
function writtenOf({ node }: TerraformStack): unknown {
  return App.isApp(node.root) ? node.root.manifest.stacks[node.id]?.annotations : undefined;
}

/**
 * Aspects of a stack run just before its validations, so what was read of it may be out of date; in the end all is read
 * anew, because aspects may have changed other stacks than their own. Nothing else changes a tree during synth.
 */
function modelIn({ models, previous, hasAspects: mayChange, order }: Run, stack: TerraformStack): ConstructModel {
  const model = previous && models.get(previous);
  if (!model || !mayChange) return model ?? ConstructModel.of(stack);
  return order.get(stack) === order.size - 1 ? ConstructModel.of(stack) : model.refreshed(stack);
}
