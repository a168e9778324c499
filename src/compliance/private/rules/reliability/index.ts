import { appHealthCheck } from './app-health-check';
import { planInstances } from './plan-instances';
import { signalrPremium } from './signalr-premium';
import { Rule } from '../../rule';

/** Rules on reliability, in the order of their ids. */
export const RELIABILITY_RULES: readonly Rule[] = [signalrPremium, planInstances, appHealthCheck];
