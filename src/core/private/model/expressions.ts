import { DefaultTokenResolver, IResolvable, IResolveContext, StringConcat, TerraformStack, Tokenization } from 'cdktf';
import { IConstruct } from 'constructs';

/** An attribute of a resource or data source, as an expression names it. */
export interface Address {
  /** Path of the other stack that the resource is in; `undefined` within one stack. */
  readonly stack?: string;
  /** `TYPE.ID` or `data.TYPE.ID`. */
  readonly resource: string;
  /** Path of the attribute, such as `id` or `private_service_connection.private_ip_address`. */
  readonly attribute: string;
}

const CDKTF_RESOLVER = new DefaultTokenResolver(new StringConcat());
const REFERENCE =
  /\$\{(?:([^{}:"]+)::)?((?:data\.)?[a-z][a-z0-9_]*\.[A-Za-z_][A-Za-z0-9_-]*)(?:\[[^\]{}]*\])?\.([^{}]+)\}/;
const ALL_REFERENCES = new RegExp(REFERENCE, 'g');
const ONE_REFERENCE = new RegExp(`^${REFERENCE.source}$`);
const ATTRIBUTE = /^[a-z0-9_]+(?:\.[a-z0-9_]+|\[[0-9*]+\])*$/;
const EXPRESSION = /(?<!\$)\$\{|(?<!%)%\{/;

/**
 * The JSON of a construct as Terraform will read it, before any stack is synthesized.
 *
 * A reference to another stack becomes `${STACK::TYPE.ID.ATTRIBUTE}`: cdktf replaces it with a remote state only while
 * it synthesizes, which hides what it leads to.
 */
export function resolvedJson(scope: IConstruct, json: unknown): unknown {
  return resolverIn(TerraformStack.of(scope))(json);
}

/** Resolves JSON of a stack in the same way, each text once: most resources of a stack refer to the same few. */
export function resolverIn(stack: TerraformStack): (json: unknown) => unknown {
  const options = { scope: stack, resolver: new ReferenceResolver(stack), preparing: false };
  const texts = new Map<string, unknown>();
  const resolve = (json: unknown) => {
    if (typeof json !== 'string') return Tokenization.resolve(json, options);
    if (!texts.has(json)) texts.set(json, Tokenization.resolve(json, options));
    return texts.get(json);
  };
  return (json) => withoutTokens(json, resolve);
}

/**
 * JSON of a stack as cdktf resolves it.
 *
 * @param preparing whether references to other stacks are to become outputs there, and remote states here
 */
export function resolvedAsCdktf(stack: TerraformStack, json: unknown, preparing: boolean): unknown {
  const options = { scope: stack, resolver: CDKTF_RESOLVER, preparing };
  return withoutTokens(json, (value) => Tokenization.resolve(value, options));
}

/**
 * JSON with all tokens resolved. cdktf's own walk through objects and lists would take most of the time of an analysis,
 * and of synth.
 *
 * @param resolve what holds tokens itself, as cdktf does it
 */
function withoutTokens(json: unknown, resolve: (json: unknown) => unknown): unknown {
  if (isPlain(json)) return json;
  if (Array.isArray(json) && json.every((element) => typeof element === 'object' || isPlain(element))) {
    return json.map((element) => withoutTokens(element, resolve)).filter((element) => element !== undefined);
  }
  if (!isPlainObject(json)) return resolve(json);
  const resolved: Record<string, unknown> = {};
  for (const name of Object.keys(json)) {
    if (TOKEN.test(name)) return resolve(json);
    const value = withoutTokens(json[name], resolve);
    if (value !== undefined) resolved[name] = value;
  }
  return resolved;
}

/** What cdktf writes for tokens into texts, and, as very large numbers, in place of numbers. */
const TOKEN = /\{|e\+\d{3}/;

/** Whether a value is no list and no object, and holds no token. */
function isPlain(json: unknown): boolean {
  if (typeof json === 'string') return !TOKEN.test(json);
  if (typeof json === 'number') return Number.isSafeInteger(json);
  return json === undefined || json === null || typeof json === 'boolean';
}

/** Whether a value is an object that is no token, and nothing that cdktf refuses. */
function isPlainObject(json: unknown): json is Record<string, unknown> {
  return (
    typeof json === 'object' &&
    json !== null &&
    Object.getPrototypeOf(json) === Object.prototype &&
    !Tokenization.isResolvable(json)
  );
}

/** Whether a text is only known when Terraform runs. */
export function isExpression(text: string): boolean {
  return text.includes('{') && EXPRESSION.test(text);
}

/** What a text leads to that is a single reference. */
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

function addressOf([, stack, resource, attribute]: readonly string[]): Address | undefined {
  if (!ATTRIBUTE.test(attribute)) return undefined;
  return { stack, resource, attribute: attribute.replace(/\[[0-9*]+\]/g, '') };
}

class ReferenceResolver extends DefaultTokenResolver {
  public constructor(private readonly stack: TerraformStack) {
    super(new StringConcat());
  }

  public resolveToken(
    token: IResolvable,
    context: IResolveContext,
    postProcessor: Parameters<DefaultTokenResolver['resolveToken']>[2],
  ): unknown {
    const origin = originOf(token);
    if (!origin || origin === this.stack) return super.resolveToken(token, context, postProcessor);
    const bare = context.suppressBraces;
    const text = String(super.resolveToken(token, Object.create(context, { scope: { value: origin } }), postProcessor));
    const foreign = `${origin.node.path}::${text.replace(/^\$\{|\}$/g, '')}`;
    return bare ? foreign : `\${${foreign}}`;
  }
}

/** The stack of what a reference names; cdktf's class of references is not exported. */
function originOf(token: IResolvable): TerraformStack | undefined {
  return (token as { originStack?: TerraformStack }).originStack;
}
