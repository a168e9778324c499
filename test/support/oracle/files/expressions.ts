/** What only Terraform will know. */
export const UNKNOWN = Symbol('known after apply');

/** Azure or Terraform would refuse the estate: it refers to an instance that is not there. */
export class NotThere extends Error {}

const EXPRESSION = /\$\{([^{}]*)\}/g;
const REFERENCE =
  /azurerm_\w+\.\w+(?:\[(?:\d+|"[^"]*")\])?(?:\.\w+|\[\d+\])*|each\.(?:key|value)|count\.index|var\.\w+/g;
const INSTANCE = /^azurerm_\w+\.\w+(?:\[(?:\d+|"[^"]*")\])?/;
const ALL = /^one\((?:values\()?(azurerm_\w+\.\w+)\)?\[\*\]\.(\w+)\)$/;
const ELEMENT = /^element\(\[(.*)\], count\.index\)$/;

/** What expressions ask for. */
export interface Scope {
  /** The key of the instance, and its value in `for_each`. */
  readonly index?: string | number;
  readonly value?: unknown;
  /** An attribute of an instance, such as `id` or `ip_configurations[0].private_ip_address`. */
  attribute(address: string, path: string): unknown;
  /** The addresses of the instances of a resource. */
  instancesOf(address: string): readonly string[];
}

/** A value as Terraform makes it of what is written; `UNKNOWN` where it does not know yet. */
export function evaluated(json: unknown, scope: Scope): unknown {
  if (typeof json === 'string') return ofText(json, scope);
  if (Array.isArray(json)) return json.map((each) => evaluated(each, scope));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([name, each]) => [name, evaluated(each, scope)]));
}

/** Every expression in what is written, also in lists and maps. */
export function expressionsIn(json: unknown): string[] {
  if (typeof json === 'string') return [...json.matchAll(EXPRESSION)].map(([, expression]) => expression);
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(expressionsIn) : [];
}

/** What an expression refers to, such as `azurerm_subnet.app.id`. */
export function referencesIn(expression: string): string[] {
  return expression.match(REFERENCE) ?? [];
}

/** A reference, and all that it begins with, as a plan lists them. */
export function withPrefixes(reference: string): string[] {
  const list = [reference];
  const least = /^(?:azurerm_\w+|module)\.\w+/.exec(reference)?.[0] ?? reference;
  let rest = reference;
  while (rest.length > least.length) {
    rest = rest.replace(/(?:\.\w+|\[[^\]]*\])$/, '');
    list.push(rest);
  }
  return list;
}

/** Whether what is written is one reference and nothing else, so that a plan says all of it. */
export function isPlain(json: unknown): boolean {
  if (Array.isArray(json) && json.length === 1) return isPlain(json[0]);
  const [, expression] = /^\$\{([^{}]*)\}$/.exec(String(json)) ?? [];
  return expression !== undefined && referencesIn(expression)[0] === expression;
}

function ofText(text: string, scope: Scope): unknown {
  const whole = /^\$\{([^{}]*)\}$/.exec(text);
  if (whole) return ofExpression(whole[1], scope);
  const values = expressionsIn(text).map((expression) => ofExpression(expression, scope));
  if (values.includes(UNKNOWN)) return UNKNOWN;
  return text.replace(EXPRESSION, () => String(values.shift()));
}

function ofExpression(expression: string, scope: Scope): unknown {
  if (expression === 'each.key' || expression === 'count.index') return scope.index;
  if (expression === 'each.value') return scope.value;
  const [, list] = ELEMENT.exec(expression) ?? [];
  if (list !== undefined) {
    const chosen = list.split(/,\s*/)[scope.index as number];
    return chosen.startsWith('"') ? JSON.parse(chosen) : ofExpression(chosen, scope);
  }
  const [, address, attribute] = ALL.exec(expression) ?? [];
  if (address !== undefined) {
    const [instance] = scope.instancesOf(address);
    if (instance === undefined) throw new NotThere(expression);
    return scope.attribute(instance, attribute);
  }
  const [instance] = INSTANCE.exec(expression)!;
  return scope.attribute(instance, expression.slice(instance.length + 1));
}
