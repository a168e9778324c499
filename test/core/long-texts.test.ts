import { holdsToken } from '../../src/core/internal/tokens';
import { withLocals } from '../../src/placement/private/locals';
import { everybodyIn, holdAllOf } from '../../src/topology/network/internet';
import { newStack } from '../support/synth';

const long = (part: string) => part.repeat(100_000 / part.length);

test.each([
  ['numbers of cdktf', () => holdsToken(long('1')), false],
  ['locals', () => withLocals(`local.x ${long('x')}`, newStack()).length, 100_008],
  ['ranges of IPv6', () => everybodyIn([long('::')]), undefined],
  ['ranges that hold another', () => holdAllOf([long('::')], 'internet'), false],
])('Reading %s in a long text takes no time', (_, read, expected) => {
  const before = process.cpuUsage().user;
  expect(read()).toBe(expected);
  expect(process.cpuUsage().user - before).toBeLessThan(5_000_000);
});
