import { readFileSync } from 'fs';
import { join, relative } from 'path';
import { App } from 'cdktf';
import { STACKS } from './stacks';

const name = process.argv[2] ?? 'secure-signalr-app';
const Stack = STACKS[name as keyof typeof STACKS];
if (!Stack) throw new Error(`no example ${name}; there are ${Object.keys(STACKS).join(', ')}`);

const app = new App({ outdir: join(__dirname, '..', 'cdktf.out') });
new Stack(app, name);
app.synth();

const file = join(app.outdir, 'stacks', name, 'cdk.tf.json');
const json: { resource: Record<string, object>; output: object } = JSON.parse(readFileSync(file, 'utf8'));
const counts = Object.entries(json.resource).map(([type, byId]) => [type, Object.keys(byId).length] as const);
const total = counts.reduce((sum, [, count]) => sum + count, 0);

console.log(`\n${name}: ${total} resources, outputs ${Object.keys(json.output).join(', ')}\n`);
counts.forEach(([type, count]) => console.log(`${String(count).padStart(4)}  ${type}`));
console.log(`\nTerraform JSON: ${relative(process.cwd(), file)}`);
