import { noSecretOutputs } from './no-secret-outputs';
import { remoteEncryptedState } from './remote-encrypted-state';
import { Rule } from '../../rule';

/** Rules of outputs and state. */
export const OUTPUT_RULES: readonly Rule[] = [noSecretOutputs, remoteEncryptedState];
