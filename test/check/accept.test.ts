import { runCommand } from './support/command';
import { estate, EstateOptions, idOf } from './support/estates';

const run = (accept: string, options: EstateOptions = {}, ...more: string[]) =>
  runCommand(['check', 'plan.json', '--accept', 'accept.yaml', '--format', 'json', ...more], {
    files: { 'plan.json': JSON.stringify(estate(options)), 'accept.yaml': accept },
  });

/** What is wrong with an accept file, a line for each problem. */
async function problems(accept: string): Promise<string[]> {
  const { exitCode, stdout, stderr } = await run(accept);
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  return stderr.trimEnd().split('\n');
}

/** The entries of a section, as `CODE SUBJECT`. */
async function entries(section: string, accept: string, options?: EstateOptions): Promise<string[]> {
  const { stdout } = await run(accept, options);
  return JSON.parse(stdout).sections[section].entries.map(
    ({ code, subject }: { readonly code: string; readonly subject: string }) => `${code} ${subject}`,
  );
}

describe('an accept file is refused, with the line,', () => {
  test.each([
    ['for a text that is no map', '- a', ['accept.yaml:1: the file is not of type object']],
    [
      'for a property that is not there',
      'acknowledgments: []',
      ['accept.yaml:1: the file has no property acknowledgments'],
    ],
    ['for what is no YAML', 'acknowledgements:\n  - rule: "SIG5\n', ['accept.yaml:3: Missing closing "quote']],
    [
      'for an unknown rule, a short reason and a day that is none',
      [
        'acknowledgements:',
        '  - rule: SIG99',
        '    reason: Reviewed with security',
        '  - rule: sig5',
        '    reason: short',
        '    expires: 31.01.2027',
      ].join('\n'),
      [
        'accept.yaml:4: rule is not the id of a rule, such as SIG5, or of a finding, such as SIG5[Origin::http://localhost:3000]',
        'accept.yaml:5: reason is shorter than 10 characters',
        'accept.yaml:6: expires is not a date; use YYYY-MM-DD',
      ],
    ],
    [
      'for a rule that RULES.md does not list',
      'acknowledgements:\n  - { rule: SIG99, reason: Reviewed with security, expires: 2027-02-30 }',
      [
        'accept.yaml:2: [compliance/unknown-rule] there is no rule SIG99; RULES.md lists all, and a single finding is written RULE[FINDING]',
        'accept.yaml:2: [compliance/acknowledgement-expiry] "2027-02-30" is not a date; use YYYY-MM-DD',
      ],
    ],
    [
      'for expectations that cannot be meant',
      [
        'expectations:',
        '  - expect: refused',
        '    from: internet',
        '  - expect: denied',
        '    request: [ServerConnections]',
        '    from: internet',
        '  - expect: private',
        '    request: RESTAPI',
        '    from: ""',
        '  - { expect: denied, request: [], from: internet }',
      ].join('\n'),
      [
        'accept.yaml:2: expect is one of denied, allowed, private',
        'accept.yaml:2: request is missing',
        'accept.yaml:5: request is one of ServerConnection, ClientConnection, RESTAPI, Trace',
        'accept.yaml:8: request contradicts private, which is for all kinds of requests; leave it out',
        'accept.yaml:9: from is empty',
        'accept.yaml:10: request is an empty list',
      ],
    ],
  ])('%s', async (_, text, expected) => {
    const found = await problems(text);
    expect(found.map((line) => line.replace(/^secure-signalr: /, '')).sort()).toEqual([...expected].sort());
  });

  test('where it is missing', async () => {
    const outcome = await runCommand(['check', 'plan.json', '--accept', 'none.yaml'], {
      files: { 'plan.json': JSON.stringify(estate()) },
    });
    expect(outcome).toMatchObject({ exitCode: 2, stderr: 'secure-signalr: there is no file none.yaml\n' });
  });
});

test('an empty accept file accepts nothing', async () => {
  expect(await entries('accepted', '')).toEqual([]);
});

describe('an acknowledgement accepts findings', () => {
  const accepting = (where: string, rule = 'APP7') =>
    entries('accepted', `acknowledgements:\n  - { rule: "${rule}", ${where} reason: Reviewed with security }`, {
      apps: { web: 'app-chat-web', admin: 'app-chat-admin' },
    });
  const ADMIN = 'APP7 app-chat-admin (azurerm_linux_web_app.admin)';
  const WEB = 'APP7 app-chat-web (azurerm_linux_web_app.web)';

  test.each([
    ['everywhere', '', [ADMIN, WEB]],
    ['at a Terraform address', 'where: azurerm_linux_web_app.web,', [WEB]],
    ['at a name in Azure', 'where: APP-chat-admin,', [ADMIN]],
    ['at an id', `where: ${idOf('Microsoft.Web/sites/app-chat-web')},`, [WEB]],
    ['of what is not there', 'where: app-chat,', []],
  ])('%s', async (_, where, expected) => {
    expect(await accepting(where)).toEqual(expected);
  });

  test('of one kind alone', async () => {
    expect(await accepting('where: app-chat-web,', 'APP6[Ftp]')).toEqual([
      'APP6[Ftp] app-chat-web (azurerm_linux_web_app.web)',
    ]);
  });

  test('with the nearest reason', async () => {
    const text = [
      'acknowledgements:',
      '  - { rule: APP7, reason: Accepted everywhere }',
      '  - { rule: APP7, where: app-chat-web, reason: Accepted for this app, ticket: 12 }',
    ].join('\n');
    const { stdout } = await run(text);
    expect(JSON.parse(stdout).sections.accepted.entries[0].message).toContain('Accepted: Accepted for this app');
  });

  test('until its last day, and is named afterwards', async () => {
    const expired = 'acknowledgements:\n  - { rule: APP7, reason: Reviewed with security, expires: 2026-11-29 }';
    expect(await entries('accepted', expired)).toEqual([]);
    const { stdout } = await run(expired);
    const { sections, notes } = JSON.parse(stdout);
    expect(JSON.stringify(sections.violated)).toContain('The acknowledgement at accept.yaml:2 expired on 2026-11-29.');
    expect(notes).toEqual(['The acknowledgement of APP7 (everywhere) expired on 2026-11-29.']);
    expect(await entries('accepted', expired.replace('-29', '-30'))).toEqual([WEB]);
  });

  test('or accepts nothing, which is said', async () => {
    const { stdout } = await run(
      'acknowledgements:\n  - { rule: APP7, where: nowhere, reason: Reviewed with security }',
    );
    expect(JSON.parse(stdout).notes).toEqual(['The acknowledgement of APP7 (nowhere) accepts nothing; remove it.']);
  });
});

describe('an expectation', () => {
  const opened = (expectation: string, options?: EstateOptions) =>
    entries('opened', `expectations:\n  - { ${expectation} }`, options);

  test.each([
    ['of a request that is denied', 'expect: denied, request: ServerConnection, from: internet, to: any'],
    ['of several requests', 'expect: denied, request: [ServerConnection, RESTAPI], from: internet'],
    ['of a request that is allowed', 'expect: allowed, request: ClientConnection, from: internet, to: sigr-chat'],
    ['of a private app by name', 'expect: private, from: app-chat-web, to: sigr-chat'],
    [
      'of a private app by address',
      'expect: private, from: azurerm_linux_web_app.web, to: azurerm_signalr_service.chat',
    ],
    ['of a private subnet', 'expect: private, from: snet-app'],
    ['of a private network', 'expect: private, from: vnet-chat'],
    [
      'of a service by its id',
      `expect: private, from: app-chat-web, to: ${idOf('Microsoft.SignalRService/signalR/sigr-chat')}`,
    ],
  ])('%s holds', async (_, expectation) => {
    expect(await opened(expectation)).toEqual([]);
  });

  test.each([
    [
      'of a request that is let in',
      'expect: denied, request: ClientConnection, from: internet',
      ['connectivity/not-denied expected denied ClientConnection, internet to any'],
    ],
    [
      'of a request that is refused',
      'expect: allowed, request: Trace, from: app-chat-web',
      ['connectivity/not-allowed expected allowed Trace, app-chat-web to any'],
    ],
    [
      'of privacy of the internet',
      'expect: private, from: internet',
      ['connectivity/not-private expected private, internet to any'],
    ],
    [
      'of a place that is not there',
      'expect: private, from: app-gone',
      ['connectivity/not-in-report expected private, app-gone to any'],
    ],
    [
      'of a service that is not there',
      'expect: denied, request: Trace, from: internet, to: sigr-gone',
      ['connectivity/not-in-report expected denied Trace, internet to sigr-gone'],
    ],
  ])('%s does not hold', async (_, expectation, expected) => {
    expect(await opened(expectation)).toEqual(expected);
  });

  test('points to its line', async () => {
    const { stdout, exitCode } = await run(
      'expectations:\n\n  - expect: private\n    from: app-gone\n',
      {},
      '--fail-on',
      'opened',
    );
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout).sections.opened.entries).toEqual([
      {
        code: 'connectivity/not-in-report',
        subject: 'expected private, app-gone to any',
        message: 'the configuration has no place app-gone; it has internet, app-chat-web, private endpoint pep-chat',
        file: 'accept.yaml',
        line: 3,
      },
    ]);
  });

  test('or what is accepted of the rule says that server traffic from the internet is meant', async () => {
    const open = { isPublic: ['ClientConnection', 'RESTAPI'] };
    expect(await entries('opened', '', open)).toEqual(['nac/allowed RESTAPI from internet to sigr-chat']);
    expect(await opened('expect: allowed, request: RESTAPI, from: internet', open)).toEqual([]);
    const accepted = 'acknowledgements:\n  - { rule: NAC3, reason: A partner calls the REST API }';
    expect(await entries('opened', accepted, open)).toEqual([]);
  });
});
