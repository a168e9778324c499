import { Aspects, TerraformStack, Testing } from 'cdktf';
import { hasAspects, sharedInRun, shareInRun } from '../../src/engine/synth-run';
import { newStack } from '../support/synth';

/** What the validations of a stack share: `PLACE after PLACE BEFORE`. */
type Shared = string;

/** Stacks that share in the runs of their app, and what each run gave them. */
function newStacks(...ids: string[]) {
  const app = Testing.app();
  const seen: Shared[] = [];
  const stacks = ids.map((id) => newStack(id, undefined, app));
  stacks.forEach((stack) => share(stack, seen));
  return { app, stacks, seen };
}

function share(stack: TerraformStack, seen: Shared[]): void {
  shareInRun<Shared>(stack, ({ before, isLast }) => {
    const text = [before?.split(' ')[0] ?? 'nothing', isLast ? '(last)' : ''].join(' ').trim();
    return `${stack.node.id} after ${text}`;
  });
  stack.node.addValidation({ validate: () => [seen.push(sharedInRun<Shared>(stack)!)].slice(1).map(String) });
}

describe('a run of synth', () => {
  test('goes from one stack of the app to the next', () => {
    const { app, seen } = newStacks('A', 'B', 'C');
    app.synth();
    expect(seen).toEqual(['A after nothing', 'B after A', 'C after B (last)']);
  });

  test('begins anew with each synth of the app', () => {
    const { app, seen } = newStacks('A', 'B');
    app.synth();
    app.synth();
    expect(seen.slice(2)).toEqual(seen.slice(0, 2));
  });

  test('is another one for each stack that is synthesized alone', () => {
    const { app, stacks, seen } = newStacks('A', 'B');
    stacks.forEach((stack) => Testing.synth(stack, true));
    app.synth();
    Testing.synth(stacks[1], true);
    const alone = ['A after nothing', 'B after nothing (last)'];
    expect(seen).toEqual([...alone, 'A after nothing', 'B after A (last)', alone[1]]);
  });

  test('begins anew for a stack in a stack, which cdktf validates with the outer one and by itself', () => {
    const { app, stacks, seen } = newStacks('Outer');
    share(newStack('Inner', undefined, stacks[0]), seen);
    app.synth();
    expect(seen).toEqual(['Outer after nothing', 'Inner after nothing (last)', 'Inner after nothing (last)']);
  });

  test('ends when cdktf does, and no run is there before', async () => {
    const { app, stacks } = newStacks('A', 'B');
    expect(sharedInRun(stacks[0])).toBeUndefined();
    app.synth();
    expect(sharedInRun(stacks[0])).toBe('A after nothing');
    await Promise.resolve();
    expect(sharedInRun(stacks[0])).toBeUndefined();
  });

  test('may change a stack where any stack has aspects', () => {
    const { app, stacks } = newStacks('A', 'B');
    expect(hasAspects(stacks[0])).toBe(false);
    Aspects.of(stacks[1]).add({ visit: () => undefined });
    expect(hasAspects(stacks[0])).toBe(true);
    const changes: boolean[] = [];
    const third = newStack('C', undefined, app);
    shareInRun(third, (step) => changes.push(step.hasAspects));
    app.synth();
    expect(changes).toEqual([true]);
  });
});
