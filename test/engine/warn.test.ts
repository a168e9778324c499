import { Annotations } from 'cdktf';
import { warnOnce } from '../../src/engine/warn';
import { newStack, warnings } from '../support/synth';

test('a construct is warned of something once, also where cdktf was asked first', () => {
  const stack = newStack();
  Annotations.of(stack).addWarning('first');
  ['first', 'second', 'second'].forEach((message) => warnOnce(stack, message));
  expect(warnings(stack)).toEqual(['first', 'second']);
});

test('a note or an error with the same words is no warning', () => {
  const stack = newStack();
  Annotations.of(stack).addInfo('text');
  Annotations.of(stack).addError('text');
  warnOnce(stack, 'text');
  expect(warnings(stack)).toEqual(['text']);
});
