import { secretFormOf } from '../../core/internal/secret-formats';
import { isSecretName, queryOf, QueryParameter } from '../../core/internal/url-secrets';
import { Problem } from '../../core/internal/violations';

const UNKNOWN = '...';
const TOKEN = /\$\{TfToken\[[^\]]*\]\}/g;
const ADDRESS = /^(https:\/\/[^\s#/?@:]+(:\d{1,5})?([/?][^\s#]*)?|\.\.\.[^\s#]*)$/;
const PARAMETERS = ['{hub}', '{category}', '{event}'];
const MAX_PORT = 65535;

/**
 * The address as messages may show it: what only Terraform knows, and what may be secret, is left out.
 *
 * Passwords are sought behind what would end an address as well, because they may be written with any character.
 */
export function shownUrl(template: string): string {
  const url = readable(template);
  // Another scheme may be the name of a user whose password begins with slashes.
  const scheme = /^https?:\/\//i.exec(url)?.[0] ?? '';
  const [place] = url.slice(scheme.length).split(/[?#]/);
  const query = url.slice(scheme.length + place.length);
  if (place.includes(':') && query.includes('@')) return `${scheme}...`;
  return `${scheme}${place.replace(/^.*@/s, '...@')}${query.replace(/(?<=^.).+$/s, '...')}`;
}

/**
 * Problems with the address of an upstream, as far as it is not left to Terraform.
 *
 * @param secretParameters names of the query parameters that are added from Key Vaults
 */
export function upstreamUrlProblems(template: string, secretParameters: readonly string[]): Problem[] {
  const url = readable(template);
  const shown = shownUrl(template);
  const given = queryOf(url);
  const problems: Problem[] = [];
  if (!ADDRESS.test(url)) {
    const message = `"${shown}" is not the address of an upstream; use an https address without user, white space and fragment, such as https://example.com/{hub}/api/{category}/{event}`;
    problems.push({ code: 'signalr/upstream-url', message });
  }
  const port = /^https:\/\/[^/?#]*:(\d+)(?=[/?#]|$)/.exec(url)?.[1];
  if (port !== undefined && (Number(port) < 1 || Number(port) > MAX_PORT)) {
    const message = `"${shown}" has the port ${port}; use one from 1 to ${MAX_PORT}, or leave the port out for 443`;
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
  const message = `the query parameter "${name}" of "${shown}" holds a secret that all readers of the service see; keep the secret in a Key Vault and use withSecret("${name}", secret)`;
  return { code: 'signalr/upstream-secret', message };
}

function isLiteralSecret({ name, value }: QueryParameter): boolean {
  const given = value.replace(/\{[^{}]*\}/g, '');
  return given !== '' && (isSecretName(name) || secretFormOf(given) !== undefined);
}

function readable(template: string): string {
  return template.replace(TOKEN, UNKNOWN);
}
