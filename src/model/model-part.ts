import { ModelResource } from './model-resource';
import { References } from './references';

/** What a model has of one stack. */
export class ModelPart {
  public readonly resources: ModelResource[] = [];
  /** The resources by `TYPE.ID` or `data.TYPE.ID`. */
  public readonly byAddress = new Map<string, ModelResource>();
  /** What values in the stack refer to. */
  public readonly references: References;

  /**
   * @param path of the stack
   * @param other the parts of other stacks by their paths
   */
  public constructor(
    public readonly path: string,
    other: (path: string) => ModelPart | undefined,
  ) {
    this.references = new References(({ stack, resource }) =>
      (stack === undefined ? this : other(stack))?.byAddress.get(resource),
    );
  }
}
