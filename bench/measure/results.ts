/** A time or a ratio; `null` where a process did not finish in time. */
export type Figure = number | null;

/** Medians of one number of apps. */
export interface ScaleResult {
  readonly apps: number;
  readonly rounds: number;
  /** Milliseconds. */
  readonly library: Figure;
  readonly twin: Figure;
  readonly ratio: Figure;
  /** Peak of the process in mebibytes. */
  readonly libraryMemory: Figure;
  readonly twinMemory: Figure;
}

/** The longest chain of an example, in seconds. */
export interface ChainResult {
  readonly example: string;
  readonly seconds: number;
  readonly lowerBound: number;
  readonly ratio: number;
  /** The types along it. */
  readonly chain: readonly string[];
  /** Edges of the example that no rule forces. */
  readonly unforced: readonly string[];
}

/** How long the command takes that checks plans; medians in milliseconds. */
export interface CheckResult {
  /** A process of Node.js that does nothing. */
  readonly nothing: number;
  /** The plan of the main example. */
  readonly example: number;
  /** A plan of 1,000 resources. */
  readonly few: number;
  /** A plan of 10,000 resources. */
  readonly many: number;
  /** Time per resource of the larger plan to that of the smaller one, without the start of the process. */
  readonly perResource: number;
}

/** A value that must not be exceeded. */
export interface Target {
  readonly name: string;
  readonly value: Figure;
  readonly limit: number;
}

/** Everything that one run has measured. */
export interface Results {
  readonly command: string;
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    readonly memory: string;
    readonly node: string;
  };
  readonly targets: readonly Target[];
  /** Milliseconds to load a module in a new process. */
  readonly load: Readonly<Record<string, number>>;
  /** Milliseconds of a whole process that synthesizes the main example. */
  readonly cold: {
    readonly library: number;
    readonly twin: number;
    /** The library without security baseline and check of connectivity. */
    readonly unchecked: number;
    /** That of the library to the twin. */
    readonly ratio: number;
  };
  readonly scale: readonly ScaleResult[];
  /** Variants with 100 apps, in milliseconds. */
  readonly variants: Readonly<Record<string, Figure>>;
  readonly check: CheckResult;
  readonly chains: readonly ChainResult[];
}
