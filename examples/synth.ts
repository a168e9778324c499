import { readdirSync, readFileSync } from 'fs';
import { join, relative } from 'path';
import { judge, summarize } from './judge';
import { newExample, print } from './stacks';
import { connectivity } from 'cdktf-azure-secure-signalr';

/** Synthesizes an example below a folder, and tells what was produced and where, who reaches it, and what rules say. */
export function synthesize(name: string, folder: string): string {
  const app = newExample(name, folder);
  app.synth();
  const stacks = readdirSync(join(app.outdir, 'stacks')).map((stack) =>
    describeStack(stack, join(app.outdir, 'stacks', stack, 'cdk.tf.json')),
  );
  return [...stacks, '', connectivity.ConnectivityReport.of(app).toMarkdown(), summarize(judge(app))].join('\n');
}

function describeStack(stack: string, file: string): string {
  const json: { resource: Record<string, object>; output?: object } = JSON.parse(readFileSync(file, 'utf8'));
  const counts = Object.entries(json.resource).map(([type, byId]) => [type, Object.keys(byId).length] as const);
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const outputs = Object.keys(json.output ?? {}).filter((output) => !output.startsWith('cross-stack-output-'));
  return [
    `\n${stack}: ${total} resources, outputs ${outputs.join(', ') || 'none'}\n`,
    ...counts.map(([type, count]) => `${String(count).padStart(4)}  ${type}`),
    `\nTerraform JSON: ${relative(process.cwd(), file)}`,
  ].join('\n');
}

if (require.main === module) {
  print(() => synthesize(process.argv[2] ?? 'quick-start', join(__dirname, '..', 'cdktf.out')));
}
