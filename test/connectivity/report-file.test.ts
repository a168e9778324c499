import { mkdtempSync, readdirSync, readFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App } from 'cdktf';
import { ConnectivityFormat, ConnectivityReport, ConnectivityReportFile } from '../../src/connectivity';
import { newApp } from '../support/app';
import { messageOf, newStack } from '../support/synth';

function newChatIn(outdir: string) {
  const app = new App({ outdir });
  return { app, ...newApp({}, newStack('Prod', undefined, app)) };
}

describe('ConnectivityReportFile', () => {
  test('writes all forms beside the synthesized stack', () => {
    const { app, stack } = newChatIn(mkdtempSync(join(tmpdir(), 'report-')));
    const { paths } = new ConnectivityReportFile(stack, 'Report');
    app.synth();
    const folder = join(app.outdir, 'stacks', 'Prod');
    expect(readdirSync(folder).sort()).toEqual([
      'cdk.tf.json',
      'connectivity.dot',
      'connectivity.html',
      'connectivity.json',
      'connectivity.md',
      'connectivity.mmd',
      'connectivity.svg',
    ]);
    expect(paths[0]).toBe(join(folder, 'connectivity.json'));
    expect(readFileSync(paths[1], 'utf8')).toBe(ConnectivityReport.of(stack).toMarkdown());
  });

  test('writes the forms and the name that are asked for, and the report of its parent', () => {
    const { app, chat } = newChatIn(mkdtempSync(join(tmpdir(), 'report-')));
    const formats = [ConnectivityFormat.HTML];
    const { paths } = new ConnectivityReportFile(chat, 'Report', { formats, fileName: 'who-reaches-what' });
    app.synth();
    expect(paths).toEqual([join(app.outdir, 'stacks', 'Prod', 'who-reaches-what.html')]);
    expect(readFileSync(paths[0], 'utf8')).toContain('<title>Connectivity of Prod/Chat</title>');
  });

  test.each([
    [['Prod'], 'Prod'],
    [['Hub', 'Chat', 'Support'], 'Hub, Chat, Support'],
    [['A', 'B', 'C', 'D'], '4 stacks'],
    [[], 'the app'],
  ])('the page of an app with the stacks %j is called after %s', (names, title) => {
    const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'report-')) });
    names.forEach((name) => newStack(name, undefined, app));
    expect(ConnectivityReport.of(app).toHtml()).toContain(`<title>Connectivity of ${title}</title>`);
  });

  test.each(['../connectivity', 'reports/chat', 'cdk.tf', '', 'x'.repeat(201)])('refuses the name "%s"', (fileName) => {
    const { stack } = newChatIn(mkdtempSync(join(tmpdir(), 'report-')));
    expect(messageOf(() => new ConnectivityReportFile(stack, 'Report', { fileName }))).toBe(
      `Prod/Report: [connectivity/file-name] fileName "${fileName}" is not made of 1 to 200 letters, digits, - and _; the report is written next to the stack, and each format adds its extension`,
    );
  });

  test('refuses to write over another one', () => {
    const { stack, chat } = newChatIn(mkdtempSync(join(tmpdir(), 'report-')));
    new ConnectivityReportFile(stack, 'Report', { formats: [ConnectivityFormat.JSON] });
    expect(messageOf(() => new ConnectivityReportFile(chat, 'Report', { formats: [ConnectivityFormat.JSON] }))).toBe(
      'Prod/Chat/Report: [connectivity/duplicate-file] Prod/Report writes connectivity.json of this stack already; give one of them another fileName',
    );
    const formats = [ConnectivityFormat.HTML];
    expect(new ConnectivityReportFile(chat, 'Page', { formats }).paths).toHaveLength(1);
  });

  test('is not there unless asked for', () => {
    const { app } = newChatIn(mkdtempSync(join(tmpdir(), 'report-')));
    app.synth();
    expect(readdirSync(join(app.outdir, 'stacks', 'Prod'))).toEqual(['cdk.tf.json']);
  });
});
