import { TerraformOutput } from 'cdktf';
import { IConstruct } from 'constructs';
import { resolved } from './resolved';

type Json = Readonly<Record<string, unknown>>;
type Hcl = Record<string, unknown>;

/** Description of an attribute or block for HCL in the bindings. */
interface Described {
  readonly isBlock: boolean;
  readonly value: unknown;
}

/** Construct that writes itself as JSON and as HCL. */
interface Written extends IConstruct {
  readonly terraformResourceType: string;
  readonly friendlyUniqueId: string;
  synthesizeHclAttributes(): Hcl;
  toTerraform(): Fragment<Json>;
  toHclTerraform(): Fragment<Hcl>;
}

type Fragment<T> = Partial<Record<'resource' | 'data', Record<string, Record<string, T>>>>;

/** Attributes that cdktf itself writes correctly. */
const META = new Set([
  'depends_on',
  'count',
  'for_each',
  'provider',
  'lifecycle',
  'connection',
  'provisioner',
  'dynamic',
  '//',
]);

/**
 * Makes a resource or data source write HCL that says what its JSON says. cdktf leaves quotes and backslashes in texts
 * as they are where a text holds a reference, ends texts of several lines with one more, takes texts of digits for
 * numbers, and drops most overrides.
 */
export function writeHcl(element: object): void {
  const written = element as Written;
  const { toHclTerraform } = written;
  written.toHclTerraform = () => {
    const fragment = toHclTerraform.call(written);
    const hcl = bodyOf(written, fragment);
    const json = bodyOf(written, resolved(written, written.toTerraform()) as Fragment<Json>);
    if (hcl && json) Object.assign(hcl, attributesOf(json, written.synthesizeHclAttributes()));
    return fragment;
  };
}

/** Lets an output write HCL that says what its JSON says. */
export function writeOutputAsHcl(output: TerraformOutput): TerraformOutput {
  const written = output as unknown as Written;
  const { synthesizeHclAttributes } = written;
  written.synthesizeHclAttributes = () => {
    const { value, description, ...others } = synthesizeHclAttributes.call(written);
    const texts = Object.entries({ value, description }).filter(([, described]) => described !== undefined);
    const known = texts.map(([name, described]) => [name, verbatim(resolved(output, (described as Described).value))]);
    return { ...others, ...Object.fromEntries(known) };
  };
  return output;
}

function bodyOf<T>(
  { terraformResourceType, friendlyUniqueId }: Written,
  { resource, data }: Fragment<T>,
): T | undefined {
  return (resource ?? data)?.[terraformResourceType]?.[friendlyUniqueId];
}

function attributesOf(json: Json, described: Hcl): Hcl {
  const given = Object.entries(json).filter(([name]) => !META.has(name));
  return Object.fromEntries(given.map(([name, value]) => [name, attributeOf(value, described[name])]));
}

function attributeOf(json: unknown, described: unknown): unknown {
  const known = isDescribed(described) ? described : undefined;
  // Overrides may give what the bindings do not describe; lists of objects are blocks of azurerm.
  const isBlock = known ? known.isBlock : isListOfObjects(json);
  if (!isBlock || typeof json !== 'object' || json === null) return verbatim(json);
  const descriptions = [known?.value].flat();
  const blocks = [json].flat() as Json[];
  const value = blocks.map((block, index) =>
    attributesOf(block, (descriptions[index] ?? descriptions[0] ?? {}) as Hcl),
  );
  return { isBlock, type: 'list', storageClassType: 'object', value };
}

/** cdktf writes a list that is a reference as its text is. */
function verbatim(json: unknown): unknown {
  return { isBlock: false, type: 'reference', storageClassType: 'reference', value: [hclOf(json)] };
}

function isDescribed(value: unknown): value is Described {
  return typeof value === 'object' && value !== null && 'isBlock' in value && 'value' in value;
}

function isListOfObjects(json: unknown): boolean {
  return Array.isArray(json) && json.length > 0 && json.every((each) => typeof each === 'object' && each !== null);
}

/** JSON, whose texts may hold expressions, as an expression of HCL. */
export function hclOf(json: unknown): string {
  if (typeof json === 'string') return quoted(json);
  if (Array.isArray(json)) return `[${json.map(hclOf).join(', ')}]`;
  if (typeof json !== 'object' || json === null) return String(json);
  const entries = Object.entries(json).filter(([, value]) => value !== undefined);
  return `{${entries.map(([name, value]) => `${quoted(name)} = ${hclOf(value)}`).join(', ')}}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A text as HCL quotes it; expressions in it stay as they are, with their own quotes. */
function quoted(text: string): string {
  let hcl = '';
  let at = 0;
  while (at < text.length) {
    const escaped = /^(?:\$\$|%%)\{/.exec(text.slice(at, at + 3))?.[0];
    const isExpression = !escaped && /^[$%]\{/.test(text.slice(at, at + 2));
    const end = at + (escaped?.length ?? (isExpression ? lengthOfExpression(text.slice(at)) : 1));
    const part = text.slice(at, end);
    hcl += isExpression ? part : (ESCAPES[part] ?? part);
    at = end;
  }
  return `"${hcl}"`;
}

/** The length of the expression that a text begins with; all of it where the expression does not end. */
function lengthOfExpression(text: string): number {
  // What is open: braces of expressions, and quotes of texts in them.
  const open: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const isText = open[open.length - 1] === '"';
    const character = text[at];
    if (isText && character === '\\') at++;
    else if (isText && /[$%]/.test(character) && text[at + 1] === '{') open.push(text[++at]);
    else if (character === '"') open[open.length - 1] === '"' ? open.pop() : open.push('"');
    else if (!isText && character === '{') open.push('{');
    else if (!isText && character === '}') open.pop();
    if (at > 0 && open.length === 0) return at + 1;
  }
  return text.length;
}
