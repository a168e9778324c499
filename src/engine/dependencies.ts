import { TerraformDataSource, TerraformModule, TerraformResource, TerraformStack, Tokenization } from 'cdktf';
import { IConstruct } from 'constructs';
import { waitsOf, wayBetween } from './cycles';
import { resolved } from './resolved';
import { constructsOf } from './stacks';
import { Problem } from '../core/internal/violations';

/** Elements that can wait, and that Terraform can wait for. */
type Dependable = TerraformResource | TerraformDataSource | TerraformModule;

/** One construct that is to wait for another one. */
interface Wish {
  readonly dependent: IConstruct;
  readonly dependency: IConstruct;
}

/**
 * Runs a function while each resource waits for what `addDependency` of it, or of a construct around it, names, and for
 * the constructs in its `dependsOn`. cdktf ignores both.
 *
 * Data sources wait only where they are named themselves: one that waits for a change is read at apply, so that each
 * plan that changes what it waits for would show changes of all that uses it.
 */
export function withDependencies<T>(stack: TerraformStack, write: () => T): T {
  const waiting = new Map<Dependable, Set<string>>();
  for (const { dependent, dependency } of wishesOf(stack)) {
    const addresses = dependablesIn(dependency, stack).map(({ fqn }) => resolvedAddress(stack, fqn));
    dependentsIn(dependent, stack).forEach((each) => {
      const all = waiting.get(each) ?? new Set<string>();
      waiting.set(each, all);
      addresses.forEach((address) => all.add(address));
    });
  }
  const before = [...waiting.keys()].map((each) => [each, each.dependsOn] as const);
  waiting.forEach((addresses, each) => {
    each.dependsOn = [...new Set([...ownAddresses(stack, each), ...addresses])];
  });
  try {
    return write();
  } finally {
    before.forEach(([each, dependsOn]) => (each.dependsOn = dependsOn));
  }
}

/** Reports dependencies that one stack cannot have. */
export function dependencyProblems(stack: TerraformStack): Problem[] {
  const wishes = wishesOf(stack);
  const refused = wishes.flatMap((wish) => placeProblems(stack, wish));
  return wishes.length === 0 || refused.length > 0 ? refused : cycleProblems(stack, wishes);
}

function placeProblems(stack: TerraformStack, { dependent, dependency }: Wish): Problem[] {
  const { path } = dependent.node;
  if (isIn(dependency, dependent) || isIn(dependent, dependency)) {
    const message = `${path} depends on ${dependency.node.path}, but one of them contains the other; depend on a construct outside`;
    return [{ code: 'core/dependency', message }];
  }
  const other = TerraformStack.of(dependency);
  if (other === stack) return [];
  const message = `${path} depends on ${dependency.node.path}, which is in another stack, but Terraform orders the resources of one stack only; call addDependency of the stack ${stack.node.path} with the stack ${other.node.path}`;
  return [{ code: 'core/dependency', message }];
}

/** Terraform rejects a cycle when it plans, and names all addresses in it. */
function cycleProblems(stack: TerraformStack, wishes: readonly Wish[]): Problem[] {
  const waits = waitsOf(stack);
  const addressOf = ({ fqn }: Dependable) => resolvedAddress(stack, fqn);
  return wishes.flatMap(({ dependent, dependency }) => {
    const own = new Set(dependentsIn(dependent, stack).map(addressOf));
    const way = wayBetween(waits, dependablesIn(dependency, stack).map(addressOf), own);
    if (!way) return [];
    const message = `${dependent.node.path} depends on ${dependency.node.path}, but ${way.from} depends on ${way.to} already, and Terraform rejects cycles; depend on a part of ${dependency.node.path} that does not`;
    return [{ code: 'core/dependency', message }];
  });
}

function wishesOf(stack: TerraformStack): Wish[] {
  return constructsOf(stack).flatMap((dependent) => {
    if (dependent === stack) return [];
    const named = dependent.node.dependencies.filter((each) => !TerraformStack.isStack(each));
    const given = isDependable(dependent) ? constructsGivenTo(dependent) : [];
    return [...named, ...given].map((dependency) => ({ dependent, dependency }));
  });
}

/** Constructs in `dependsOn` that are no resources: what cdktf keeps of them resolves to nothing. */
function constructsGivenTo({ dependsOn = [] }: Dependable): IConstruct[] {
  return dependsOn.flatMap((text) => {
    if (typeof text !== 'string' || !text.includes('{')) return [];
    return Tokenization.reverse(text).flatMap((token) => {
      const { dependable } = token as { dependable?: Partial<IConstruct & { fqn: unknown }> };
      return dependable?.node && dependable.fqn === undefined ? [dependable as IConstruct] : [];
    });
  });
}

function ownAddresses(stack: TerraformStack, { dependsOn = [] }: Dependable): string[] {
  return (resolved(stack, dependsOn) as (string | undefined)[]).filter((address) => address !== undefined);
}

function resolvedAddress(stack: TerraformStack, fqn: string): string {
  return String(resolved(stack, fqn)).replace(/^\$\{|\}$/g, '');
}

function dependablesIn(construct: IConstruct, stack: TerraformStack): Dependable[] {
  return construct.node
    .findAll()
    .filter((each) => isDependable(each) && TerraformStack.of(each) === stack) as Dependable[];
}

function dependentsIn(construct: IConstruct, stack: TerraformStack): Dependable[] {
  if (TerraformDataSource.isTerraformDataSource(construct)) return [construct];
  return dependablesIn(construct, stack).filter((each) => !TerraformDataSource.isTerraformDataSource(each));
}

function isDependable(construct: IConstruct): construct is Dependable {
  return (
    TerraformResource.isTerraformResource(construct) ||
    TerraformDataSource.isTerraformDataSource(construct) ||
    isModule(construct)
  );
}

function isModule(construct: IConstruct): construct is TerraformModule {
  return 'interpolationForOutput' in construct;
}

function isIn({ node }: IConstruct, other: IConstruct): boolean {
  return node.scopes.includes(other);
}
