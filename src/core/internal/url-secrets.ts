const SECRET_NAME = new RegExp(
  [
    '(^|[^a-z])(auth|bearer|code|jwt|pass|sas|sig|signature)$',
    '(authorization|credentials?|key|passphrase|passw(or)?d|pwd|secret|token)$',
  ].join('|'),
  'i',
);

/** A parameter in the query of an address. */
export interface QueryParameter {
  readonly name: string;
  readonly value: string;
}

/** The parameters of an address, behind its first question mark. */
export function queryOf(url: string): QueryParameter[] {
  const query = url.split('?').slice(1).join('?');
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name, ...value] = pair.split('=');
      return { name, value: value.join('=') };
    });
}

/** Reports whether a parameter is a secret, by its name. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}
