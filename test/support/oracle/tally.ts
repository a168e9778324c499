import { Recipe } from './arbitrary';
import { Comparison } from './compare';
import { verdictOf } from './walker';

interface Group {
  count: number;
  /** The shortest recipe that shows it. */
  example: string;
}

/** Counts what became of the questions, and groups disagreements by their cause. */
export class Tally {
  /** One comparison in a line. */
  public static line({ origin, type, oracle, library }: Comparison): string {
    const from = 'key' in origin ? origin.key : origin.kind;
    const [first] = oracle.results;
    const expected = verdictOf(oracle) ?? 'open';
    return `${type} from ${from}: ${expected} (${first.stage}: ${first.reason}), not ${library.verdict} (${library.code}: ${library.reason})`;
  }

  private readonly counts = new Map<string, number>();
  private readonly faults = new Map<string, Group>();
  private questions = 0;

  public add(comparison: Comparison, recipe: Recipe): void {
    const { oracle, library, agreement } = comparison;
    this.questions += 1;
    this.count(agreement);
    this.count(`library ${library.verdict}`);
    const verdict = verdictOf(oracle) ?? 'open';
    this.count(`oracle ${verdict}`);
    if (verdict === 'denied') this.count(`oracle denied by ${oracle.results[0].stage}`);
    if (agreement === 'same' || agreement === 'not deployable') return;
    const expected = verdictOf(oracle) ?? 'open';
    const stages = [...new Set(oracle.results.map(({ stage }) => stage))].join('/');
    const open = [...oracle.untold, ...oracle.subtle].join(', ');
    const key = `${agreement} | ${comparison.origin.kind} | oracle ${expected} [${stages}] {${open}} | library ${library.verdict} ${library.code}`;
    const example = `${Tally.line(comparison)}\n      ${JSON.stringify(recipe.changes)}\n      ${JSON.stringify(recipe.plan)}`;
    this.addTo(key, example);
  }

  /** Adds what a rule says against the proof. */
  public addContradiction(line: string, recipe: Recipe): void {
    this.count('rules against the proof');
    const example = `${line}\n      ${JSON.stringify(recipe.changes)}\n      ${JSON.stringify(recipe.plan)}`;
    this.addTo(`rule | ${line.replace(/ of \w+:/, ':')}`, example);
  }

  /** How many of each there were. */
  public summary(): string {
    const lines = [...this.counts].sort(([one], [other]) => one.localeCompare(other));
    return [`${this.questions} questions`, ...lines.map(([name, count]) => `  ${name}: ${count}`)].join('\n');
  }

  /** The disagreements, the most frequent first. */
  public groups(): string {
    const sorted = [...this.faults].sort(([, one], [, other]) => other.count - one.count);
    return sorted.map(([key, { count, example }]) => `${count} x ${key}\n    ${example}\n`).join('');
  }

  private addTo(key: string, example: string): void {
    const group = this.faults.get(key) ?? { count: 0, example };
    group.count += 1;
    if (example.length < group.example.length) group.example = example;
    this.faults.set(key, group);
  }

  private count(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }
}
