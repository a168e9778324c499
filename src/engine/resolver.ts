import { DefaultTokenResolver, IResolvable, IResolveContext, StringConcat, TerraformStack, Tokenization } from 'cdktf';
import { IConstruct } from 'constructs';
import { withNumbersIn } from './numbers-in-texts';

/**
 * The JSON of a construct as Terraform will read it, before any stack is synthesized.
 *
 * A reference to another stack becomes `${STACK::TYPE.ID.ATTRIBUTE}`: cdktf replaces it with a remote state only while
 * it synthesizes, which hides its target.
 */
export function resolvedJson(scope: IConstruct, json: unknown): unknown {
  return resolverIn(TerraformStack.of(scope))(json);
}

/** Resolves JSON of a stack in the same way, each text once: most resources of a stack refer to the same few. */
export function resolverIn(stack: TerraformStack): (json: unknown) => unknown {
  const options = { scope: stack, resolver: new ReferenceResolver(stack), preparing: false };
  const texts = new Map<string, unknown>();
  const number = (token: number) => Tokenization.resolve(token, options);
  const resolve = (json: unknown) => {
    if (typeof json !== 'string') return Tokenization.resolve(json, options);
    if (!texts.has(json)) texts.set(json, withNumbersIn(Tokenization.resolve(json, options), number));
    return texts.get(json);
  };
  return (json) => withoutTokens(json, resolve);
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

/** Matches tokens that cdktf writes into texts, and, as very large numbers, in place of numbers. */
const TOKEN = /\{|e\+\d{3}/;

/** Reports whether a value is no list and no object, and holds no token. */
function isPlain(json: unknown): boolean {
  if (typeof json === 'string') return !TOKEN.test(json);
  if (typeof json === 'number') return Number.isSafeInteger(json);
  return json === undefined || json === null || typeof json === 'boolean';
}

/** Reports whether a value is an object that is no token, and nothing that cdktf rejects. */
function isPlainObject(json: unknown): json is Record<string, unknown> {
  return (
    typeof json === 'object' &&
    json !== null &&
    Object.getPrototypeOf(json) === Object.prototype &&
    !Tokenization.isResolvable(json)
  );
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
