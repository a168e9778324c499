import { Analysis, analysisOf } from '../../connectivity/internal/analysis';
import { TerraformModel } from '../../model/terraform-model';
import { Topology } from '../../topology/topology';

/** Context of rules, in addition to the resource that they judge. */
export class RuleContext {
  /** Facts that the configuration defines. */
  public readonly topology: Topology;

  public constructor(public readonly model: TerraformModel) {
    this.topology = Topology.of(model);
  }

  /** Paths and names, for rules that ask about them. */
  public get connectivity(): Analysis {
    return analysisOf(this.model);
  }
}
