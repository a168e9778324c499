import { appPullsImage } from './app-pulls-image';
import { registryClosed } from './registry-closed';
import { Rule } from '../../rule';

/** Rules on container registries and the images that apps pull from them, in the order of their ids. */
export const REGISTRY_RULES: readonly Rule[] = [registryClosed, appPullsImage];
