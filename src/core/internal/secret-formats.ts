import { isSecretName, queryOf } from './url-secrets';

/** A form of keys, passwords and tokens that their issuers have published, or that scanners of the issuers know. */
export interface SecretFormat {
  /** Name of the form, as in messages and docs/security-review.md. */
  readonly name: string;
  readonly pattern: RegExp;
  /**
   * Set where other texts may look the same, such as digests; tags, which have no exception, are not checked for it.
   */
  readonly isCommon?: true;
}

/** Separators between a name and its value, in connection strings, key files and addresses. */
const START = String.raw`(?:^|[;?&,\s"'({])`;
/** A value that stands there, rather than an expression of Terraform, an empty one, or a placeholder. */
const GIVEN = String.raw`["']?(?!["'\0<]|\$\(|\{\{|\*{3})[^;&,\s"'\0]`;
const BOUND = String.raw`(?<![A-Za-z0-9_])`;
const END = String.raw`(?![A-Za-z0-9_])`;

const token = (form: string) => new RegExp(`${BOUND}${form}${END}`);

/**
 * The forms that are recognised, the narrow ones first.
 *
 * @see https://github.com/microsoft/security-utilities/blob/main/GeneratedRegexPatterns/HighConfidenceSecurityModels.json
 * @see https://docs.github.com/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
 */
export const SECRET_FORMATS: readonly SecretFormat[] = [
  // https://datatracker.ietf.org/doc/html/rfc7468; OpenSSH and PGP have labels of their own.
  { name: 'a private key', pattern: /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----/ },
  // https://learn.microsoft.com/azure/storage/common/storage-sas-overview
  {
    name: 'a shared access signature',
    pattern: /(?:^|[?&;\s"'])sig=[^&;\s"'\0]|SharedAccessSignature\s*=\s*[^;\s\0]/i,
  },
  {
    name: 'a connection string with a key',
    pattern: new RegExp(`${BOUND}(?:AccountKey|SharedAccessKey|AccessKey|SharedSecretValue)\\s*=\\s*${GIVEN}`, 'i'),
  },
  {
    name: 'a connection string with a password',
    pattern: new RegExp(
      [
        `${START}(?:Password|Passwd|Pwd|PGPASSWORD|ClientSecret|Client_Secret|Secret)\\s*=\\s*${GIVEN}`,
        String.raw`["'](?:password|passwd|pwd|client_?secret|secret|api_?key)["']\s*:\s*["'][^"'\0]`,
      ].join('|'),
      'i',
    ),
  },
  // https://datatracker.ietf.org/doc/html/rfc3986#section-3.2.1. Of the scheme its last letter is enough: a search for all of
  // it begins anew at each letter of a long text, and takes minutes.
  { name: 'a password in an address', pattern: /[a-z0-9+.-]:\/\/[^\s/:@?#\0]*:(?!\*{3})[^\s/@\0]+@/i },
  // https://learn.microsoft.com/azure/azure-functions/function-keys-how-to
  { name: 'a key of Azure Functions', pattern: token('[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{5}[AQgw]==') },
  {
    name: 'a key of an Azure service',
    // Storage, Batch, Cosmos DB; Service Bus, Event Hubs, Relay, IoT Hub, container registries, Redis, search, API Management.
    pattern: new RegExp(
      `${BOUND}(?:${[
        '[A-Za-z0-9+/]{76}(?:\\+ASt|\\+ABa|ACDb)[A-Za-z0-9+/]{5}[AQgw]==',
        '[A-Za-z0-9+/]{33}(?:\\+ASb|\\+AEh|\\+ARm|AIoT|AzCa)[A-P][A-Za-z0-9+/]{5}=',
        '[A-Za-z0-9+/]{42}\\+ACR[A-D][A-Za-z0-9+/]{5}',
        '[A-Za-z0-9]{42}AzSe[A-D][A-Za-z0-9]{5}',
        '[A-Za-z0-9]{52}JQQJ9[9D][A-Za-z0-9][A-L][A-Za-z0-9]{16}[A-Za-z][A-Za-z0-9]{7}(?:[A-Za-z0-9]{2}==)?',
      ].join('|')})(?![A-Za-z0-9+/=])`,
    ),
  },
  // https://learn.microsoft.com/purview/sit-defn-azure-ad-client-secret
  { name: 'a client secret of Microsoft Entra ID', pattern: /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/ },
  // https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate
  { name: 'a token of Azure DevOps', pattern: token('[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}') },
  // https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
  { name: 'a token of GitHub', pattern: token('(?:gh[pousr]_[A-Za-z0-9]{36,251}|github_pat_[A-Za-z0-9_]{36,})') },
  // https://docs.gitlab.com/security/tokens/#token-prefixes
  { name: 'a token of GitLab', pattern: token('(?:glpat|gldt|glrt|glptt|glcbt|glsoat)-[A-Za-z0-9_.-]{20,}') },
  // https://api.slack.com/authentication/token-types, https://api.slack.com/messaging/webhooks
  {
    name: 'a token or webhook of Slack',
    pattern:
      /\bxox[abdeoprs]-[A-Za-z0-9-]{10,}|\bxapp-\d-[A-Za-z0-9-]{10,}|hooks\.slack\.com\/(?:services|workflows)\/\S+/,
  },
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  { name: 'an access key of AWS', pattern: token('(?:AKIA|ASIA)[A-Z2-7]{16}') },
  // https://cloud.google.com/docs/authentication/api-keys; OAuth client secrets and access tokens.
  { name: 'a key or token of Google', pattern: /\bAIza[\w-]{35}(?![\w-])|\bGOCSPX-[\w-]{28}|\bya29\.[\w-]{20,}/ },
  // https://docs.npmjs.com/about-access-tokens, https://pypi.org/help/#apitoken, https://learn.microsoft.com/nuget/nuget-org/scoped-api-keys
  {
    name: 'a token of a package registry',
    pattern:
      /\bnpm_[A-Za-z0-9]{36}\b|:_(?:authToken|password)\s*=\s*[^\s\0$]|\bpypi-AgE[\w-]{50,}|\boy2[a-z0-9]{43}\b|\bdckr_(?:pat|oat)_[\w-]{20,}/,
  },
  // https://docs.stripe.com/keys#obtain-api-keys; publishable keys begin with pk_.
  { name: 'a key of Stripe', pattern: /\b[sr]k_(?:live|test)_[A-Za-z0-9]{10,}|\bwhsec_[A-Za-z0-9+/=]{20,}/ },
  // https://platform.openai.com/docs/api-reference/authentication; https://docs.anthropic.com/api/overview
  {
    name: 'a key of an AI service',
    pattern:
      /\bsk-(?:proj|svcacct|admin|ant|or)-[\w-]{20,}|\bsk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}\b|\bhf_[A-Za-z]{34}\b/,
  },
  // https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys
  { name: 'a key of SendGrid', pattern: /\bSG\.[\w-]{16,32}\.[\w-]{16,64}/ },
  // https://docs.databricks.com/, https://developer.hashicorp.com/vault/docs/concepts/tokens, https://docs.digitalocean.com/reference/api/
  {
    name: 'a token of a platform',
    pattern:
      /\bdapi[0-9a-f]{32}(?:-\d)?\b|\bhv[sbr]\.[\w-]{24,}|\b[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,}|\bdo[opr]_v1_[0-9a-f]{64}\b|\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}\b/,
  },
  // https://datatracker.ietf.org/doc/html/rfc7519
  { name: 'a JSON web token', pattern: /(?<![\w.-])eyJ[\w-]{5,}\.[\w-]{2,}\.[\w-]*(?![\w-])/ },
  // https://datatracker.ietf.org/doc/html/rfc6750#section-2.1
  { name: 'a header that signs in', pattern: /^(?:Bearer|Basic)\s+(?!\{)[A-Za-z0-9+/=_.~-]{8,}$/i },
  // What Azure hands out without a mark: 64 bytes for storage, 32 for Service Bus and SignalR, 40 for older keys of Functions.
  { name: 'a key of 64 bytes', pattern: /^[A-Za-z0-9+/]{86}==$/ },
  { name: 'a key of 32 or 40 bytes', pattern: /^(?:[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/_-]{54}==)$/, isCommon: true },
];

/** Expressions that Terraform fills in. */
const EXPRESSION = /\$\{[^{}]*\}/g;
const QUOTED = /"((?:[^"\\]|\\.)*)"/g;
/** Placeholders of `format`, and patterns of `regex`, in place of a value. */
const NOT_GIVEN = /=\s*(?:%[svq](?![\da-f])|[([])/gi;
const KEY_VAULT_REFERENCE = /^@Microsoft\.KeyVault\(.+\)$/i;
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\/[^\s"']+$/i;

/** Returns the form of a value, such as `a token of GitHub`; `undefined` where it has none of the forms. */
export function secretFormOf(value: string, isStrict: boolean = false): string | undefined {
  if (KEY_VAULT_REFERENCE.test(value)) return undefined;
  const text = withoutExpressions(value);
  const texts = [text, ...quotedIn(value)];
  const format = SECRET_FORMATS.find(
    ({ pattern, isCommon }) => !(isStrict && isCommon) && texts.some((each) => pattern.test(each)),
  );
  return (
    format?.name ?? (ADDRESS.test(text) && queryOf(text).some(isSecretParameter) ? 'a secret in an address' : undefined)
  );
}

/** The texts that are written in expressions, such as the first argument of `format`. */
function quotedIn(value: string): string[] {
  const expressions = value.match(EXPRESSION) ?? [];
  return expressions.flatMap((each) => [...each.matchAll(QUOTED)].map(([, text]) => text.replace(NOT_GIVEN, '=\0')));
}

/** A text with an unlikely character in place of each expression, which may be in another. */
export function withoutExpressions(value: string): string {
  let text = value;
  for (let before = ''; before !== text;) [before, text] = [text, text.replace(EXPRESSION, '\0')];
  return text;
}

function isSecretParameter({ name, value }: { readonly name: string; readonly value: string }): boolean {
  return isSecretName(name) && value.replace(/[\0{}]/g, '') !== '';
}

/** The last words of names that hold secrets. */
const WORDS = /^(?:password|passwd|passphrase|pass|pwd|secret|secrets|token|pat|sas|credential|credentials)$/;
/** Words that make a key a secret: other keys separate data, or are public. */
const KEYS =
  /^(?:access|account|admin|api|app|application|auth|authentication|aws|client|cookie|crypto|decryption|encryption|function|functions|hmac|host|jwt|license|machine|master|primary|private|query|secondary|secret|service|session|shared|signature|signing|storage|subscription|system|validation|webhook)$/;
const WRITTEN_TOGETHER =
  /(?:password|passwd|passphrase|secret|(?:access|account|api|auth|client|encryption|master|private|shared|signing|secret)keys?|(?:access|api|auth|bearer|client|id|refresh|session)token)$/;
/** Values of such settings that are not secrets: a switch, a kind of sign-in, or nothing. */
const NO_SECRET =
  /^(?:|true|false|yes|no|on|off|none|null|enabled|disabled|required|optional|default|managedidentity|workloadidentity|[01])$/i;

/** Reports whether a setting of a name holds a secret, because it has a value of its own in plain text. */
export function isSecretByName(name: string, value: string): boolean {
  if (KEY_VAULT_REFERENCE.test(value) || NO_SECRET.test(value.trim())) return false;
  if (withoutExpressions(value) !== value || ADDRESS.test(value)) return false;
  const words = wordsOf(name);
  const [last = '', before = ''] = words.reverse();
  return WORDS.test(last) || WRITTEN_TOGETHER.test(last) || (/^keys?$/.test(last) && KEYS.test(before));
}

/** `DB_PASSWORD_1`, `Db:Password` and `dbPassword1` have the same words. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/\d+$/, ''))
    .filter((word) => !/^(?:|value|text|plain|base|b|old|new|current)$/.test(word));
}
