import { Results } from '../../bench/measure/results';
import { median, ratio, rounds } from '../../bench/measure/statistics';
import { toMarkdown } from '../../bench/render/markdown';
import { toSvg } from '../../bench/render/plot';
import { withPart } from '../../bench/write';

const scale = { rounds: 5, libraryMemory: 100.4, twinMemory: 90 };
const RESULTS: Results = {
  command: 'npm run bench',
  machine: { processor: 'Some processor', cores: 2, memory: '8 GiB', node: 'v20.0.0' },
  targets: [
    { name: 'met', value: 1.1, limit: 1.1 },
    { name: 'missed', value: 1.101, limit: 1.1 },
    { name: 'endless', value: null, limit: 1 },
  ],
  load: { cdktf: 110.4 },
  cold: { library: 300, twin: 290, unchecked: 295, ratio: 1.03 },
  scale: [
    { ...scale, apps: 1, library: 100, twin: 90, ratio: 1.11 },
    { ...scale, apps: 1000, library: null, twin: 20_000, ratio: null },
  ],
  variants: { 'the library': 2000 },
  check: { nothing: 40, example: 150, few: 300, many: 1900, perResource: 1 },
  chains: [{ example: 'chat', seconds: 260, lowerBound: 260, ratio: 1, chain: ['resource_group'], unforced: [] }],
};

describe('statistics', () => {
  test.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[5], 5],
  ])('the median of %j is %d', (values, expected) => expect(median(values)).toBe(expected));

  test('ratios are taken round by round, so that a slow round does not count', () => {
    expect(ratio([2, 20, 2], [1, 10, 4])).toBe(2);
  });

  test('rounds measure all things in turn, every other round backwards', () => {
    const calls: string[] = [];
    const thing = (name: string) => () => calls.push(name);
    expect(rounds(2, { a: thing('a'), b: thing('b') })).toEqual({ a: [1, 4], b: [2, 3] });
    expect(calls).toEqual(['a', 'b', 'b', 'a']);
  });
});

describe('results', () => {
  const markdown = toMarkdown(RESULTS);

  test('are tables that show each ratio beside its goal', () => {
    expect(markdown).toContain('with Node.js v20.0.0 on 2 cores (Some processor), 8 GiB of memory');
    expect(markdown).toContain('| met | 1.10 | 1.10 |');
    expect(markdown).toContain('| missed | 1.10 | 1.10 |');
    expect(markdown).toContain('| endless | not finished in time | 1.00 |');
    expect(markdown).toContain('| 1 | 5 | 100 | 100.0 | 90 | 1.11 | 100 | 90 |');
    expect(markdown).toContain('| of a plan with 10,000 resources | 1,900 |');
    expect(markdown).toContain('| chat | 260 | 260 | 1.00 | none | resource_group |');
  });

  test('are drawn, without what did not finish', () => {
    const svg = toSvg(RESULTS);
    expect(svg.match(/<circle/g)).toHaveLength(3);
    expect(svg).toContain('>1,000</text>');
    expect(svg).not.toContain('NaN');
  });

  test('take the place of those before in a document', () => {
    const begin = '<!-- results: written by npm run bench -- --write -->';
    const document = `before\n${begin}\nold\n<!-- end of results -->\nafter`;
    const written = `before\n${begin}\n\nnew\n\n<!-- end of results -->\nafter`;
    expect(withPart(document, 'results', 'new')).toBe(written);
    expect(withPart(written, 'results', 'new')).toBe(written);
    expect(() => withPart(document, 'other', 'new')).toThrow('no part other in the document');
  });
});
