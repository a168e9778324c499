import { Testing } from 'cdktf';
import { ChatStack } from './main';

test('the stack that is deployed', () => {
  const stack = new ChatStack(Testing.app(), 'quick-start');
  expect(Testing.synth(stack, true)).toMatchSnapshot();
});
