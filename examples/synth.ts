import { readdirSync, readFileSync } from 'fs';
import { join, relative } from 'path';
import { App } from 'cdktf';
import { EXAMPLES } from './stacks';

const name = process.argv[2] ?? 'secure-signalr-app';
const addStacks = EXAMPLES[name];
if (!addStacks) throw new Error(`no example ${name}; there are ${Object.keys(EXAMPLES).join(', ')}`);

const app = new App({ outdir: join(__dirname, '..', 'cdktf.out', name) });
addStacks(app);
app.synth();

readdirSync(join(app.outdir, 'stacks')).forEach((stack) => {
  const file = join(app.outdir, 'stacks', stack, 'cdk.tf.json');
  const json: { resource: Record<string, object>; output: object } = JSON.parse(readFileSync(file, 'utf8'));
  const counts = Object.entries(json.resource).map(([type, byId]) => [type, Object.keys(byId).length] as const);
  const total = counts.reduce((sum, [, count]) => sum + count, 0);

  console.log(`\n${stack}: ${total} resources, outputs ${Object.keys(json.output).join(', ')}\n`);
  counts.forEach(([type, count]) => console.log(`${String(count).padStart(4)}  ${type}`));
  console.log(`\nTerraform JSON: ${relative(process.cwd(), file)}`);
});
