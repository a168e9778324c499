import { mkdtempSync, readFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App, Testing } from 'cdktf';
import { SecureSignalRAppProps } from '../../src';
import { ConnectivityFormat, ConnectivityReportFile } from '../../src/connectivity';
import { RunbookFile } from '../../src/runbook';
import { newApp } from '../support/app';
import { messageOf, newStack } from '../support/synth';

function newChatIn(props: Partial<SecureSignalRAppProps> = {}) {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'runbook-')) });
  return { app, ...newApp(props, newStack('Prod', undefined, app)) };
}

const textIn = ({ path }: RunbookFile) => readFileSync(path, 'utf8');

describe('RunbookFile', () => {
  test('writes the runbook of its parent beside the synthesized stack', () => {
    const { app, stack, chat } = newChatIn();
    const ofStack = new RunbookFile(stack, 'Runbook');
    const ofChat = new RunbookFile(chat, 'Runbook', { fileName: 'chat-at-night' });
    app.synth();
    expect(ofStack.path).toBe(join(app.outdir, 'stacks', 'Prod', 'runbook.md'));
    expect(ofChat.path).toBe(join(app.outdir, 'stacks', 'Prod', 'chat-at-night.md'));
    expect(textIn(ofStack)).toBe(RunbookFile.textOf(stack));
    expect(textIn(ofStack)).toMatch(/^# Runbook: Prod\n/);
    expect(textIn(ofChat)).toMatch(/^# Runbook: Prod\/Chat\n/);
  });

  test('writes the same bytes for the same input, with line feeds alone', () => {
    const texts = [newChatIn(), newChatIn()].map(({ app, stack }) => {
      const file = new RunbookFile(stack, 'Runbook');
      app.synth();
      return textIn(file);
    });
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).not.toContain('\r');
    expect(texts[0]).toMatch(/[^\n]\n$/);
  });

  test('changes nothing in the JSON of the stack', () => {
    const { stack } = newChatIn();
    const before = Testing.synth(stack);
    const asked = newChatIn().stack;
    new RunbookFile(asked, 'Runbook');
    RunbookFile.textOf(asked);
    expect(Testing.synth(asked, true)).toBe(before);
  });

  test('sees what aspects and later constructs change', () => {
    const { app, stack, chat } = newChatIn({ connectivityCheck: false });
    const file = new RunbookFile(stack, 'Runbook');
    chat.webApp.addAppSetting('WEBSITE_DNS_SERVER', '10.1.0.4');
    app.synth();
    expect(textIn(file)).toContain('# Expect: WEBSITE_DNS_SERVER\naz webapp config appsettings list');
  });

  test('is of a scope without services and apps too', () => {
    const app = Testing.app();
    const stack = newStack('Empty', undefined, app);
    expect(RunbookFile.textOf(stack)).toBe(
      '# Runbook: Empty\n\nThe configuration defines no SignalR service and no app here.\n',
    );
    expect(RunbookFile.textOf(app)).toMatch(/^# Runbook: all stacks\n/);
  });

  test.each(['../runbook', 'runbook.md', ''])('refuses the name "%s"', (fileName) => {
    const { stack } = newChatIn();
    expect(messageOf(() => new RunbookFile(stack, 'Runbook', { fileName }))).toBe(
      `Prod/Runbook: [connectivity/file-name] fileName "${fileName}" is not made of 1 to 200 letters, digits, - and _; the report is written next to the stack, and each format adds its extension`,
    );
  });

  test('refuses to write over another runbook, or over a report', () => {
    const { stack, chat } = newChatIn();
    new RunbookFile(stack, 'Runbook');
    expect(messageOf(() => new RunbookFile(chat, 'Runbook'))).toBe(
      'Prod/Chat/Runbook: [connectivity/duplicate-file] Prod/Runbook writes runbook.md of this stack already; give one of them another fileName',
    );
    new ConnectivityReportFile(stack, 'Report', { formats: [ConnectivityFormat.MARKDOWN] });
    expect(messageOf(() => new RunbookFile(stack, 'Other', { fileName: 'connectivity' }))).toBe(
      'Prod/Other: [connectivity/duplicate-file] Prod/Report writes connectivity.md of this stack already; give one of them another fileName',
    );
  });
});
