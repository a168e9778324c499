import { pauseStackTraces } from '../../src/engine/stack-traces';

/**
 * Ends what all tests begin with: cdktf does not note where its tokens are made, which is a seventh of the time of tests,
 * since jest maps each line of these notes to TypeScript. Errors that are thrown keep their stacks.
 */
export const takeStackTraces = pauseStackTraces();
