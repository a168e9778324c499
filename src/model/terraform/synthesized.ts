import { Draft, FileContent } from './drafts';
import { InstanceBody } from './instance-body';
import { Json, objectOf, objectsOf, textOf } from './json';
import { asText } from '../../core/internal/as-text';
import { ElementKind } from '../model-source';

const REMOTE_OUTPUT = /\$\{data\.terraform_remote_state\.([\w-]+)\.outputs\.([\w-]+)\}/g;
const REMOTE_STATE = 'terraform_remote_state';

/** A stack as cdktf synthesizes it. */
export interface SynthesizedStack {
  readonly json: Json;
  /** Distinguishes its addresses from those of other stacks. */
  readonly file: string;
}

/** Reads the resources of synthesized stacks. A stack that reads the outputs of another refers to what these have. */
export function readSynthesized(stacks: readonly SynthesizedStack[]): FileContent {
  const outputs = new Map(stacks.map((stack) => [backendKey(backendOf(stack.json)), stack]));
  const drafts = stacks.flatMap(({ json, file }) => {
    const followed = (body: unknown) => followOutputs(body, json, outputs);
    const isRead = ({ place, values }: Draft) =>
      place.type === REMOTE_STATE && outputs.has(backendKey(stateOf(values[0])));
    return [
      ...resources(json, ElementKind.RESOURCE, file, followed),
      // What a stack that is given here reads of another one is followed; nothing else needs to be read.
      ...resources(json, ElementKind.DATA_SOURCE, file, followed).filter((each) => !isRead(each)),
      ...providers(json, file),
      ...Object.entries(objectOf(json.output)).map(([name, body]) => {
        const place = { kind: ElementKind.OUTPUT, type: ElementKind.OUTPUT, address: `output.${name}`, stack: file };
        return draft(place, followed(body));
      }),
      ...backend(json, file),
    ];
  });
  return { file: '', drafts, outputs: new Map(), owned: new Set(), notes: [] };
}

type Followed = (body: unknown) => unknown;

function resources(
  json: Json,
  kind: ElementKind.RESOURCE | ElementKind.DATA_SOURCE,
  stack: string,
  followed: Followed,
): Draft[] {
  return Object.entries(objectOf(json[kind])).flatMap(([type, bodies]) =>
    Object.entries(objectOf(bodies)).map(([id, body]) => {
      const address = `${kind === ElementKind.DATA_SOURCE ? 'data.' : ''}${type}.${id}`;
      return draft({ kind, type, address, stack }, followed(body));
    }),
  );
}

function providers(json: Json, stack: string): Draft[] {
  return Object.entries(objectOf(json.provider)).flatMap(([name, blocks]) => {
    const list = Array.isArray(blocks) ? objectsOf(blocks) : [objectOf(blocks)];
    return list.map((body) => {
      const alias = textOf(body.alias);
      const address = alias === undefined ? name : `${name}.${alias}`;
      return draft({ kind: ElementKind.PROVIDER, type: ElementKind.PROVIDER, address, stack }, body);
    });
  });
}

function backend(json: Json, stack: string): Draft[] {
  const given = objectOf(objectOf(json.terraform).backend);
  if (Object.keys(given).length === 0) return [];
  const [kind, body] = backendOf(json);
  const place = { kind: ElementKind.BACKEND, type: ElementKind.BACKEND, address: 'terraform.backend', stack };
  return [draft(place, { [kind]: body })];
}

function draft(place: Draft['place'], body: unknown): Draft {
  const { '//': comment, ...given } = objectOf(body);
  return { place, path: pathIn(comment), values: [given], read: () => InstanceBody.of(given) };
}

/** Returns the path of a construct in its tree, as cdktf writes it with each element. */
function pathIn(comment: unknown): string | undefined {
  const { metadata } = objectOf(comment) as { metadata?: unknown };
  return textOf(objectOf(metadata).path);
}

function backendOf(json: Json): [string, Json] {
  const [[kind, body] = ['local', {}]] = Object.entries(objectOf(objectOf(json.terraform).backend));
  return [kind, objectOf(body)];
}

/** The backend that a data source reads a state from. */
function stateOf({ backend: kind, config }: Json): [string, Json] {
  return [asText(kind), objectOf(config)];
}

/** Two backends are one where all that they name is; of a local one the name of its file. */
function backendKey([kind, body]: readonly [string, Json]): string {
  const path = textOf(body.path);
  if (kind === 'local') return `local ${path?.split(/[\\/]/).pop()}`;
  return `${kind} ${JSON.stringify(Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1)))}`;
}

function followOutputs(body: unknown, json: Json, outputs: ReadonlyMap<string, SynthesizedStack>): unknown {
  if (typeof body === 'string') {
    return body.replace(REMOTE_OUTPUT, (text, id: string, name: string) => {
      const source = objectOf(objectOf(objectOf(json.data)[REMOTE_STATE])[id]);
      const stack = outputs.get(backendKey(stateOf(source)));
      const { value } = objectOf(objectOf(stack?.json.output)[name]);
      const [, given] = /^\$\{((?:data\.)?\w+\.[\w-]+\..+)\}$/.exec(asText(value)) ?? [];
      return given === undefined ? text : `\${${stack!.file}::${given}}`;
    });
  }
  if (Array.isArray(body)) return body.map((each) => followOutputs(each, json, outputs));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([name, each]) => [name, followOutputs(each, json, outputs)]));
}
