import { Block } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { Rule } from '../../rule';

/** Backends that leave the state where Terraform runs. */
const UNPROTECTED = ['local', 'inmem'];

/** Those of services that encrypt what they keep. */
const ENCRYPTED = ['azurerm', 's3', 'gcs', 'remote', 'cloud', 'cos', 'oss', 'oci'];

/** Credentials of Terraform's backends. */
const CREDENTIALS = [
  'access_key',
  'sas_token',
  'client_secret',
  'client_certificate_password',
  'oidc_token',
  'secret_key',
  'security_token',
  'secret_id',
  'token',
  'access_token',
  'password',
  'credentials',
  'encryption_key',
  'client_private_key_pem',
  'sse_customer_key',
];

/** The state is kept where access to it is controlled. */
export const remoteEncryptedState: Rule = {
  id: 'OUT2',
  name: 'RemoteEncryptedState',
  severity: Severity.WARNING,
  types: ['backend'],
  controls: { benchmark: ['IM-8'] },
  summary:
    'The stack keeps its Terraform state in a remote backend, which encrypts the state and controls who reads it.',
  explanation:
    'azurerm writes the access keys of a service into the state even where they are turned off. A local state file is in plain text, which everyone with access to the disk or the repository can read.',
  link: 'https://developer.hashicorp.com/terraform/language/state/sensitive-data',
  fix: 'Give the stack a remote backend, such as new AzurermBackend(this, { useAzureadAuth: true, ... }), and its credentials in the environment.',
  evaluate: (stack) => {
    const judgement = new Judgement();
    const local = stack.names.find((name) => UNPROTECTED.includes(name));
    if (local) {
      judgement.violates({ message: `the ${local} backend stores the state in plain text` });
    }
    for (const name of stack.names.filter((each) => each !== local)) {
      const [block] = stack.blocks(name) ?? [];
      if (block) judgeSecrets(judgement, name, block);
      const address = block?.at('address').text ?? '';
      if (/^http:/i.test(address)) {
        judgement.violates({ id: 'Http', message: `the ${name} backend sends the state over http` });
      } else if (!ENCRYPTED.includes(name)) {
        judgement.cannotTell(`whether the ${name} backend encrypts the state is not known`);
      }
    }
    return judgement.verdict(`the ${stack.names.join(', ')} backend stores the state`);
  },
};

/** Terraform also takes them from the environment, which keeps them out of the code. */
function judgeSecrets(judgement: Judgement, backend: string, block: Block): void {
  const given = CREDENTIALS.filter((name) => block.at(name).knownText);
  if (/\bpassword=|:\/\/[^/\s:@]+:[^/\s@]+@/i.test(block.at('conn_str').text)) given.push('conn_str');
  given.forEach((name) =>
    judgement.violates({
      id: `Secret::${name}`,
      message: `${name} of the ${backend} backend is written into the configuration as text`,
      severity: Severity.ERROR,
    }),
  );
}
