import { existsSync } from 'fs';
import { join } from 'path';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { App, Aspects, Testing } from 'cdktf';
import { validateAlways } from '../../src/engine/synth-validation';
import { messageOf, newStack } from '../support/synth';

/** A stack whose only resource group an aspect renames, with a validation that reports its name. */
function newApp(skipValidation: boolean) {
  const app = new App({ outdir: Testing.app().outdir, skipValidation });
  const stack = newStack('Prod', undefined, app);
  const group = new ResourceGroup(stack, 'Group', { name: 'before', location: 'centralus' });
  Aspects.of(stack).add({ visit: (node) => node === group && (group.name = 'after') });
  const isWritten = () => existsSync(join(app.outdir, 'stacks', 'Prod', 'cdk.tf.json'));
  return { app, stack, group, isWritten };
}

describe.each([false, true])('a lasting validation, where the app has skipValidation: %s,', (skip) => {
  test('runs once, after the aspects of its stack', () => {
    const { app, stack, group } = newApp(skip);
    const seen: (string | undefined)[] = [];
    validateAlways(stack, () => [seen.push(group.nameInput)].slice(1).map(String));
    app.synth();
    expect(seen).toEqual(['after']);
  });

  test('makes synth fail with all that it reports, also where another one reports nothing', () => {
    const { app, stack } = newApp(skip);
    validateAlways(stack, () => ['first', 'second']);
    validateAlways(stack, () => []);
    expect(messageOf(() => app.synth())).toMatch(/first[^]*second/);
  });

  test('leaves the synthesizer at work that the stack had before', () => {
    const { app, stack, isWritten } = newApp(skip);
    const inner = stack.synthesizer;
    let calls = 0;
    stack.synthesizer = { synthesize: (session) => (calls++, inner.synthesize(session)) };
    validateAlways(stack, () => []);
    app.synth();
    expect([calls, isWritten()]).toEqual([1, true]);
  });
});
