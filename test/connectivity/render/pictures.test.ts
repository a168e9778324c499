import * as fc from 'fast-check';
import { EXAMPLES } from '../../../examples/stacks';
import { ConnectivityData, ConnectivityReport } from '../../../src/connectivity';
import { pauseStackTraces } from '../../../src/engine/stack-traces';
import { connectivityData } from '../../support/connectivity-arbitrary';
import { FIXTURES } from '../../support/connectivity-fixtures';
import { readSvg } from '../../support/drawn-svg';
import { dataOfExample, pictureFaults, svgsOf } from '../../support/picture-faults';
import { choices } from '../../sweep/support/choices';
import { Estate } from '../../sweep/support/estate';

/** What a window of 1400 pixels has for a picture, between the edges of the page and the frame of the picture. */
const ROOM = 1334;

/** What narrow windows have; wider pictures are scaled down. */
const NARROW_ROOM = 420;

const OF_EXAMPLES = Object.keys(EXAMPLES).map((name) => [`example ${name}`, dataOfExample(name)] as const);

const widths = (data: ConnectivityData) => svgsOf(data).map((svg) => readSvg(svg).picture.right);
const tooWide = (data: ConnectivityData) =>
  widths(data).filter((width, index) => width > (index % 2 === 0 ? ROOM : NARROW_ROOM));

describe.each([...Object.entries(FIXTURES), ...OF_EXAMPLES])('the pictures of: %s', (_, data) => {
  test('keep boxes, labels and lines apart', () => expect(pictureFaults(data)).toEqual([]));
  test('fit into their windows', () => expect(tooWide(data)).toEqual([]));
  test('are the same for the same data', () => expect(svgsOf(structuredClone(data))).toEqual(svgsOf(data)));
});

test('the pictures of 50 random estates keep boxes, labels and lines apart, and fit', () => {
  const resume = pauseStackTraces();
  const seen: number[] = [];
  for (const choose of fc.sample(choices, { numRuns: 120, seed: 1400 })) {
    if (seen.length === 50) break;
    const estate = new Estate(choose, 4);
    try {
      estate.define();
    } catch {
      // An estate that is refused has no report.
      continue;
    }
    const { data } = ConnectivityReport.of(estate.app);
    if (data.paths.length === 0) continue;
    expect([...pictureFaults(data), ...tooWide(data)]).toEqual([]);
    seen.push(data.paths.length);
  }
  resume();
  expect(seen).toHaveLength(50);
}, 240_000);

test('the pictures of any data keep boxes, labels and lines apart', () =>
  fc.assert(
    fc.property(connectivityData, (data) => expect(pictureFaults(data)).toEqual([])),
    { numRuns: 60 },
  ));

test('thirty subnets of apps stay within the window, in their own rows', () => {
  const numbers = Array.from({ length: 30 }, (_, index) => index);
  const [first] = FIXTURES['main example'].networks;
  const { paths, services, origins } = FIXTURES['main example'];
  const [, apps] = origins;
  const data: ConnectivityData = {
    networks: [
      first,
      ...numbers.map((each) => ({
        id: `Net${each}`,
        name: `vnet-${each}`,
        peers: [first.id],
        subnets: [
          { id: `Apps${each}`, name: `snet-${each}`, addressPrefixes: [], hosts: [`App${each}`], privateEndpoints: [] },
        ],
      })),
    ],
    services,
    origins: [
      ...origins,
      ...numbers.map((each) => ({ ...apps, id: `Apps${each}`, network: `Net${each}`, hosts: [`App${each}`] })),
    ],
    paths: [
      ...paths,
      ...numbers.flatMap((each) =>
        paths.filter(({ origin }) => origin === apps.id).map((path) => ({ ...path, origin: `Apps${each}` })),
      ),
    ],
  };
  expect(pictureFaults(data)).toEqual([]);
  expect(tooWide(data)).toEqual([]);
  const [wide] = svgsOf(data);
  expect(readSvg(wide).plates).toHaveLength(33);
  expect(wide.length).toBeLessThan(150_000);
});
