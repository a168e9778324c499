import { Json, textOf } from '../../../model/terraform/json';
import { UnreadableInput } from '../estate';

/** Kind of a document of Terraform. */
export enum DocumentKind {
  PLAN,
  STATE,
  SYNTHESIZED,
}

/** A document that the command reads. */
export interface TerraformDocument {
  readonly kind: DocumentKind;
  readonly json: Json;
}

const SHOW = 'run "terraform show -json FILE" and give what it prints';
/** Marks of other output of Terraform. */
const OTHER_TEXT: readonly (readonly [RegExp, string])[] = [
  [/^\s*\{"@level"/, `is the log of "terraform plan -json"; save the plan with -out=FILE, ${SHOW}`],
  [/^\s*(?:Terraform|OpenTofu) (?:used|will|has)\b/, `is a plan for people; save the plan with -out=FILE, ${SHOW}`],
  [
    /^\s*(?:terraform|provider|resource|module|variable|locals|data)\s*(?:"[^"]*"\s*)*\{/,
    `is a configuration in HCL; plan it with -out=FILE, ${SHOW}`,
  ],
];
const OTHER_JSON: readonly (readonly [string, string])[] = [
  ['lineage', `is a raw state file of Terraform; ${SHOW}`],
  ['provider_schemas', `is a schema of providers; ${SHOW}`],
];
const MAJOR = '1';
/** Modules within modules, and what resources hold, are some twenty levels. */
const MAX_DEPTH = 200;

/** The document in a text. */
export function documentIn(text: string, name: string): TerraformDocument {
  const json = parsed(text, name);
  const other = OTHER_JSON.find(([property]) => property in json);
  if (other) throw new UnreadableInput(`${name} ${other[1]}`);
  const version = textOf(json.format_version);
  if (version !== undefined) {
    if (version.split('.')[0] !== MAJOR) {
      throw new UnreadableInput(
        `${name} has format version ${printable(version)}; the command reads versions ${MAJOR}.x`,
      );
    }
    const isPlan = 'resource_changes' in json || 'planned_values' in json;
    const kind = isPlan ? DocumentKind.PLAN : DocumentKind.STATE;
    if (isPlan && json.resource_changes !== undefined && !Array.isArray(json.resource_changes)) {
      throw new UnreadableInput(`${name} is not a plan: its resource_changes is not a list`);
    }
    return { kind, json };
  }
  if ('resource' in json || 'terraform' in json || 'provider' in json) {
    return { kind: DocumentKind.SYNTHESIZED, json };
  }
  throw new UnreadableInput(`${name} is neither a plan nor a state in JSON, nor a synthesized stack; ${SHOW}`);
}

function parsed(text: string, name: string): Json {
  if (text.trim() === '') throw new UnreadableInput(`${name} is empty; ${SHOW}`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    const other = OTHER_TEXT.find(([pattern]) => pattern.test(text));
    if (other) throw new UnreadableInput(`${name} ${other[1]}`);
    const isCut = /^\s*\{/.test(text) && !/\}\s*$/.test(text);
    const what = isCut ? 'ends in the middle: it is a part of a JSON document' : 'is no JSON';
    throw new UnreadableInput(`${name} ${what}; ${SHOW}`);
  }
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return shallow(json as Json, name);
  throw new UnreadableInput(`${name} is neither a plan nor a state in JSON; ${SHOW}`);
}

/** JSON that code which calls itself for each level can visit. */
function shallow(json: Json, name: string): Json {
  if (isDeeper(json, MAX_DEPTH)) {
    throw new UnreadableInput(`${name} is nested in more than ${MAX_DEPTH} levels; ${SHOW}`);
  }
  return json;
}

function isDeeper(value: object, levels: number): boolean {
  if (levels < 0) return true;
  // Large plans have millions of values, so nothing is made of them here.
  for (const key in value) {
    const below = (value as Json)[key];
    if (typeof below === 'object' && below !== null && isDeeper(below, levels - 1)) return true;
  }
  return false;
}

function printable(text: string): string {
  return JSON.stringify(text.slice(0, 20));
}
