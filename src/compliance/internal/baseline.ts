import { Problem } from '../../core/internal/violations';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { Acknowledgement } from '../acknowledgement';
import { ComplianceReport } from '../compliance-report';
import { AcknowledgementBook, AcknowledgementEntry } from '../private/acknowledgement-book';
import { acknowledgementProblems } from '../private/acknowledgement-problems';
import { evaluate } from '../private/evaluation';
import { CATALOGUE } from '../private/rules/catalogue';
import { merged } from '../private/settings';
import { SecurityProfile } from '../security-profile';

/** An acknowledgement that stands in a file, and what it covers. */
export interface GivenAcknowledgement extends AcknowledgementEntry {
  /** States whether it covers a resource, and how closely: of several the one with the highest number accepts. */
  readonly closeness: (resource: ModelResource) => number | undefined;
}

/** Standard for a model. */
export interface BaselineInput {
  readonly profile?: SecurityProfile;
  readonly acknowledgements?: readonly GivenAcknowledgement[];
  /** The day on which acknowledgements are judged to have expired; the current one in UTC where it is not given. */
  readonly today?: string;
  /** The file that a resource stands in, as reports name it. */
  readonly fileOf: (resource: ModelResource) => string;
}

/** Holds all resources of a model to the security baseline, whatever the model comes from. */
export function judgeModel(model: TerraformModel, input: BaselineInput): ComplianceReport {
  const { acknowledgements = [], fileOf, profile, today } = input;
  const settings = merged(undefined, { options: { profile, today }, rules: CATALOGUE });
  return ComplianceReport._of(
    evaluate(model, {
      isJudged: () => true,
      settings: { at: () => settings },
      book: new AcknowledgementBook(acknowledgements, (resource) => nearestFirst(acknowledgements, resource)),
      fileOf,
      rules: () => [CATALOGUE],
    }),
  );
}

/** Problems of an acknowledgement: an unknown rule, a reason that is too short, an invalid day. */
export function problemsOf(acknowledgement: Acknowledgement): readonly Problem[] {
  return acknowledgementProblems(acknowledgement, CATALOGUE);
}

function nearestFirst(
  acknowledgements: readonly GivenAcknowledgement[],
  resource: ModelResource,
): readonly GivenAcknowledgement[] {
  return acknowledgements
    .map((entry) => ({ entry, closeness: entry.closeness(resource) }))
    .filter(({ closeness }) => closeness !== undefined)
    .sort((a, b) => b.closeness! - a.closeness!)
    .map(({ entry }) => entry);
}

export { findingKey } from '../private/acknowledgement-book';
