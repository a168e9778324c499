import { adoptResult } from './adopt-result';
import { adoptionOf } from './adoption';
import { Counterparts } from './counterparts';
import { filesOfSameState, filesOfSeparateStates } from './files';
import { partsOf } from './parts';
import { stateResources } from './state-resource';
import { EstateSource } from '../../../model/terraform/estate-source';
import { Json, objectOf, textOf } from '../../../model/terraform/json';
import { readSynthesized } from '../../../model/terraform/synthesized';
import { Input, UnreadableInput } from '../estate';
import { DocumentKind, documentIn, TerraformDocument } from '../reading/document';
import { labelsOf } from '../reading/labels';
import { Result } from '../result';

/** Rest of the name of a stack's file that is given without its folder. */
const BARE = 'cdk.tf';

/** Options of a user for the files. */
export interface AdoptQuestion {
  readonly state: readonly Input[];
  readonly stacks: readonly Input[];
  /** States whether the stack takes over the state itself. */
  readonly isSameState: boolean;
  /** The folder that blocks are written to. */
  readonly folder: string;
}

/** Result, and the files to write by their paths below the folder. */
export interface AdoptAnswer {
  readonly result: Result;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Matches the resources of a state with those of synthesized stacks.
 *
 * @throws UnreadableInput
 */
export function adopt({ state: given, stacks, isSameState, folder }: AdoptQuestion): AdoptAnswer {
  const [state] = given.map((input) => read(input, DocumentKind.STATE));
  const labels = labelsOf(stacks.map(({ name }) => name)).map((label) => (label === BARE ? 'stack' : label));
  const documents = stacks.map((input, index) => {
    const { json } = read(input, DocumentKind.SYNTHESIZED);
    return { json, file: stacks.length > 1 ? labels[index] : '' };
  });
  if (isSameState && stacks.length > 1) {
    throw new UnreadableInput(
      `--same-state takes one stack, since one state is that of one; there are ${labels.join(', ')}`,
    );
  }
  const whole = stateResources(state.json);
  const resources = [...whole, ...partsOf(whole)];
  if (!whole.some(({ isManaged }) => isManaged)) {
    throw new UnreadableInput(`${given[0].name} has no resources; give the state that has what the stack takes over`);
  }
  const source = new EstateSource([readSynthesized(documents)], stacks.length > 1);
  const counterparts = new Counterparts(source, resources, isSameState);
  const versions = new Map(documents.map(({ json, file }) => [file, majorIn(json)]));
  const adoption = adoptionOf(counterparts, resources, (stack) => versions.get(stack));
  const files = isSameState ? filesOfSameState(adoption, labels[0]) : filesOfSeparateStates(adoption, labels);
  return { result: adoptResult(adoption, files, folder), files };
}

function read({ name, text }: Input, kind: DocumentKind): TerraformDocument {
  const document = documentIn(text, name);
  if (document.kind === kind) return document;
  throw new UnreadableInput(
    kind === DocumentKind.STATE
      ? `${name} is not a state; give what "terraform show -json" prints of the state to take over, before its stack`
      : `${name} is not a synthesized stack; give the folder that "cdktf synth" wrote, such as cdktf.out, after the state`,
  );
}

/** Major version of azurerm that a stack requires. */
function majorIn(json: Json): string | undefined {
  const providers = objectOf(objectOf(json.terraform).required_providers);
  return /\d+/.exec(textOf(objectOf(providers.azurerm).version) ?? '')?.[0];
}
