import { Problem } from '../../core/private/violations';

const UNKNOWN = '...';
const TOKEN = /\$\{TfToken\[[^\]]*\]\}/g;
const ADDRESS = /^(https:\/\/[^\s#/?@:]+(:\d{1,5})?([/?][^\s#]*)?|\.\.\.[^\s#]*)$/;
const PARAMETERS = ['{hub}', '{category}', '{event}'];
const SECRET_NAME = /(^|[^a-z])(code|sig|signature|pass|pwd|sas)$|(key|token|password|secret)$/i;

/** The address as messages may show it: what only Terraform knows, and what may be secret, is left out. */
export function shownUrl(template: string): string {
  return readable(template)
    .replace(/([?#]).*$/s, '$1...')
    .replace(/\/\/[^/]*@/, '//...@');
}

/**
 * What is wrong with the address of an upstream, as far as it is not left to Terraform.
 *
 * @param secretParameters names of the query parameters that are added from Key Vaults
 */
export function upstreamUrlProblems(template: string, secretParameters: readonly string[]): Problem[] {
  const url = readable(template);
  const shown = shownUrl(template);
  const given = queryOf(url);
  const problems: Problem[] = [];
  if (!ADDRESS.test(url)) {
    const message = `"${shown}" is not the address of an upstream; use an https address without user, white space and fragment, as https://example.com/{hub}/api/{category}/{event}`;
    problems.push({ code: 'signalr/upstream-url', message });
  }
  // A "$" or "%" before the brace would begin a Terraform expression.
  if ((url.match(/[$%]?\{[^}]*\}?/g) ?? []).some((parameter) => !PARAMETERS.includes(parameter))) {
    const message = `"${shown}" has a parameter that Azure does not know; use {hub}, {category} and {event}, and withSecret(...) for a secret of a Key Vault`;
    problems.push({ code: 'signalr/upstream-url', message });
  }
  const names = [...given.map(({ name }) => name), ...secretParameters];
  const bad = secretParameters.find(
    (name) => !/^[\w.~-]+$/.test(name) || names.indexOf(name) !== names.lastIndexOf(name),
  );
  if (bad !== undefined) {
    const message = `"${bad}" cannot be added to "${shown}"; use the name of a query parameter that the address does not have yet`;
    problems.push({ code: 'signalr/upstream-url', message });
  }
  return [...problems, ...given.filter(isLiteralSecret).map(({ name }) => secretProblem(name, shown))];
}

function secretProblem(name: string, shown: string): Problem {
  const message = `the query parameter "${name}" of "${shown}" holds a secret that all readers of the service see; keep it in a Key Vault and give it as withSecret("${name}", secret)`;
  return { code: 'signalr/upstream-secret', message };
}

function isLiteralSecret({ name, value }: { readonly name: string; readonly value: string }): boolean {
  return SECRET_NAME.test(name) && value.replace(/\{[^}]*\}/g, '') !== '';
}

function queryOf(url: string): { readonly name: string; readonly value: string }[] {
  const query = url.split('?').slice(1).join('?');
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name, ...value] = pair.split('=');
      return { name, value: value.join('=') };
    });
}

function readable(template: string): string {
  return template.replace(TOKEN, UNKNOWN);
}
