import { policyAssigned } from './policy-assigned';
import { Rule } from '../../rule';

/** Rules of governance. */
export const GOVERNANCE_RULES: readonly Rule[] = [policyAssigned];
