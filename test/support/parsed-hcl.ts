import { parse } from '@cdktf/hcl2json';
import { Testing, TerraformStack } from 'cdktf';

type Json = Record<string, any>;

/** The HCL of a stack, read by a parser; blocks are lists. */
export async function parsedHcl(stack: TerraformStack): Promise<Json> {
  return comparable(await parse('cdk.tf', Testing.synthHcl(stack))) as Json;
}

/** The JSON of a stack in the same form. */
export function comparableJson(stack: TerraformStack): Json {
  return comparable(JSON.parse(Testing.synth(stack))) as Json;
}

/** Without comments, and with single blocks as they are: HCL does not tell them from lists of one. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) {
    const list = value.map(comparable);
    return list.length === 1 && typeof list[0] === 'object' ? list[0] : list;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => name !== '//');
  // The type of a variable is a word of HCL, which the parser takes for an expression.
  const read = (name: string, each: unknown) =>
    name === 'type' && typeof each === 'string' ? each.replace(/^\$\{(\w+)\}$/, '$1') : comparable(each);
  return Object.fromEntries(entries.map(([name, each]) => [name, read(name, each)]));
}
