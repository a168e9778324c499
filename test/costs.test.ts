import { synthesized } from './support/examples';
import { read } from './support/markdown';
import { EXAMPLES } from '../examples/stacks';

test('the page on costs names every type of resource in the examples', () => {
  const stacks = Object.keys(EXAMPLES).flatMap((name) => Object.values(synthesized(name)));
  const types = new Set(stacks.flatMap(({ resource }) => Object.keys(resource ?? {})));
  expect(types.size).toBeGreaterThan(40);
  const page = read('docs/costs.md');
  expect([...types].filter((type) => !page.includes(`\`${type}\``))).toEqual([]);
});
