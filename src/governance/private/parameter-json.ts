import { Fn, Token } from 'cdktf';
import { PolicyParameter } from '../policy-parameter';

/** The values of parameters in the form of Azure, where there are any. */
export function parameterJson(effect: string | undefined, parameters: { [name: string]: PolicyParameter } = {}) {
  const values: [string, unknown][] = Object.entries(parameters).map(([name, { _value }]) => [name, _value]);
  if (effect !== undefined) values.unshift(['effect', effect]);
  if (values.length === 0) return undefined;
  const json = Object.fromEntries(values.map(([name, value]) => [name, { value }]));
  // Only text can hold a token within JSON text; of a list or a number only Terraform can write the JSON.
  const isText = values.every(([, value]) => typeof value === 'string' || !Token.isUnresolved(value));
  return isText ? JSON.stringify(json) : Fn.jsonencode(json);
}
