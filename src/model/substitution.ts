/** Values that an expression may read from its instance. */
export interface Bindings {
  /** `each.key` with `for_each`, or `count.index` with `count`. */
  readonly key: string | number;
  /** `each.value`; a text of an expression where it is a resource. */
  readonly value?: unknown;
}

const WHOLE = /^\$\{([^{}]*)\}$/;
/**
 * Matches expressions that Terraform evaluates in a text; an expression may contain objects, and texts with further
 * expressions.
 */
const TEMPLATE = new RegExp(`(?<![$%])([$%])\\{(${nested(3)})\\}`, 'g');
const NAME = /\b(each\.key|count\.index|each\.value)((?:\.\w+|\["[^"\]]*"\])*)/g;
const STEP = /\.(\w+)|\["([^"\]]*)"\]/g;

/** JSON with what it asks of its instance put in its place. */
export function substituted(json: unknown, bindings: Bindings): unknown {
  if (typeof json === 'string') return inText(json, bindings);
  if (Array.isArray(json)) return json.map((element) => substituted(element, bindings));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, substituted(value, bindings)]));
}

function inText(text: string, bindings: Bindings): unknown {
  if (!text.includes('each.') && !text.includes('count.')) return text;
  const [, whole] = WHOLE.exec(text) ?? [];
  const value = whole === undefined ? undefined : valueOf(whole, bindings);
  if (value !== undefined) return value;
  return text.replace(TEMPLATE, (_, sign: string, expression: string) => {
    const single = valueOf(expression, bindings);
    if (typeof single === 'string' || typeof single === 'number') return String(single);
    const literal = (name: string) => {
      const part = valueOf(name, bindings);
      return typeof part === 'string' && /^\$\{[^{}]*\}$/.test(part)
        ? part.slice(2, -1)
        : (JSON.stringify(part) ?? name);
    };
    return `${sign}{${expression.replace(NAME, literal)}}`;
  });
}

function nested(depth: number): string {
  return depth === 0 ? '[^{}]*' : `(?:[^{}]|\\{${nested(depth - 1)}\\})*`;
}

/** The value of an expression that is nothing but the key or value of the instance, or something in the value. */
function valueOf(expression: string, { key, value }: Bindings): unknown {
  const name = expression.trim();
  const [match] = [...name.matchAll(NAME)];
  if (!match || match[0] !== name) return undefined;
  const [, root, path] = match;
  const isCounted = root === 'count.index';
  if (isCounted !== (typeof key === 'number')) return undefined;
  if (root !== 'each.value') return path === '' ? key : undefined;
  return [...path.matchAll(STEP)].reduce<unknown>((within, [step, dotted, quoted]) => {
    if (typeof within === 'string' && within.startsWith('${')) return `${within.slice(0, -1)}${step}}`;
    const isMap = typeof within === 'object' && within !== null;
    return isMap ? (within as Record<string, unknown>)[dotted ?? quoted] : undefined;
  }, value);
}
