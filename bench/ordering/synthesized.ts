import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App } from 'cdktf';
import { Edge, graphOf } from './graph';
import { EXAMPLES } from '../../examples/stacks';
import { StackJson } from '../canonical';

/** The stacks of an example as `cdktf synth` writes them, by name. */
export function synthesized(example: string): Record<string, StackJson> {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  const app = new App({ outdir });
  EXAMPLES[example](app);
  app.synth();
  const stacks = readdirSync(join(outdir, 'stacks'));
  const read = (stack: string) => JSON.parse(readFileSync(join(outdir, 'stacks', stack, 'cdk.tf.json'), 'utf8'));
  const json = Object.fromEntries(stacks.map((stack) => [stack, read(stack)]));
  rmSync(outdir, { recursive: true });
  return json;
}

/** The edges of all examples. */
export function edgesOfExamples(): Edge[] {
  return Object.keys(EXAMPLES).flatMap((example) => graphOf(synthesized(example)).edges);
}
