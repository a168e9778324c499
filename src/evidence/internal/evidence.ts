import { sha256 } from './input-record';
import { ComplianceReport } from '../../compliance/compliance-report';
import { ConnectivityData } from '../../connectivity/connectivity-data';
import { ConnectivityFormat } from '../../connectivity/connectivity-format';
import { renderHtml, RENDERERS } from '../../connectivity/internal/renderers';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { renderDocument } from '../private/document/document';
import { asText } from '../private/facts';
import { acknowledgementsOf, controlsOf } from '../private/findings';
import { privateNamesOf } from '../private/private-names';
import { Origin, provenanceFacts } from '../private/provenance-facts';
import { rolesOf } from '../private/roles';
import { securityRulesOf } from '../private/security-rules';

/** Inputs of a pack. */
export interface EvidenceInput extends Origin {
  /** Subject of the pack, as headings name it. */
  readonly title: string;
  readonly model: TerraformModel;
  readonly connectivity: ConnectivityData;
  readonly compliance: ComplianceReport;
  /** Reports whether the pack is about a resource; without it the pack is about all. */
  readonly isAsked?: (resource: ModelResource) => boolean;
  /** Further files of the folder, by name. */
  readonly others?: ReadonlyMap<string, string>;
}

/** The sums of all files of a pack, as `sha256sum -c` takes them. */
export const SUMS = 'SHA256SUMS';

/** The files of a pack by their names, in order; equal input gives equal bytes. */
export function evidenceOf(input: EvidenceInput): ReadonlyMap<string, string> {
  const { title, connectivity, compliance, model, isAsked = () => true, others = new Map() } = input;
  const scope = { model, connectivity, isAsked };
  const facts = {
    provenance: provenanceFacts(title, input),
    controls: controlsOf(compliance),
    acknowledgements: acknowledgementsOf(compliance),
    rules: securityRulesOf(scope),
    names: privateNamesOf(scope),
    roles: rolesOf(scope),
  };
  const page = `Connectivity of ${title}`;
  const { commit, pipeline, time } = input.provenance;
  const given = Object.entries({ Commit: commit, Pipeline: pipeline, Time: time });
  const foot = given.flatMap(([name, value]) => (value === undefined ? [] : { name, value }));
  const files = new Map<string, string>([
    // The command writes it with the lines of Terraform files.
    ['compliance.html', compliance.toHtml()],
    ...others,
    ['index.html', renderHtml(connectivity, { title: page, provenance: foot })],
    ['evidence.html', renderDocument({ ...facts, connectivity, compliance })],
    ['connectivity.json', RENDERERS[ConnectivityFormat.JSON](connectivity, page)],
    ['connectivity.svg', RENDERERS[ConnectivityFormat.SVG](connectivity, page)],
    ['compliance.json', compliance.toJson()],
    ['controls.json', asText({ controls: facts.controls })],
    ['acknowledgements.json', asText(facts.acknowledgements)],
    ['security-rules.json', asText(facts.rules)],
    ['private-names.json', asText(facts.names)],
    ['roles.json', asText(facts.roles)],
    ['provenance.json', asText(facts.provenance)],
  ]);
  return new Map(
    [...files, [SUMS, sumsOf(files)]].sort(([one], [other]) => (one < other ? -1 : 1)) as [string, string][],
  );
}

function sumsOf(files: ReadonlyMap<string, string>): string {
  const names = [...files.keys()].sort();
  return names.map((name) => `${sha256(files.get(name)!)}  ${name}\n`).join('');
}
