import { DocumentKind, documentIn, TerraformDocument } from './document';
import { labelsOf } from './labels';
import { VersionRecord } from '../../../evidence/internal/input-record';
import { versionsOf } from '../../../evidence/internal/versions';
import { FileContent } from '../../../model/terraform/drafts';
import { EstateSource } from '../../../model/terraform/estate-source';
import { readPlan, readPriorState } from '../../../model/terraform/plan';
import { readState } from '../../../model/terraform/state';
import { readSynthesized } from '../../../model/terraform/synthesized';
import { TerraformModel } from '../../../model/terraform-model';
import { EstateData, Input, UnreadableInput } from '../estate';

/** Resource that the files do not define, and its owner. */
export interface Missing {
  /** Id of what is outside of the files, or path of what reads another state. */
  readonly id: string;
  /** Advice on further files. */
  readonly advice: string;
}

interface NamedDocument extends TerraformDocument {
  readonly name: string;
  readonly label: string;
}

const AZURE = /^(?:azurerm|azapi)_/;

/** Configuration that the files of a user define together. */
export class Estate implements EstateData {
  /**
   * Reads files together: what one names by its id another may define.
   *
   * @throws UnreadableInput
   */
  public static of(inputs: readonly Input[]): Estate {
    const labels = labelsOf(inputs.map(({ name }) => name));
    const isLabelled = inputs.length > 1;
    const documents = inputs.map(({ name, text }, index): NamedDocument => {
      return { ...documentIn(text, name), name, label: isLabelled ? labels[index] : '' };
    });
    return new Estate(documents, isLabelled);
  }

  /** Configuration as planned, as a state has it, and as synthesized stacks define it. */
  public readonly after: TerraformModel;

  /** Notes on the files, in sentences. */
  public readonly notes: readonly string[];

  /** Resources that the files do not define, and that may decide. */
  public readonly missing: readonly Missing[];

  private prior?: TerraformModel;

  private constructor(
    private readonly documents: readonly NamedDocument[],
    private readonly isLabelled: boolean,
  ) {
    const contents = contentsOf(documents, readPlan);
    const source = new EstateSource(contents, isLabelled);
    this.after = new TerraformModel(source);
    const isOfAzure = (model?: TerraformModel) => model?.elements.some(({ place }) => AZURE.test(place.type));
    if (!isOfAzure(this.after) && !isOfAzure(this.before)) {
      const names = documents.map(({ name }) => name).join(', ');
      throw new UnreadableInput(`${names} has no resource of azurerm; give a plan or state of an estate in Azure`);
    }
    this.notes = contents.flatMap(({ file, notes }) => notes.map((note) => (file === '' ? note : `${file}: ${note}`)));
    this.missing = missingIn(source);
  }

  /** Versions in each file, in the order of the files. */
  public get versions(): readonly VersionRecord[] {
    return this.documents.map(({ json }) => versionsOf(json));
  }

  /** Configuration before, where a plan has its prior state. */
  public get before(): TerraformModel | undefined {
    const { documents, isLabelled } = this;
    if (!documents.some(({ kind }) => kind === DocumentKind.PLAN)) return undefined;
    return (this.prior ??= new TerraformModel(new EstateSource(contentsOf(documents, readPriorState), isLabelled)));
  }
}

function contentsOf(documents: readonly NamedDocument[], read: typeof readPlan): FileContent[] {
  const stacks = documents.filter(({ kind }) => kind === DocumentKind.SYNTHESIZED);
  const others = documents.filter(({ kind }) => kind !== DocumentKind.SYNTHESIZED);
  return [
    ...(stacks.length > 0 ? [readSynthesized(stacks.map(({ json, label }) => ({ json, file: label })))] : []),
    ...others.map(({ kind, json, label }) => (kind === DocumentKind.PLAN ? read(json, label) : readState(json, label))),
  ];
}

function missingIn(source: EstateSource): Missing[] {
  const states = source.unreadStates.map(({ path, location }) => ({
    id: path,
    advice: `it reads the state ${location || 'of another configuration'}; also give the plan or state of that one`,
  }));
  const outside = source.outside.map((id) => ({ id, advice: 'also give the plan or state that defines it' }));
  return [...states, ...outside];
}
