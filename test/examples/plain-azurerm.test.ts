import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { Testing } from 'cdktf';
import { PlainChat } from '../../examples/plain-azurerm/chat';
import { SecurityBaseline } from '../../src/compliance';
import { ConnectivityReport, Origin } from '../../src/connectivity';
import { RequestType } from '../../src/signalr';
import { newExample, synthesized } from '../support/examples';
import { messageOf, newStack } from '../support/synth';

describe('plain-azurerm', () => {
  test('has no construct of this library among its resources', () => {
    const source = readFileSync(join(__dirname, '..', '..', 'examples', 'plain-azurerm', 'chat.ts'), 'utf8');
    expect(source).not.toContain('cdktf-azure-secure-signalr');
  });

  test('has the 20 resources that its README counts', () => {
    const all = Object.values(synthesized('plain-azurerm')['plain-azurerm'].resource!).flatMap(Object.values);
    expect(all).toHaveLength(20);
  });

  test('is refused until the finding is accepted', () => {
    const stack = newStack();
    const { app } = new PlainChat(stack, 'Chat');
    SecurityBaseline.attach(stack);
    const message = messageOf(() => Testing.synth(stack, true));
    expect(message.match(/^ {2}\[Prod\] .*? is not set/gm)).toEqual([
      '  [Prod] Prod/Chat/app: [APP6[Scm]] webdeploy_publish_basic_authentication_enabled is not set',
    ]);
    SecurityBaseline.acknowledge(app, { rule: 'APP6[Scm]', reason: 'Accepted in this test.' });
    expect(() => Testing.synth(stack, true)).not.toThrow();
  });

  test('writes both reports at synth, with the finding, its reason and its ticket', () => {
    const app = newExample('plain-azurerm');
    app.synth();
    const written = (...path: string[]) => join(app.outdir, ...path);
    expect(existsSync(written('compliance.sarif'))).toBe(true);
    expect(existsSync(written('stacks', 'plain-azurerm', 'connectivity.html'))).toBe(true);
    const compliance = readFileSync(written('compliance.md'), 'utf8');
    const accepted = compliance.slice(compliance.indexOf('## Accepted'), compliance.indexOf('## Controls'));
    expect(accepted).toMatch(
      /APP6 AppBasicAuthDisabled\]\(\S+\)<br>Scm \| error \| plain-azurerm\/Chat\/app \|.*\| CHAT-31 \|/,
    );
    expect(compliance).toContain('| CHAT-31 | 2099-12-31 | used | 1 |');
  });

  test('is reported as if this library had defined it', () => {
    const app = newExample('plain-azurerm');
    const chat = app.node.findChild('plain-azurerm').node.findChild('Chat');
    const report = ConnectivityReport.of(app);
    report.expectPrivate(chat.node.findChild('app'), chat.node.findChild('signalr'));
    report.expectDenied(Origin.internet(), chat.node.findChild('signalr'), RequestType.SERVER_CONNECTION);
    report.expectAllowed(Origin.internet(), chat.node.findChild('signalr'), RequestType.CLIENT_CONNECTION);
  });
});
