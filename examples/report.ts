import { writeFileSync } from 'fs';
import { join, relative } from 'path';
import { judge } from './judge';
import { newExample, print } from './stacks';
import { connectivity, runbook } from 'cdktf-azure-secure-signalr';

/** Writes the connectivity report, the runbook and the compliance report of an example, all its stacks in one, and tells where. */
export function report(name: string, folder: string): string {
  const app = newExample(name, folder);
  const told = connectivity.ConnectivityReport.of(app);
  const judged = judge(app);
  const files: [string, string][] = [
    ['connectivity.json', told.toJson()],
    ['connectivity.md', told.toMarkdown()],
    ['connectivity.mmd', told.toMermaid()],
    ['connectivity.dot', told.toGraphviz()],
    ['connectivity.html', told.toHtml()],
    ['connectivity.svg', told.toSvg()],
    ['runbook.md', runbook.RunbookFile.textOf(app)],
    ['compliance.json', judged.toJson()],
    ['compliance.md', judged.toMarkdown()],
    ['compliance.html', judged.toHtml()],
    ['compliance.csv', judged.toCsv()],
    ['compliance.sarif', judged.toSarif()],
  ];
  files.forEach(([file, text]) => writeFileSync(join(app.outdir, file), text));
  return files.map(([file]) => relative(process.cwd(), join(app.outdir, file))).join('\n');
}

if (require.main === module) {
  print(() => report(process.argv[2] ?? 'quick-start', join(__dirname, '..', 'cdktf.out')));
}
