import { Rule } from '../rule';

/** All rules, in the order in which reports list them. */
export const CATALOGUE: readonly Rule[] = [];
