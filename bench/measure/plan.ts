import { cpus, totalmem } from 'os';
import { join } from 'path';
import { checkResult } from './check';
import { Job, Sample } from './child';
import { loadTime, sample, wallTime } from './processes';
import { ChainResult, CheckResult, Figure, Results, ScaleResult, Target } from './results';
import { median, ratio, rounds } from './statistics';
import { EXAMPLES } from '../../examples/stacks';
import { graphOf } from '../ordering/graph';
import { compareChains } from '../ordering/longest-chain';
import { shortName } from '../ordering/rules';
import { synthesized } from '../ordering/synthesized';

const EXAMPLE = join(__dirname, '..', '..', 'examples', 'quick-start', 'main.js');
const TWIN = join(__dirname, '..', 'plain-twin.js');
const UNCHECKED = join(__dirname, '..', 'unchecked.js');

/** How often each number of apps is measured; what takes longer is steadier, too. */
const ROUNDS: readonly (readonly [apps: number, rounds: number])[] = [
  [1, 7],
  [10, 7],
  [100, 9],
  [1000, 3],
];

function roundsOf(wanted: number): number {
  return ROUNDS.find(([apps]) => apps === wanted)![1];
}

type Samples = (Sample | undefined)[];

/** Measures everything; takes some minutes. */
export function measure(command: string): Results {
  const load = loading();
  const cold = coldSynth();
  const scale = ROUNDS.filter(([apps]) => apps !== 100).map(([apps, count]) =>
    scaleResult(apps, rounds(count, { library: job('library', apps), twin: job('twin', apps) })),
  );
  const hundred = variantsOfHundred();
  scale.splice(2, 0, scaleResult(100, hundred));
  const chains = chainResults();
  const check = checkResult();
  return {
    command,
    machine: machine(),
    targets: targets(cold.ratio, scale, hundred, chains, check),
    load,
    cold,
    scale,
    variants: variants(hundred),
    check,
    chains,
  };
}

function loading() {
  const values = rounds(9, {
    cdktf: () => loadTime('cdktf'),
    'the library': () => loadTime('cdktf-azure-secure-signalr'),
    'cdktf and the library, once a name of it is read': () =>
      loadTime('cdktf-azure-secure-signalr', 'SecureSignalRApp'),
    'the main example, with the library': () => loadTime(EXAMPLE),
    'the twin, with its provider classes': () => loadTime(TWIN),
  });
  return Object.fromEntries(Object.entries(values).map(([name, times]) => [name, median(times)]));
}

function coldSynth() {
  const { library, twin, unchecked } = rounds(15, {
    library: () => wallTime(EXAMPLE),
    twin: () => wallTime(TWIN),
    unchecked: () => wallTime(UNCHECKED),
  });
  return {
    library: median(library),
    twin: median(twin),
    unchecked: median(unchecked),
    ratio: ratio(library, twin),
  };
}

function variantsOfHundred() {
  return rounds(roundsOf(100), {
    library: job('library', 100),
    twin: job('twin', 100),
    withoutChecks: job('library', 100, { checks: false }),
    withReport: job('library', 100, { report: true }),
  });
}

/** A job that is not tried again once it did not finish in time. */
function job(build: Job['build'], apps: number, options: Partial<Job> = {}): () => Sample | undefined {
  let hopeless = false;
  return () => {
    const result = hopeless ? undefined : sample({ build, apps, ...options });
    hopeless = !result;
    return result;
  };
}

function scaleResult(apps: number, { library, twin }: { library: Samples; twin: Samples }): ScaleResult {
  return {
    apps,
    rounds: library.length,
    library: middle(library, ({ synth }) => synth),
    twin: middle(twin, ({ synth }) => synth),
    ratio: synthRatio(library, twin),
    libraryMemory: middle(library, ({ memory }) => memory),
    twinMemory: middle(twin, ({ memory }) => memory),
  };
}

function variants(hundred: ReturnType<typeof variantsOfHundred>): Record<string, Figure> {
  return {
    'the library': middle(hundred.library, ({ synth }) => synth),
    'the twin': middle(hundred.twin, ({ synth }) => synth),
    'the library without security baseline and check of connectivity': middle(
      hundred.withoutChecks,
      ({ synth }) => synth,
    ),
    'one connectivity report of all 100, after synth': middle(hundred.withReport, ({ report }) => report),
  };
}

function targets(
  cold: number,
  scale: readonly ScaleResult[],
  hundred: ReturnType<typeof variantsOfHundred>,
  chains: readonly ChainResult[],
  check: CheckResult,
): Target[] {
  const perApp = (wanted: number) => {
    const { apps, library } = scale.find((each) => each.apps === wanted)!;
    return library === null ? null : library / apps;
  };
  const [few, many] = [perApp(10), perApp(1000)];
  return [
    { name: 'process that synthesizes the main example, to the twin', value: cold, limit: 1.15 },
    { name: 'synth of 100 apps, to the twin', value: synthRatio(hundred.library, hundred.twin), limit: 1.1 },
    {
      name: 'time per app with 1,000 apps, to that with 10',
      value: few === null || many === null ? null : many / few,
      limit: 1.1,
    },
    {
      name: '100 apps with security baseline and check of connectivity, to without',
      value: synthRatio(hundred.library, hundred.withoutChecks),
      limit: 1.25,
    },
    {
      name: 'longest chain to its lower bound, in the worst example',
      value: Math.max(...chains.map((chain) => chain.ratio)),
      limit: 1,
    },
    { name: 'seconds of a check of 10,000 resources', value: check.many / 1000, limit: 2 },
    { name: 'seconds of a check of the main example', value: check.example / 1000, limit: 0.25 },
    { name: 'time per resource of a check of 10,000, to that of 1,000', value: check.perResource, limit: 1.1 },
  ];
}

/** The longest chain of each example. */
export function chainResults(): ChainResult[] {
  return Object.keys(EXAMPLES).map((example) => {
    const { chain, lowerBound, unforced } = compareChains(graphOf(synthesized(example)));
    return {
      example,
      seconds: chain.seconds,
      lowerBound: lowerBound.seconds,
      ratio: chain.seconds / lowerBound.seconds,
      chain: chain.steps.map(({ type }) => shortName(type)),
      unforced: unforced.map(({ from, to, via }) => `${from.address} > ${to.address} (${via})`),
    };
  });
}

function middle(samples: Samples, figure: (of: Sample) => number): Figure {
  return isComplete(samples) ? median(samples.map(figure)) : null;
}

function synthRatio(samples: Samples, to: Samples): Figure {
  if (!isComplete(samples) || !isComplete(to)) return null;
  const times = (of: Sample[]) => of.map(({ synth }) => synth);
  return ratio(times(samples), times(to));
}

function isComplete(samples: Samples): samples is Sample[] {
  return samples.every((each) => each !== undefined);
}

function machine(): Results['machine'] {
  const processors = cpus();
  return {
    processor: processors[0].model,
    cores: processors.length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    node: process.version,
  };
}
