const { default: Sequencer } = require('@jest/test-sequencer');

/** Files that take longest, by the start of their paths below `test`. */
const SLOW = [
  'sweep/',
  'oracle/',
  'check/fuzz',
  'compliance/unknown-values',
  'package/languages',
  'loading',
  'core/questions',
  'connectivity/dns/random-topologies',
  'connectivity/properties',
  'package/consumer',
  'documents',
];

/**
 * Slow files first, so that no core waits for another in the end. jest knows the times of the last run; in a new clone it
 * goes by the sizes of files, and those with random cases are small.
 */
module.exports = class extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => SLOW.findIndex((start) => path.includes(`/test/${start}`)) >>> 0;
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
};
