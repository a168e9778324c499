import { execFileSync } from 'child_process';
import { createHash } from 'crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { App, Aspects, TerraformStack, Testing } from 'cdktf';
import manifest from '../../package.json';
import { SecureSignalRAppProps } from '../../src';
import { SecurityBaseline } from '../../src/compliance';
import { ConnectivityReport, ConnectivityReportFile } from '../../src/connectivity';
import { EvidenceFile } from '../../src/evidence';
import { newApp } from '../support/app';
import { messageOf, newStack } from '../support/synth';

const newDir = () => mkdtempSync(join(tmpdir(), 'evidence-'));

function newChatIn(props: Partial<SecureSignalRAppProps> = {}, options: object = {}) {
  const app = new App({ outdir: newDir(), ...options });
  return { app, ...newApp(props, newStack('Prod', undefined, app)) };
}

const textIn = ({ folder }: EvidenceFile, name: string) => readFileSync(join(folder, name), 'utf8');
const jsonIn = (file: EvidenceFile, name: string) => JSON.parse(textIn(file, name));
const filesIn = (file: EvidenceFile) => readdirSync(file.folder).map((name) => [name, textIn(file, name)]);
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

const FILES = [
  'SHA256SUMS',
  'acknowledgements.json',
  'compliance.html',
  'compliance.json',
  'connectivity.json',
  'connectivity.svg',
  'controls.json',
  'evidence.html',
  'index.html',
  'private-names.json',
  'provenance.json',
  'roles.json',
  'security-rules.json',
];

describe('EvidenceFile', () => {
  test('writes the pack of its parent into a folder beside the synthesized stack', () => {
    const { app, stack, chat } = newChatIn();
    const ofStack = new EvidenceFile(stack, 'Evidence');
    const ofChat = new EvidenceFile(chat, 'Evidence', { folderName: 'chat', title: 'The chat' });
    app.synth();
    expect(ofStack.folder).toBe(join(app.outdir, 'stacks', 'Prod', 'evidence'));
    expect(readdirSync(ofStack.folder).sort()).toEqual(FILES);
    expect(ofChat.folder).toBe(join(app.outdir, 'stacks', 'Prod', 'chat'));
    expect(textIn(ofStack, 'index.html')).toBe(ConnectivityReport.of(stack).toHtml());
    expect(textIn(ofStack, 'connectivity.json')).toBe(ConnectivityReport.of(stack).toJson());
    expect(textIn(ofStack, 'connectivity.svg')).toBe(ConnectivityReport.of(stack).toSvg());
    expect(textIn(ofStack, 'compliance.html')).toBe(SecurityBaseline.evaluate(stack).toHtml());
    expect(textIn(ofStack, 'compliance.json')).toBe(SecurityBaseline.evaluate(stack).toJson());
    expect(textIn(ofChat, 'compliance.json')).toBe(SecurityBaseline.evaluate(chat).toJson());
    expect(textIn(ofChat, 'evidence.html')).toContain('<h1>Evidence: The chat</h1>');
    expect(jsonIn(ofChat, 'security-rules.json').subnets).toHaveLength(2);
  });

  test('names commit, pipeline and time at the foot of the page only where they are given', () => {
    const { app, stack } = newChatIn();
    const file = new EvidenceFile(stack, 'Evidence', {
      provenance: { commit: '4f2c9d1', time: '2026-01-31T12:00:00Z' },
    });
    app.synth();
    expect(textIn(file, 'index.html')).toContain(
      '<dl class="provenance">\n<div><dt>Commit</dt><dd>4f2c9d1</dd></div>\n<div><dt>Time</dt><dd>2026-01-31T12:00:00Z</dd></div>\n</dl>',
    );
  });

  test('names the hash of each stack as sha256sum prints it, and the versions that it asks for', () => {
    const { app, stack } = newChatIn();
    newStack('Another', undefined, app);
    const file = new EvidenceFile(stack, 'Evidence');
    app.synth();
    const hash = (name: string) => hashOf(join(app.outdir, 'stacks', name, 'cdk.tf.json'));
    expect(jsonIn(file, 'provenance.json')).toEqual({
      schemaVersion: 1,
      title: 'Prod',
      library: { name: manifest.name, version: manifest.version },
      inputs: ['Another', 'Prod'].map((name) => ({
        name: `stacks/${name}/cdk.tf.json`,
        use: 'estate',
        sha256: hash(name),
        synthesizer: expect.stringMatching(/^\d+\.\d+\.\d+/),
        providers: [{ name: 'azurerm', source: 'azurerm', constraint: expect.stringMatching(/\d/) }],
      })),
    });
  });

  test('has sums of all its files, which sha256sum accepts until one changes', () => {
    const { app, stack } = newChatIn();
    const file = new EvidenceFile(stack, 'Evidence');
    app.synth();
    const checked = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: file.folder, encoding: 'utf8' });
    expect(checked).toBe(
      FILES.slice(1)
        .map((name) => `${name}: OK\n`)
        .join(''),
    );
  });

  test('writes the same bytes for the same input, in another folder too, and only names what it is given', () => {
    const [one, other] = [newChatIn(), newChatIn()].map(({ app, stack }) => {
      const file = new EvidenceFile(stack, 'Evidence');
      // A local state is found by its path, which is part of the JSON.
      stack.addOverride('terraform.backend.local', { path: 'terraform.tfstate', workspace_dir: undefined });
      app.synth();
      return filesIn(file);
    });
    const onlyHash = (files: string[][]) => files.map(([name, text]) => [name, text.replace(/\b[0-9a-f]{64}\b/g, '')]);
    expect(onlyHash(one)).toEqual(onlyHash(other));
    expect(one.map(([, text]) => text).join('\n')).not.toMatch(/"(?:commit|pipeline|time)"|\r/);
  });

  test('names commit, pipeline and time in provenance and document', () => {
    const provenance = { commit: '8f14e45', pipeline: 'https://ci.contoso.com/17', time: '2026-01-31T12:00:00Z' };
    const { app, stack } = newChatIn();
    const file = new EvidenceFile(stack, 'Evidence', { provenance });
    app.synth();
    expect(jsonIn(file, 'provenance.json')).toMatchObject(provenance);
    for (const text of ['8f14e45', '2026-01-31T12:00:00Z']) expect(textIn(file, 'evidence.html')).toContain(text);
  });

  test('sees what aspects and later constructs change, and each stack of the app', () => {
    const { app, stack, chat } = newChatIn({ connectivityCheck: false });
    const file = new EvidenceFile(stack, 'Evidence');
    chat.webApp.addAppSetting('WEBSITE_DNS_SERVER', '10.1.0.4');
    Aspects.of(stack).add({
      visit: (node) => node instanceof VirtualNetwork && node.addOverride('dns_servers', ['10.1.0.4']),
    });
    app.synth();
    expect(jsonIn(file, 'private-names.json').networks[0].dnsServers).toEqual(['10.1.0.4']);
    expect(textIn(file, 'connectivity.json')).toContain('dns/custom-servers');
  });

  test('is evidence of HCL where the app writes that', () => {
    const { app, stack } = newChatIn({}, { hclOutput: true });
    const file = new EvidenceFile(stack, 'Evidence');
    app.synth();
    const [input] = jsonIn(file, 'provenance.json').inputs;
    expect(input).toMatchObject({ name: 'stacks/Prod/cdk.tf', providers: [{ name: 'azurerm' }] });
    expect(input.sha256).toBe(hashOf(join(app.outdir, 'stacks', 'Prod', 'cdk.tf')));
  });

  test('is not written by a synth that fails, nor of a construct that is gone, nor with skipValidation', () => {
    const failing = newChatIn();
    const ofFailing = new EvidenceFile(failing.stack, 'Evidence');
    failing.chat.signalr.resource.localAuthEnabled = true;
    expect(() => failing.app.synth()).toThrow('SIG2');
    const gone = newChatIn();
    const ofGone = new EvidenceFile(gone.stack, 'Evidence');
    gone.stack.node.tryRemoveChild('Evidence');
    gone.app.synth();
    const skipping = newChatIn({}, { skipValidation: true });
    const ofSkipping = new EvidenceFile(skipping.stack, 'Evidence');
    skipping.app.synth();
    expect([ofFailing, ofGone, ofSkipping].map(({ folder }) => existsSync(folder))).toEqual([false, false, false]);
  });

  test('changes nothing in the JSON of the stack', () => {
    const [before, asked] = [newChatIn().stack, newChatIn().stack];
    new EvidenceFile(asked, 'Evidence');
    expect(Testing.synth(asked, true)).toBe(Testing.synth(before, true));
  });

  test('is of a stack without services and apps too', () => {
    const app = new App({ outdir: newDir() });
    const file = new EvidenceFile(newStack('Empty', undefined, app), 'Evidence');
    app.synth();
    expect(jsonIn(file, 'roles.json')).toEqual({ schemaVersion: 1, identities: [], others: [], unknown: [] });
    expect(textIn(file, 'evidence.html')).toContain('The configuration has no SignalR service, so there are no paths.');
  });

  test('refuses a name with a folder, a folder twice, and a provenance that is invalid', () => {
    const { stack, chat } = newChatIn();
    expect(messageOf(() => new EvidenceFile(stack, 'Bad', { folderName: '../evidence' }))).toBe(
      'Prod/Bad: [connectivity/file-name] folderName "../evidence" is not made of 1 to 200 letters, digits, - and _; the folder is written next to the stack',
    );
    new EvidenceFile(stack, 'Evidence');
    expect(messageOf(() => new EvidenceFile(chat, 'Evidence'))).toBe(
      'Prod/Chat/Evidence: [connectivity/duplicate-file] Prod/Evidence writes evidence of this stack already; give one of them another folderName',
    );
    new ConnectivityReportFile(stack, 'Report', { fileName: 'evidence' });
    const provenance = { commit: '', time: 'now' };
    expect(messageOf(() => new EvidenceFile(stack, 'Late', { folderName: 'late', provenance })).split('\n')).toEqual([
      'Prod/Late: [evidence/provenance-text] commit is not one line of 1 to 500 characters that are known at synth; give text such as a commit hash or the address of a run',
      'Prod/Late: [evidence/provenance-time] time is not a date and time with a time zone; use ISO 8601, such as 2026-01-31T12:00:00Z',
    ]);
    expect(TerraformStack.of(chat)).toBe(stack);
  });
});
