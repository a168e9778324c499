import { runCommand } from './support/command';
import { estate, EstateOptions } from './support/estates';

interface Written {
  readonly code: string;
  readonly subject: string;
  readonly message: string;
}

/** What is found of two estates, by section. */
async function diff(before: EstateOptions, after: EstateOptions, ...argv: string[]) {
  const files = { 'plan.json': JSON.stringify({ before: estate(before), after: estate(after) }) };
  const { exitCode, stdout } = await runCommand(['diff', 'plan.json', '--format', 'json', ...argv], { files });
  const { sections, summary } = JSON.parse(stdout);
  const lines = Object.entries<{ readonly entries: readonly Written[] }>(sections)
    .filter(([, { entries }]) => entries.length > 0)
    .map(([id, { entries }]) => [id, entries.map(({ code, subject }) => `${code} ${subject}`)]);
  return { exitCode, summary, sections, lines: Object.fromEntries(lines) };
}

describe('diff', () => {
  test('says nothing where nothing changes', async () => {
    const { exitCode, summary, lines } = await diff({}, {});
    expect([exitCode, summary, lines]).toEqual([0, 'Holds: nothing changes for who reaches SignalR.', {}]);
  });

  test('takes a moved address for the same service', async () => {
    expect((await diff({}, { service: 'main' })).lines).toEqual({});
  });

  test('says that server traffic opens to the internet, first', async () => {
    const { exitCode, summary, lines, sections } = await diff(
      {},
      { isPublic: ['ClientConnection', 'ServerConnection'] },
    );
    expect(exitCode).toBe(1);
    expect(summary).toBe('Does not hold: 1 opened, 1 newly violated.');
    expect(Object.keys(sections)[0]).toBe('opened');
    expect(lines).toEqual({
      opened: ['nac/allowed ServerConnection from internet to sigr-chat'],
      appeared: ['NAC3[Public::ServerConnection] azurerm_signalr_service_network_acl.chat'],
    });
    expect(sections.opened.entries[0].message).toMatch(/^was denied, now allowed via public endpoint: /);
  });

  test('says that the name turns public where its zone is no longer linked, and what no longer passes', async () => {
    const { lines, sections } = await diff({}, { isLinked: false });
    expect(lines).toEqual({
      appeared: [
        'DNS2[Network::azurerm_virtual_network.main] privatelink.service.signalr.net (azurerm_private_dns_zone.signalr)',
      ],
      public: ['nac/allowed ClientConnection from app-chat-web to sigr-chat'],
      names: ['dns/not-linked sigr-chat at app-chat-web'],
      closed: ['dns/not-linked ServerConnection, RESTAPI from app-chat-web to sigr-chat'],
    });
    expect(sections.names.entries[0].message).toMatch(
      /^was private, now public: .*; ServerConnection, RESTAPI denied$/,
    );
  });

  test('says the same of an app that is new', async () => {
    const { lines, sections } = await diff(
      { isLinked: false },
      { isLinked: false, apps: { web: 'app-chat-web', admin: 'app-chat-admin' } },
    );
    expect(lines.names).toEqual(['dns/not-linked sigr-chat at app-chat-admin']);
    expect(sections.names.entries[0].message).toMatch(/^is new, now public: /);
    expect(lines.closed).toBeUndefined();
  });

  test('says what closes with an app that goes, and which findings go', async () => {
    const { exitCode, lines, sections } = await diff({ apps: { web: 'app-chat-web', admin: 'app-chat-admin' } }, {});
    expect(exitCode).toBe(0);
    expect(lines.closed).toEqual(['nac/allowed ServerConnection, RESTAPI from app-chat-admin to sigr-chat']);
    expect(sections.closed.entries[0].message).toBe('was allowed, removed with its caller or its service');
    expect(lines.gone).toContain('APP7 app-chat-admin (azurerm_linux_web_app.admin)');
  });

  test('says that a private path opens, which an expectation takes for meant', async () => {
    const both = { apps: { web: 'app-chat-web', admin: 'app-chat-admin' } };
    const { lines, exitCode: withoutAccept } = await diff({}, both, '--fail-on', 'opened');
    expect(lines.opened).toBeUndefined();
    expect(lines.usual).toEqual(['nac/allowed ServerConnection, RESTAPI from app-chat-admin to sigr-chat']);
    expect(withoutAccept).toBe(0);
    const files = {
      'before.json': JSON.stringify(estate()),
      'after.json': JSON.stringify(estate(both)),
      'accept.yaml': 'expectations:\n  - { expect: private, from: app-chat-admin }',
    };
    const argv = ['diff', 'before.json', 'after.json', '--accept', 'accept.yaml', '--fail-on', 'opened'];
    const { exitCode, stdout } = await runCommand(argv, { files });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Opens as expected');
  });

  test('fails where an expectation of what will be does not hold', async () => {
    const files = {
      'plan.json': JSON.stringify({ before: estate(), after: estate({ isLinked: false }) }),
      'accept.yaml': 'expectations:\n  - { expect: private, from: app-chat-web }',
    };
    const { exitCode, stdout } = await runCommand(
      ['diff', 'plan.json', '--accept', 'accept.yaml', '--fail-on', 'opened'],
      { files },
    );
    expect(exitCode).toBe(1);
    expect(stdout).toContain('connectivity/not-private  expected private, app-chat-web to any  accept.yaml:2');
  });

  test('says what becomes unknown, and known again', async () => {
    const unknown = { localAuth: '${var.local_auth}' };
    const { lines, exitCode } = await diff({}, unknown);
    expect(lines).toEqual({ unknown: ['SIG2 sigr-chat (azurerm_signalr_service.chat)'] });
    expect(exitCode).toBe(0);
    expect((await diff({}, unknown, '--fail-on', 'unknown')).exitCode).toBe(1);
    expect((await diff(unknown, {})).lines).toEqual({});
  });

  test('joins further files to both sides', async () => {
    const { resource = {} } = estate();
    const { azurerm_linux_web_app: apps, ...hub } = resource;
    const files = {
      'hub.json': JSON.stringify({ resource: hub }),
      'before.json': '{}',
      'after.json': JSON.stringify({ resource: { azurerm_linux_web_app: apps } }),
    };
    const { stdout } = await runCommand(['diff', 'before.json', 'after.json', '--with', 'hub.json'], { files });
    expect(stdout.split('\n')[0]).toMatch(/newly violated/);
  });

  test('needs two sides', async () => {
    const outcome = await runCommand(['diff', 'state.json'], { files: { 'state.json': JSON.stringify(estate()) } });
    expect(outcome).toMatchObject({
      exitCode: 2,
      stderr:
        'secure-signalr: state.json does not show what was before; give a plan, or two files: diff BEFORE AFTER\n',
    });
  });
});
