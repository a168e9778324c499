import { writeFileSync } from 'fs';
import { join, relative } from 'path';
import { newExample } from './stacks';
import { connectivity } from 'cdktf-azure-secure-signalr';

/** Writes the connectivity report of an example, all its stacks in one, and tells where. */
export function report(name: string, folder: string): string {
  const app = newExample(name, folder);
  const told = connectivity.ConnectivityReport.of(app);
  const files: [string, string][] = [
    ['connectivity.json', told.toJson()],
    ['connectivity.md', told.toMarkdown()],
    ['connectivity.mmd', told.toMermaid()],
    ['connectivity.dot', told.toGraphviz()],
    ['connectivity.html', told.toHtml()],
  ];
  files.forEach(([file, text]) => writeFileSync(join(app.outdir, file), text));
  return files.map(([file]) => relative(process.cwd(), join(app.outdir, file))).join('\n');
}

if (require.main === module) {
  console.log(report(process.argv[2] ?? 'quick-start', join(__dirname, '..', 'cdktf.out')));
}
