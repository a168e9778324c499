import { TerraformElement, TerraformOutput, TerraformStack } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { mergeInto } from './private/merge-json';
import { resolvedAsCdktf } from './private/model/expressions';
import { overridesOf } from './private/model/stack-overrides';

/**
 * A stack of which synth takes less time; its JSON is that of a `TerraformStack`.
 *
 * cdktf searches each name and text of each element for tokens, with four regular expressions, and does so three times:
 * to find references to other stacks, to write the element, and to write the stack. This stack lets it resolve only what
 * holds a token. That matters in apps with hundreds of resources.
 *
 * - What it costs: it does by itself what `prepareStack` and `toTerraform` of cdktf's class do, so a change of these in a
 *   later version of cdktf does not reach it. HCL (`SYNTH_HCL_OUTPUT=true`) is left to cdktf.
 * - Together with `StackTraces.off` it takes less time still.
 */
export class FastStack extends TerraformStack {
  /**
   * Defines a stack.
   *
   * @param scope the app, or a construct in it
   * @param id name of the stack, without white space and glob characters
   * @throws the errors of cdktf for other ids
   */
  public constructor(scope: Construct, id: string) {
    super(scope, id);
  }

  /** Resolves all elements once, by which cdktf finds the references to other stacks. Called by `App.synth`. */
  public prepareStack(): void {
    this.ensureBackendExists();
    try {
      elementsIn(this).forEach((element) => resolvedAsCdktf(this, element.toTerraform(), true));
    } catch {
      // The errors of cdktf tell where in the JSON the value stands.
      super.prepareStack();
    }
  }

  /** The JSON of the stack. Called by `App.synth`. */
  public toTerraform() {
    try {
      return this.json();
    } catch {
      return super.toTerraform();
    }
  }

  private json(): Record<string, unknown> {
    const elements = elementsIn(this);
    const json = { '//': { metadata: this.metadataOf(elements), outputs: outputsIn(elements) } };
    elements.forEach((element) => mergeInto(json, this.resolved(element.toTerraform())));
    mergeInto(json, overridesOf(this));
    return this.resolved(json);
  }

  private metadataOf(elements: readonly TerraformElement[]): Record<string, unknown> {
    const overridden = Object.keys(overridesOf(this));
    const metadata: Record<string, unknown> = {
      version: this.node.tryGetContext('cdktfVersion'),
      stackName: this.node.id,
      backend: 'local',
      ...(overridden.length > 0 ? { overrides: { stack: overridden } } : {}),
    };
    elements.forEach((element) => mergeInto(metadata, this.resolved(element.toMetadata())));
    return metadata;
  }

  private resolved(json: unknown): Record<string, unknown> {
    return resolvedAsCdktf(this, json, false) as Record<string, unknown>;
  }
}

/** All elements of a stack, without those of stacks that are defined in it. */
function elementsIn(construct: IConstruct): TerraformElement[] {
  const own = TerraformElement.isTerraformElement(construct) ? [construct] : [];
  const children = construct.node.children.filter((child) => !TerraformStack.isStack(child));
  return [...own, ...children.flatMap(elementsIn)];
}

/** The id in Terraform of each output, by the path of its construct; cdktf-cli reads outputs by it. */
function outputsIn(elements: readonly TerraformElement[]): Record<string, unknown> {
  const outputs = {};
  for (const output of elements.filter(TerraformOutput.isTerraformOutput)) {
    const tree = output.node.path
      .split('/')
      .reduceRight<unknown>((below, id) => ({ [id]: below }), output.friendlyUniqueId);
    mergeInto(outputs, tree as Record<string, unknown>);
  }
  return outputs;
}
