import { TerraformResource, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { ConstructTree } from './construct-tree';
import { ModelResource } from './model-resource';
import { ModelValue } from './model-value';
import { TerraformModel } from './terraform-model';
import { resolvedJson } from '../engine/resolver';

/** The model of a construct tree. */
export class ConstructModel extends TerraformModel {
  /** The model of the whole tree that a construct is in. */
  public static of(scope: IConstruct): ConstructModel {
    return new ConstructModel(ConstructTree.of(scope));
  }

  private constructor(private readonly tree: ConstructTree) {
    super(tree);
  }

  /** All stacks, in the order in which cdktf synthesizes them. */
  public get stacks(): readonly TerraformStack[] {
    return this.tree.stacks;
  }

  /** A model of the tree as it is once a stack may have changed: this one, where the stack is as it was read. */
  public refreshed(stack: TerraformStack): ConstructModel {
    const tree = this.tree.refreshed(stack, (element, name) => this.wasAsked(element, name));
    return tree === this.tree ? this : new ConstructModel(tree);
  }

  /** Lists the model's resources for a resource of the provider's classes: itself, or each of its instances. */
  public instancesOf({ node, terraformResourceType }: TerraformResource): ModelResource[] {
    const { path } = node;
    return this.resources(terraformResourceType).filter(
      (each) => each.path === path || each.path.startsWith(`${path}[`),
    );
  }

  /** A value that a construct holds, such as the id of a resource. */
  public read(scope: IConstruct, value: unknown): ModelValue<ModelResource> {
    return this.valueIn(TerraformStack.of(scope).node.path, resolvedJson(scope, value));
  }
}
