import { isSensitive, mayBeSensitive, sensitiveOf } from './sensitive-attributes';
import { secretFormOf } from '../../core/internal/secret-formats';

const RESOURCE = String.raw`(?<![\w.-])((?:data\.)?[a-z][a-z0-9]*_[a-z0-9_]+)\.[A-Za-z_][\w-]*(?:\[[^\]]*\])?`;
const ATTRIBUTE = new RegExp(String.raw`${RESOURCE}\.([a-z0-9_]+(?:(?:\[[^\]]*\])?\.[a-z0-9_]+)*)`, 'g');
const WHOLE = new RegExp(String.raw`${RESOURCE}(?![\w.[-])`, 'g');
const EXPRESSION = /\$\{((?:[^{}]|\{[^{}]*\})*)\}/g;

/** An expression that makes a list or map of the instances of a resource, each of which it calls by a name. */
const FOR = /\bfor\s+(?:\w+\s*,\s*)?(\w+)\s+in\s+([\w.-]+)\s*:/g;

/** The last part of the names of attributes with keys, connection strings and passwords. */
const SECRET =
  /(?:^|_)(?:key|connection_string|password|secret|sas|token|site_credential|kube_config|kube_admin_config)$/;

/**
 * An Application Insights connection string names the destination of telemetry; Microsoft does not treat it as a
 * secret.
 */
const HARMLESS =
  /^(?:instrumentation_key|public_key|custom_domain_verification_id|azurerm_application_insights\.connection_string|application_insights_(?:key|connection_string))$/;

/** An attribute in brackets, where nothing follows that it would be the key of an instance for. */
const INDEXED = /\[\\?"([a-z][a-z0-9_]*)\\?"\](?!\s*[.[])/g;
const LOOKED_UP = new RegExp(String.raw`\blookup\(\s*(${RESOURCE})\s*,\s*\\?"([a-z][a-z0-9_]*)\\?"[^()]*\)`, 'g');

/** The attributes with secrets that a text refers to, such as `azurerm_signalr_service.primary_access_key`. */
export function secretAttributesIn(text: string): string[] {
  const attributes = [...withoutLoops(withPeriods(text)).matchAll(ATTRIBUTE)].map(([, type, path]) => ({
    type: type.replace(/^data\./, ''),
    path: path.replace(/\[[^\]]*\]/g, ''),
  }));
  return [
    ...new Set(attributes.filter(({ type, path }) => isSecret(type, path)).map(({ type, path }) => `${type}.${path}`)),
  ];
}

/** The types of which a text shows whole resources: those with secrets, and those of which that is not known. */
export function wholeResourcesIn(text: string): { readonly secret: string[]; readonly open: string[] } {
  const expressions = [...withoutLoops(withPeriods(text)).matchAll(EXPRESSION)].map(([, expression]) => expression);
  const types = expressions.flatMap((each) => [...each.matchAll(WHOLE)].map(([, type]) => type.replace(/^data\./, '')));
  const all = [...new Set(types)];
  return { secret: all.filter((type) => sensitiveOf(type).length > 0), open: all.filter(mayBeSensitive) };
}

/**
 * Reports whether a value holds a secret in plain text, such as a connection string with a key: in itself, a part, or a
 * named part.
 */
export function holdsSecret(json: unknown): boolean {
  const isSecretText = (text: string) => secretFormOf(text, true) !== undefined;
  if (typeof json === 'string') return isSecretText(json);
  if (typeof json !== 'object' || json === null) return false;
  return isSecretText(JSON.stringify(json)) || Object.values(json).some(holdsSecret);
}

/** A text with a period before each attribute, also where it is in brackets or is looked up. */
function withPeriods(text: string): string {
  return text.replace(LOOKED_UP, '$1.$3').replace(INDEXED, '.$1');
}

/** A text that takes attributes of resources themselves, where it takes them of what loops call them. */
function withoutLoops(text: string): string {
  return text.replace(EXPRESSION, (expression) =>
    // The last loop first: what it is made of may be named by a loop around it, and its name by another loop before it.
    [...expression.matchAll(FOR)].reduceRight((result, { 0: loop, 1: name, 2: source, index }) => {
      const rest = result.slice(index + loop.length);
      return result.slice(0, index) + rest.replace(new RegExp(`\\b${name}\\b`, 'g'), source);
    }, expression),
  );
}

function isSecret(type: string, path: string): boolean {
  const names = path.split('.');
  const isHarmless = names.some((name) => HARMLESS.test(name)) || HARMLESS.test(`${type}.${path}`);
  return !isHarmless && (isSensitive(type, path) || names.some((name) => SECRET.test(name)));
}
