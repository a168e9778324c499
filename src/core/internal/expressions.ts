/** An attribute of a resource or data source, as an expression names it. */
export interface Address {
  /** Path of the other stack that the resource is in; `undefined` within one stack. */
  readonly stack?: string;
  /** `TYPE.ID` or `data.TYPE.ID`, in a plan or state behind its modules: `module.app["web"].TYPE.ID`. */
  readonly resource: string;
  /** Key that distinguishes the instances of one resource, as written between brackets: `"app"`, `0` or `each.key`. */
  readonly key?: string;
  /** Path of the attribute, such as `id` or `private_service_connection.private_ip_address`. */
  readonly attribute: string;
}

const REFERENCE =
  /\$\{(?:([^{}:"]+)::)?((?:module\.[\w-]+(?:\[[^\]{}]*\])?\.)*(?:data\.)?[a-z][a-z0-9_]*\.[A-Za-z_][A-Za-z0-9_-]*)(?:\[([^\]{}]*)\])?\.([^{}]+)\}/;
const ALL_REFERENCES = new RegExp(REFERENCE, 'g');
const ONE_REFERENCE = new RegExp(`^${REFERENCE.source}$`);
const ATTRIBUTE = /^[a-z0-9_]+(?:\.[a-z0-9_]+|\[[0-9*]+\])*$/;
const EXPRESSION = /(?<!\$)\$\{|(?<!%)%\{/;

/** Reports whether a text is only known when Terraform runs. */
export function isExpression(text: string): boolean {
  return text.includes('{') && EXPRESSION.test(text);
}

/** Returns the address in a text that is a single reference. */
export function referenceOf(text: string): Address | undefined {
  const match = text.startsWith('${') ? ONE_REFERENCE.exec(text) : null;
  return match ? addressOf(match) : undefined;
}

/** A text with each reference replaced that is known; `undefined` leaves one as it is. */
export function replaceReferences(text: string, replace: (address: Address) => string | undefined): string {
  return text.replace(ALL_REFERENCES, (...match: string[]) => {
    const address = addressOf(match);
    return (address && replace(address)) ?? match[0];
  });
}

/** Every attribute that a text refers to. */
export function referencesIn(text: string): Address[] {
  if (!text.includes('${')) return [];
  return [...text.matchAll(ALL_REFERENCES)].flatMap((match) => addressOf(match) ?? []);
}

/** A text with its expressions as people write them, without the signs that enclose them. */
export function plainExpressions(text: string): string {
  return text.replace(/\$\{([^{}]*)\}/g, '$1');
}

function addressOf([, stack, resource, key, attribute]: readonly string[]): Address | undefined {
  if (!ATTRIBUTE.test(attribute)) return undefined;
  return { stack, resource, key, attribute: attribute.replace(/\[[0-9*]+\]/g, '') };
}
