import { mkdirSync, writeFileSync } from 'fs';
import { join, relative } from 'path';
import { App } from 'cdktf';
import { EXAMPLES } from './stacks';
import { connectivity } from 'cdktf-azure-secure-signalr';

/** Writes the connectivity report of an example, all its stacks in one, and tells where. */
export function report(name: string, folder: string): string {
  const addStacks = EXAMPLES[name];
  if (!addStacks) throw new Error(`no example ${name}; there are ${Object.keys(EXAMPLES).join(', ')}`);
  const outdir = join(folder, name);
  mkdirSync(outdir, { recursive: true });
  const app = new App({ outdir });
  addStacks(app);
  const told = connectivity.ConnectivityReport.of(app);
  const files: [string, string][] = [
    ['connectivity.json', told.toJson()],
    ['connectivity.md', told.toMarkdown()],
    ['connectivity.mmd', told.toMermaid()],
    ['connectivity.dot', told.toGraphviz()],
    ['connectivity.html', told.toHtml()],
  ];
  files.forEach(([file, text]) => writeFileSync(join(outdir, file), text));
  return files.map(([file]) => relative(process.cwd(), join(outdir, file))).join('\n');
}

if (require.main === module) {
  console.log(report(process.argv[2] ?? 'secure-signalr-app', join(__dirname, '..', 'cdktf.out')));
}
