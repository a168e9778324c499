import { policyAssigned } from './policy-assigned';
import { waiverExpires } from './waiver-expires';
import { Rule } from '../../rule';

/** Rules of governance. */
export const GOVERNANCE_RULES: readonly Rule[] = [policyAssigned, waiverExpires];
