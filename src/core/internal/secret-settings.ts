import type { Problem } from './problem';
import { isSecretByName, secretFormOf } from './secret-formats';
import { settingKey } from './setting-keys';
import { holdsToken } from './tokens';

const CODE = 'appservice/secret-setting';
const ADVICE =
  "sign in with the app's identity, refer to a Key Vault secret with secretSettings, or say in notSecret why it is no secret";

/** A setting that has a secret in plain text. The value itself is never repeated. */
export function plainSecretProblems(name: string, value: string, called: string = `app setting ${name}`): Problem[] {
  const form = secretFormOf(value);
  if (form !== undefined) return [secretProblem(`the value of ${called} looks like ${form}`)];
  if (!isSecretByName(name, value)) return [];
  return [secretProblem(`${called} is named like a secret, and its value is plain text`)];
}

/** Reports that a setting shows a secret. */
export function secretProblem(what: string): Problem {
  return { code: CODE, message: `${what}; ${ADVICE}` };
}

/** Reports whether the user says why a setting is no secret, by any spelling of its name. */
export function isExcepted(name: string, notSecret: Readonly<Record<string, string>>): boolean {
  return Object.keys(notSecret).some((each) => settingKey(each) === settingKey(name));
}

/** Reasons too short to be any. */
export function exceptionProblems(notSecret: Readonly<Record<string, string>> = {}): Problem[] {
  return Object.entries(notSecret)
    .filter(([, reason]) => !holdsToken(reason) && reason.trim().length < 10)
    .map(([name, reason]) => {
      const message = `the reason why ${name} is no secret is "${reason}"; write at least 10 characters`;
      return { code: 'appservice/not-secret-reason', message };
    });
}
