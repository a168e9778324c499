import {
  TerraformDataSource,
  TerraformElement,
  TerraformOutput,
  TerraformProvider,
  TerraformResource,
  TerraformStack,
} from 'cdktf';
import { IConstruct } from 'constructs';
import { asText } from '../../core/internal/as-text';
import { resolvedJson } from '../../engine/resolver';
import { overridesAt } from '../../engine/stack-overrides';

/** With the path of another stack before it, which begins where nothing of a path is before. */
const LOCAL = /(?:(?<![^{}:"\s])([^{}:"\s]+)::)?\blocal\.([A-Za-z_][\w-]*)/g;
const WHOLE = new RegExp(`\\$\\{${LOCAL.source}\\}`, 'g');

/** Locals may form cycles, which Terraform rejects later. */
const MAX_STEPS = 8;

/** A text of a stack with what the locals in it stand for, of which each may be made of others. */
export function withLocals(text: string, stack: TerraformStack): string {
  let result = text;
  for (let step = 0; step < MAX_STEPS && result.includes('local.'); step++) {
    const before = result;
    const valueOf = (other: string | undefined, name: string) => localText(stack, other, name);
    result = before
      .replace(WHOLE, (all: string, other: string | undefined, name: string) => valueOf(other, name) ?? all)
      .replace(LOCAL, (all: string, other: string | undefined, name: string) => {
        const value = valueOf(other, name);
        return value === undefined ? all : `(${value.replace(/^\$\{([\s\S]*)\}$/, '$1')})`;
      });
    if (before === result) break;
  }
  return result;
}

function localText(stack: TerraformStack, other: string | undefined, name: string): string | undefined {
  const value = localsOf(other === undefined ? stack : stackAt(stack, other))[name];
  return value === undefined ? undefined : asText(resolvedJson(stack, value));
}

function localsOf(stack: TerraformStack | undefined): Readonly<Record<string, unknown>> {
  if (!stack) return {};
  const defined = stack.node.findAll().filter(mayBeLocal);
  return Object.assign({}, ...defined.map((each) => each.toTerraform().locals), overridesAt(stack, ['locals']));
}

/** Of elements, only locals have no kind by which cdktf distinguishes them; variables and modules have one. */
function mayBeLocal(construct: IConstruct): construct is TerraformElement {
  return (
    TerraformElement.isTerraformElement(construct) &&
    !TerraformStack.isStack(construct) &&
    !TerraformResource.isTerraformResource(construct) &&
    !TerraformDataSource.isTerraformDataSource(construct) &&
    !TerraformProvider.isTerraformProvider(construct) &&
    !TerraformOutput.isTerraformOutput(construct)
  );
}

function stackAt({ node }: TerraformStack, path: string): TerraformStack | undefined {
  return node.root.node
    .findAll()
    .filter(TerraformStack.isStack)
    .find((stack) => stack.node.path === path);
}
