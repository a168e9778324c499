import { join } from 'path';
import { bigPlan, PLAN } from './big-plan';
import { wallTime } from './processes';
import { CheckResult } from './results';
import { median, ratio, rounds } from './statistics';

const ROOT = join(__dirname, '..', '..', '..', '..');
const COMMAND = join(ROOT, 'bin', 'secure-signalr');
const EMPTY = join(__dirname, 'nothing.js');
const [FEW, MANY] = [1_000, 10_000];

/** How long the command takes, as whoever runs it waits for it. */
export function checkResult(): CheckResult {
  const [few, many] = [FEW, MANY].map((resources) => bigPlan(ROOT, resources));
  const time = (file: string) => wallTime(COMMAND, ['check', file, '--fail-on', 'never']);
  const times = rounds(9, {
    nothing: () => wallTime(EMPTY),
    example: () => time(join(ROOT, PLAN)),
    few: () => time(few),
    many: () => time(many),
  });
  const work = (values: readonly number[], size: number) =>
    values.map((value, round) => (value - times.example[round]) / size);
  return {
    nothing: median(times.nothing),
    example: median(times.example),
    few: median(times.few),
    many: median(times.many),
    perResource: ratio(work(times.many, MANY), work(times.few, FEW)),
  };
}
