import { runCommand } from './support/command';
import { estate, EstateOptions } from './support/estates';
import { HOSTILE } from '../support/hostile-connectivity';

/** The page of a diff of two estates, and what else is written. */
async function diff(before: EstateOptions, after: EstateOptions, ...argv: string[]) {
  const files = {
    'plan.json': JSON.stringify({ before: estate(before), after: estate(after) }),
    'before.json': JSON.stringify(estate(before)),
    'after.json': JSON.stringify(estate(after)),
    'accept.yaml': ACCEPT,
    'none.json': '{}',
  };
  const names = argv[0]?.endsWith('.json') ? [] : ['plan.json'];
  const { exitCode, written, stderr } = await runCommand(['diff', ...names, ...argv, '--out', 'reports'], { files });
  expect(stderr).toBe('');
  return { exitCode, page: readable(written['/repo/reports/diff.html']), written };
}

const ACCEPT = `acknowledgements:
  - rule: SIG2
    reason: Old clients use keys until they move.
expectations:
  - { expect: denied, request: ServerConnection, from: internet }
`;

/** Markup without what only breaks lines or places boxes. */
function readable(page: string): string {
  return page
    .replace(/<wbr>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/<style>.*<\/style>/s, '');
}

/** The part of a page below a heading. */
function section(page: string, id: string): string {
  return new RegExp(`<h2 id="${id}".*?</section>`, 's').exec(page)?.[0] ?? '';
}

const sides = (before: string, after: string) =>
  `<div class="sides"><div class="side before"><p class="label">Before</p>${before}</div><div class="side after"><p class="label">After</p>${after}</div></div>`;

const LIST = 'azurerm_signalr_service_network_acl.chat';
const DENIED = '<span class="verdict denied">✗ denied</span>';
const ALLOWED = '<span class="verdict allowed">✓ allowed</span>';

describe('the page of a diff', () => {
  test('is written with the reports, and only where a folder is given', async () => {
    const { written } = await diff({}, {});
    expect(Object.keys(written)).toEqual(
      expect.arrayContaining([
        '/repo/reports/diff.html',
        '/repo/reports/compliance.html',
        '/repo/reports/connectivity.html',
      ]),
    );
    const files = { 'plan.json': JSON.stringify({ before: estate(), after: estate() }) };
    expect((await runCommand(['diff', 'plan.json'], { files })).written).toEqual({});
  });

  test('begins with the verdict, and says what is compared by the names that were given', async () => {
    const { page } = await diff({}, { isPublic: ['ClientConnection', 'ServerConnection'] });
    expect(page).toContain(
      '<p class="lead"><span class="verdict fails"><span class="sign">✗</span> Does not hold: 1 opened, 1 newly violated.</span></p>',
    );
    expect(page).toContain(
      '<dl class="given"><dt>Before</dt><dd>plan.json, its state from before</dd><dt>After</dt><dd>plan.json, as planned</dd><dt>Profile</dt><dd>publicClients</dd><dt>Fails on</dt><dd>violated</dd></dl>',
    );
  });

  test('names all files that it is of', async () => {
    const argv = [
      'before.json',
      'after.json',
      '--with',
      'none.json',
      '--accept',
      'accept.yaml',
      '--profile',
      'isolated',
    ];
    expect((await diff({}, {}, ...argv)).page).toContain(
      '<dl class="given"><dt>Before</dt><dd>before.json</dd><dt>After</dt><dd>after.json</dd><dt>Joined to both</dt><dd>none.json</dd><dt>Accepted and expected</dt><dd>accept.yaml</dd><dt>Profile</dt><dd>isolated</dd><dt>Fails on</dt><dd>violated</dd></dl>',
    );
  });

  test('takes - for the standard input', async () => {
    const { written } = await runCommand(['diff', '-', '--out', '.'], {
      stdin: JSON.stringify({ before: estate(), after: estate() }),
    });
    expect(readable(written['/repo/diff.html'])).toContain('<dd>standard input, as planned</dd>');
  });

  test('has both sides of a path that opens, which fails the command', async () => {
    const { page } = await diff({}, { isPublic: ['ClientConnection', 'ServerConnection'] });
    expect(section(page, 'paths').split('<details>')[0]).toBe(`<h2 id="paths" tabindex="-1">Who reaches what</h2>
<h3>Opens, which fails the command</h3>
<ul class="pairs">
<li class="fails">
<h4>ServerConnection from internet to sigr-chat <span class="small">plan.json</span></h4>
${sides(
  `<p>${DENIED}</p><p>no rule of the public network names ServerConnection, and the default action denies it (${LIST}) <span class="small">nac/denied</span></p>`,
  `<p>${ALLOWED} via public endpoint</p><p>the rules of the public network allow ServerConnection (${LIST}) <span class="small">nac/allowed</span></p>`,
)}
</li>
</ul>
`);
  });

  test('does not say that of what the command does not fail on', async () => {
    const open = { isPublic: ['ClientConnection', 'ServerConnection'] };
    const { page, exitCode } = await diff({}, open, '--fail-on', 'never');
    expect(exitCode).toBe(0);
    expect(section(page, 'paths')).toContain('<h3>Opens</h3>\n<ul class="pairs">\n<li class="warns">');
  });

  test('folds the paths that stay, with all that is alike in a row', async () => {
    const { page } = await diff({}, {});
    const paths = section(page, 'paths');
    expect(paths).toContain('<p>No path changes.</p>\n<details>\n<summary>12 paths as before</summary>');
    expect(paths).toContain(
      '<tr role="row"><th role="rowheader" scope="row">internet</th><td role="cell" data-label="To">sigr-chat</td><td role="cell" data-label="Requests">ServerConnection, RESTAPI, Trace</td><td role="cell" data-label="Verdict"><span class="verdict denied">✗ denied</span></td></tr>',
    );
    expect(section(page, 'findings')).toBe(
      '<h2 id="findings">Findings of rules</h2>\n<p>No finding changes.</p>\n</section>',
    );
    expect(section(page, 'names')).toBe('');
  });

  test('has both sides of a name that turns public, and of what closes with it', async () => {
    const { page } = await diff({}, { isLinked: false });
    expect(section(page, 'names')).toContain(`<li class="warns">
<h3>sigr-chat at app-chat-web</h3>
${sides(
  '<p><strong>private</strong></p><p>zone azurerm_private_dns_zone.signalr, linked to azurerm_virtual_network.main, has the address of azurerm_private_endpoint.chat</p>',
  '<p><strong>public</strong></p><p>no private DNS zone for sigr-chat.privatelink.service.signalr.net is linked to azurerm_virtual_network.main, so public DNS answers <span class="small">dns/not-linked</span></p><p>ServerConnection, RESTAPI denied</p>',
)}`);
    expect(section(page, 'paths')).toContain('<h3>Closes</h3>');
  });

  test('says of a verdict that stays when the way turns public', async () => {
    const isPublic = ['ClientConnection', 'ServerConnection'];
    const { page } = await diff({ isPublic }, { isPublic, isLinked: false });
    expect(section(page, 'paths')).toContain(`<h3>Is allowed as before, another way</h3>
<ul class="pairs">
<li class="noted">
<h4>ServerConnection from app-chat-web to sigr-chat <span class="small">plan.json</span></h4>
<div class="sides"><div class="side before"><p class="label">Before</p><p>${ALLOWED} via azurerm_private_endpoint.chat</p>`);
  });

  test('says what is not there on one side', async () => {
    const both = { apps: { web: 'app-chat-web', admin: 'app-chat-admin' } };
    const [added, removed] = [await diff({}, both), await diff(both, {})];
    expect(section(added.page, 'paths')).toContain(
      'Before</p><p>Not there: the caller or the service is new.</p></div>',
    );
    expect(section(removed.page, 'paths')).toContain(
      'After</p><p>Not there: the caller or the service is removed.</p>',
    );
    expect(section(added.page, 'findings')).toContain('Before</p><p>The resource is not there.</p></div>');
    expect(section(removed.page, 'findings')).toContain('<h3>Gone <span class="muted">4</span></h3>');
  });

  test('takes a moved address for the same service', async () => {
    const { page } = await diff({}, { service: 'main' });
    expect(page).toContain('<p>No path changes.</p>');
    expect(page).toContain('<p>No finding changes.</p>');
  });

  test('lists expectations that do not hold, and notes', async () => {
    const open = { isPublic: ['ClientConnection', 'ServerConnection'] };
    const { page } = await diff({}, open, '--accept', 'accept.yaml');
    expect(section(page, 'expectations')).toContain(
      '<li class="fails"><h3>expected denied ServerConnection, internet to any <span class="small">accept.yaml:5</span></h3><p>',
    );
    expect(section(page, 'notes')).toContain(
      '<li>The acknowledgement of SIG2 (everywhere) accepts nothing; remove it.</li>',
    );
  });

  test('takes names for text', async () => {
    const apps = { web: 'app-chat-web', admin: `${HOSTILE.script}${HOSTILE.quotes}` };
    const { page } = await diff({}, { apps });
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;a&quot;b&#39;c`d');
  });

  test('is the same for the same files', async () => {
    const [one, other] = [await diff({}, { isLinked: false }), await diff({}, { isLinked: false })];
    expect(one.page).toBe(other.page);
  });
});

describe('findings on the page of a diff', () => {
  const rule = (page: string, id: string) =>
    new RegExp(`<li class="(\\w+)">\n<h4>${id} .*?</li>`, 's').exec(section(page, 'findings'))?.[0];
  const keys = (status: string, reason: string, fix = '') =>
    `<div class="finding"><p>${status}</p><p>${reason}</p>${fix}</div>`;
  const HOLDS = '<span class="verdict holds"><span class="sign">✓</span> compliant</span>';
  const FAILS = '<span class="verdict fails"><span class="sign">✗</span> violated</span>';
  const OPEN = '<span class="verdict unknown"><span class="sign">?</span> unknown</span>';
  const ACCEPTED = '<span class="verdict accepted"><span class="sign">~</span> acknowledged</span>';
  const FIX = '<p><strong>Fix:</strong> Set local_auth_enabled to false.</p>';
  const [OFF, ON] = ['local_auth_enabled is false.', 'local_auth_enabled is true.'];
  const UNKNOWN = 'local_auth_enabled is not known.';

  const HEAD =
    '<h4>SIG2 <span class="muted">SignalRLocalAuthDisabled, error</span> sigr-chat (azurerm_signalr_service.chat) <span class="small">plan.json</span></h4>';

  test.each<[string, EstateOptions, EstateOptions, string, string, string]>([
    ['is new', {}, { localAuth: true }, 'fails', keys(HOLDS, OFF), keys(FAILS, ON, FIX)],
    ['goes', { localAuth: true }, {}, 'holds', keys(FAILS, ON), keys(HOLDS, OFF)],
    ['becomes unknown', {}, { localAuth: '${var.x}' }, 'unknown', keys(HOLDS, OFF), keys(OPEN, UNKNOWN)],
    ['was unknown', { localAuth: '${var.x}' }, { localAuth: true }, 'fails', keys(OPEN, UNKNOWN), keys(FAILS, ON, FIX)],
  ])('has both sides of one that %s', async (_, before, after, tone, left, right) => {
    const { page } = await diff(before, after);
    expect(rule(page, 'SIG2')).toBe(`<li class="${tone}">\n${HEAD}\n${sides(left, right)}\n</li>`);
  });

  test('says what is accepted, and leaves out what is accepted on both sides', async () => {
    const { page } = await diff({ localAuth: '${var.x}' }, { localAuth: true }, '--accept', 'accept.yaml');
    expect(rule(page, 'SIG2')).toBeUndefined();
    const argv = ['before.json', 'after.json', '--accept', 'accept.yaml'];
    const accepted = (await diff({}, { localAuth: true }, ...argv)).page;
    const reason = 'Accepted: Old clients use keys until they move.';
    expect(section(accepted, 'findings')).toContain('<h3>New <span class="muted">1</span></h3>');
    expect(rule(accepted, 'SIG2')).toContain(`${keys(ACCEPTED, `${ON} ${reason}`)}</div></div>\n</li>`);
  });

  test('says once what several ask for, and leaves out what stays', async () => {
    const open = ['ClientConnection', 'ServerConnection'];
    const { page } = await diff({ isPublic: open }, { isPublic: [...open, 'RESTAPI', 'Trace'] });
    const item = rule(page, 'NAC3')!;
    expect(item.match(/<strong>Fix:/g)).toHaveLength(1);
    expect(item).toContain('<p class="label">Before</p><p>1 other finding of the rule as on the other side.</p></div>');
    expect(item).not.toContain('Public::ServerConnection');
    expect(item).toMatch(/Public::RESTAPI.*Public::Trace.*<p>1 other finding of the rule/s);
  });

  test('has what is violated before what is unknown, errors before warnings, and what goes last', async () => {
    const both = { apps: { web: 'app-chat-web', admin: 'app-chat-admin' } };
    const { page } = await diff({ ...both, localAuth: true }, { localAuth: '${var.x}', isLinked: false });
    const items = [...section(page, 'findings').matchAll(/<h3>(\w+)|<h4>(\w+) <span class="muted">\w+, (\w+)/g)];
    expect(items.map(([, kind, id, severity]) => kind ?? `${id} ${severity}`)).toEqual([
      'New',
      'DNS2 error',
      'Changed',
      'SIG2 error',
      'Gone',
      'APP6 error',
      'APP7 error',
      'LOG4 warning',
    ]);
  });
});
