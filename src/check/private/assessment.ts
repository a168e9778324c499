import { AcceptFile } from './accept/accept-file';
import { ExpectationResult, judgeExpectations } from './expectations';
import { Selection } from './selection';
import { SourcePlaces } from './source-places';
import { ComplianceReport } from '../../compliance/compliance-report';
import { GivenAcknowledgement, judgeModel } from '../../compliance/internal/baseline';
import { SecurityProfile } from '../../compliance/security-profile';
import { ConnectivityData } from '../../connectivity/connectivity-data';
import { analysisOf } from '../../connectivity/internal/analysis';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';

/** More pairs of services and places are more than a reader reads. */
const MAX_PAIRS = 400;

/** Options for judging a model. */
export interface AssessmentOptions {
  readonly profile?: SecurityProfile;
  readonly accept?: AcceptFile;
  readonly today?: string;
  readonly places: SourcePlaces;
}

/** Findings on a model. */
export interface Assessment {
  readonly profile: SecurityProfile;
  readonly connectivity: ConnectivityData;
  /**
   * States whether there are so many services and apps that only those are judged together that have something in
   * common.
   */
  readonly isLarge: boolean;
  readonly compliance: ComplianceReport;
  readonly expectations: readonly ExpectationResult[];
  /** Paths of the access control lists by the keys of their services. */
  readonly lists: ReadonlyMap<string, string>;
  /** Resources of the model by the path that reports name. */
  readonly resources: ReadonlyMap<string, ModelResource>;
}

/** Judges a model. */
export function assess(model: TerraformModel, options: AssessmentOptions): Assessment {
  const { profile = SecurityProfile.PUBLIC_CLIENTS, accept, today, places } = options;
  const resources = new Map(model.all.map((resource) => [resource.path, resource]));
  const analysis = analysisOf(model);
  const lists = new Map(
    analysis.services.all.flatMap(({ key, list }) => (list.resource ? [[key, list.resource.path]] : [])),
  );
  const isLarge = analysis.pairs > MAX_PAIRS;
  const connectivity = analysis.report(
    analysis.services.all,
    isLarge ? (service) => analysis.placesNear(service) : undefined,
  );
  const compliance = judgeModel(model, {
    profile,
    today,
    acknowledgements: accept && acknowledgementsIn(accept, model),
    fileOf: (resource) => places.fileOf(resource),
  });
  const expectations = judgeExpectations(accept?.expectations ?? [], { connectivity, model, resources });
  return { profile, connectivity, isLarge, compliance, expectations, lists, resources };
}

function acknowledgementsIn({ acknowledgements }: AcceptFile, model: TerraformModel): GivenAcknowledgement[] {
  return acknowledgements.map(({ at, what: { where, ticket, ...written } }) => {
    const selection = where === undefined ? undefined : new Selection(model, where);
    return {
      path: where ?? 'everywhere',
      name: at,
      acknowledgement: { ...written, ticket: ticket === undefined ? undefined : String(ticket) },
      closeness: (resource) => (selection ? selection.closeness(resource) : 0),
    };
  });
}
