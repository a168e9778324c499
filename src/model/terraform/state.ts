import { asExpression } from './configuration';
import { Draft, FileContent, idIn, resourcesIn } from './drafts';
import { Json, objectOf, textOf } from './json';
import { readable } from './readable';
import { ValueReader } from './value-reader';
import { asText } from '../../core/internal/as-text';
import { ElementKind } from '../model-source';

/**
 * Reads a state, as `terraform show -json` prints it.
 *
 * @param file distinguishes its addresses from those of other files
 */
export function readState(state: Json, file: string): FileContent {
  const { root_module: root, outputs } = objectOf(state.values);
  const all = resourcesIn(root);
  const deposed = all.filter((resource) => resource.deposed_key !== undefined);
  const drafts = all.filter((resource) => !deposed.includes(resource)).flatMap((resource) => draftOf(resource, file));
  const written = Object.entries(objectOf(outputs));
  return {
    file,
    drafts: [...drafts, ...written.map((output) => outputDraft(output, file))],
    outputs: new Map(written.map(([name, output]) => [name, { value: objectOf(output).value }])),
    owned: new Set(),
    notes: deposed.map(
      ({ address }) =>
        `${asText(address)} has an object that Terraform replaced and did not remove yet; it is not judged`,
    ),
  };
}

/** Drafts the resources of one instance in a state. */
export function draftOf(resource: Json, file: string): Draft[] {
  const [address, type] = [textOf(resource.address), textOf(resource.type)];
  if (address === undefined || type === undefined) return [];
  const { values, sensitive_values: sensitive } = resource;
  const known = objectOf(readable(values, sensitive));
  const kind = resource.mode === 'data' ? ElementKind.DATA_SOURCE : ElementKind.RESOURCE;
  return [
    {
      place: { kind, type, address, stack: file },
      id: idIn(known),
      values: [known],
      read: (link) => new ValueReader(address, link).body(values, undefined, sensitive),
    },
  ];
}

/** An output; what is sensitive is not read. */
export function outputDraft([name, output]: readonly [string, unknown], file: string, given?: unknown): Draft {
  const { value, sensitive } = objectOf(output);
  const address = `output.${name}`;
  return {
    place: { kind: ElementKind.OUTPUT, type: ElementKind.OUTPUT, address, stack: file },
    values: [],
    read: (link) => {
      const known = sensitive === true ? asExpression(`(sensitive) ${address}`) : value;
      const own = new ValueReader(address, link).body({ value: known });
      return own.with({
        ...(given === undefined ? {} : { value: () => given }),
        ...(sensitive === true ? { sensitive: () => sensitive } : {}),
      });
    },
  };
}
