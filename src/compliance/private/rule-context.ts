import { Analysis, analysisOf } from '../../connectivity/internal/analysis';
import { TerraformModel } from '../../model/terraform-model';
import { Topology } from '../../topology/topology';

/** What rules know beside the resource that they judge. */
export class RuleContext {
  /** What the configuration defines. */
  public readonly topology: Topology;

  public constructor(public readonly model: TerraformModel) {
    this.topology = Topology.of(model);
  }

  /** Who reaches what, for rules that ask about names and paths. */
  public get connectivity(): Analysis {
    return analysisOf(this.model);
  }
}
