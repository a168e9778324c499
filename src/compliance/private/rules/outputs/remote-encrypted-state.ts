import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

/** Backends that leave the state where Terraform runs. */
const UNPROTECTED = ['local', 'inmem'];

/** The state is kept where access to it is controlled. */
export const remoteEncryptedState: Rule = {
  id: 'OUT2',
  name: 'RemoteEncryptedState',
  severity: Severity.WARNING,
  types: ['backend'],
  controls: { benchmark: ['IM-8'] },
  summary: 'The stack keeps its Terraform state in a remote backend, which encrypts it and controls who reads it.',
  explanation:
    'azurerm writes the access keys of a service into the state even where they are turned off. A local state file is in clear text, for everybody who reads the disk or the repository.',
  link: 'https://developer.hashicorp.com/terraform/language/state/sensitive-data',
  fix: 'Give the stack a remote backend, such as new AzurermBackend(this, { useAzureadAuth: true, ... }).',
  evaluate: (stack) => {
    const local = stack.names.find((name) => UNPROTECTED.includes(name));
    if (!local) return RuleVerdict.compliant(`the state is kept by the ${stack.names.join(', ')} backend`);
    return RuleVerdict.violated({ message: `the state is kept by the ${local} backend, in clear text` });
  },
};
