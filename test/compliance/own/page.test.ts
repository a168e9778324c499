import { blocksOf, read } from '../../support/markdown';

/** Code in one line, as it is written in an example or a page. */
const flat = (text: string) =>
  text
    .replace(/export /g, '')
    .replace(/\s+/g, ' ')
    .trim();

test('the rules of the page on rules of your own are those of the example, which have tests', () => {
  const example = flat(read('examples/governed/house-rules.ts').replace(/\/\*\*.*\*\//g, ''));
  const rules = blocksOf(read('docs/how-to/own-rules.md'), 'ts').filter((block) => block.includes('extends Compl'));
  expect(rules).toHaveLength(3);
  expect(rules.map(flat).filter((rule) => !example.includes(rule))).toEqual([]);
});
