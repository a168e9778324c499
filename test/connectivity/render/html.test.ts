import { createHash } from 'crypto';
import { renderHtml } from '../../../src/connectivity/private/render';
import { textWidth, wrap } from '../../../src/connectivity/private/render/measure';
import { shortNames, typeName } from '../../../src/connectivity/private/render/text';
import { hubAndSpoke, mainExample, nothing, serverless } from '../../support/connectivity-data';
import { FIXTURES } from '../../support/connectivity-fixtures';
import { HOSTILE } from '../../support/hostile-connectivity';

const page = (data = mainExample, title = 'Report') => renderHtml(data, { title });

describe('the page', () => {
  test.each(Object.entries(FIXTURES))(
    'lets the browser take its style and run its script, and load nothing: %s',
    (_, data) => {
      const text = page(data);
      const [style, script] = ['style', 'script'].map((name) => {
        const [found, ...others] = [...text.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'gs'))].map(
          ([, own]) => own,
        );
        expect(others).toEqual([]);
        return createHash('sha256').update(found).digest('base64');
      });
      expect(text).toContain(
        `content="default-src 'none'; style-src 'sha256-${style}'; script-src 'sha256-${script}'; base-uri 'none'; ` +
          `form-action 'none'"`,
      );
      expect(text).not.toMatch(
        /<(link|img|iframe|object|use|image)\b|<script[^>]|\b(src|style|on\w+)="|url\(|@import/i,
      );
    },
  );

  test('escapes its title', () => {
    const text = page(mainExample, HOSTILE.script);
    const escaped = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;';
    expect(text).toContain(`<title>${escaped}</title>`);
    expect(text).toContain(`<h1>${escaped}</h1>`);
  });

  test('has a row per origin with each verdict and its reason', () => {
    const row = 'to/sigr-chat-prod/from/internet';
    expect(page()).toContain(
      `<tr role="row" id="${row}" data-from="internet"><th role="rowheader" scope="row"><a class="anchor" ` +
        `href="#${row}">internet</a></th><td role="cell" data-label="ServerConnection"><div class="call denied" ` +
        `id="${row}/ServerConnection" data-path="0"><span id="path-0"></span><a class="anchor" ` +
        `href="#${row}/ServerConnection"><span class="verdict">✗ denied</span> via public endpoint</a><p class="muted">` +
        'The allow list of the public network does not allow ServerConnection. (nac/denied)</p></div></td>',
    );
  });

  test('has a row per name resolution with each step', () => {
    expect(page(serverless)).toContain(
      '<tr role="row" data-from="sigr-chat-prod"><th role="rowheader" scope="row">sigr-chat-prod</th>' +
        '<td role="cell" data-label="Leads to">private: FunctionsLink</td><td role="cell" data-label="Steps"><ol>' +
        '<li>func-chat-prod.<wbr>azurewebsites.<wbr>net</li><li>Prod/<wbr>Chat/<wbr>SignalR/<wbr>FunctionsLink</li></ol>' +
        '</td><td role="cell" data-label="Because">The service resolves the host of a shared private link to the link.' +
        '</td></tr>',
    );
  });

  test('says what stands for all other callers of a private endpoint, and which path the endpoint has', () => {
    const text = page();
    expect(text).toContain('>anything else that reaches the endpoint pep-chat-prod</a></th>');
    expect(text).toContain(
      'Anything else that reaches an endpoint: callers without a row of their own that get to its',
    );
    expect(text).toContain(
      '<li>pep-chat-prod <code>Prod/<wbr>Chat/<wbr>SignalR/<wbr>PrivateEndpoint/<wbr>Resource</code></li>',
    );
    const paths = mainExample.paths.filter(({ origin }) => origin === 'internet');
    expect(page({ ...mainExample, paths })).not.toContain('Anything else that reaches an endpoint');
  });

  test('counts the verdicts, and names first what is open to the internet and what is unknown', () => {
    const text = page(FIXTURES['unknown names']);
    for (const [mark, number, verdict] of [
      ['✓', 1, 'allowed'],
      ['✗', 3, 'denied'],
      ['?', 8, 'unknown'],
    ]) {
      expect(text).toContain(`<span class="verdict">${mark} <b>${number}</b> ${verdict}</span>`);
    }
    const first = /<dl class="first">(.*?)<\/dl>/s.exec(text)![1];
    expect(
      first
        .replace(/<dt[^>]*>/g, '* ')
        .replace(/<[^>]*>/g, '')
        .trim()
        .split('\n'),
    ).toEqual([
      '* ✓ Open to the internet',
      'ClientConnection from internet to sigr-chat-prod',
      '* ? Unknown',
      'ServerConnection, ClientConnection, RESTAPI, Trace from apps of snet-app to sigr-chat-prod',
      'ServerConnection, ClientConnection, RESTAPI, Trace from anything else that reaches the endpoint pep-chat-prod to ' +
        'sigr-chat-prod',
    ]);
    expect(first).toContain('<a href="#to/sigr-chat-prod/from/internet/ClientConnection">');
  });

  test('says so where nothing is open or unknown', () => {
    const text = page({ ...mainExample, paths: mainExample.paths.slice(0, 1) });
    expect(text).toContain('No request from the internet is known to be allowed.');
    expect(text).toContain('Every path has a verdict.');
  });

  test('lists the services where there are several', () => {
    expect(page(hubAndSpoke)).toContain('<li><a href="#to/sigr-news">sigr-news</a></li>');
    expect(page()).not.toContain('<nav');
  });

  test('shows an overview before the pictures of several services', () => {
    const ids = (text: string) => [...text.matchAll(/class="picture scroll"[^>]* id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids(page(hubAndSpoke))).toEqual(['overview', 'picture-1', 'picture-2']);
    expect(ids(page())).toEqual(['picture-1']);
  });

  test('says at its foot where it comes from, if it is given', () => {
    const provenance = [{ name: 'Commit', value: '<0123>' }];
    expect(renderHtml(mainExample, { title: 'Report', provenance })).toContain(
      '<footer>\n<h2>About this report</h2>\n<dl class="provenance">\n' +
        '<div><dt>Commit</dt><dd>&lt;0123&gt;</dd></div>\n</dl>\n</footer>',
    );
    expect(page()).not.toContain('<footer>');
  });

  test('tells the code of a resolution that went wrong', () => {
    expect(page(FIXTURES['unknown names'])).toContain(
      '<td role="cell" data-label="Because">The network asks 10.9.0.4, which is not in the configuration. ' +
        '(dns/custom-server)</td>',
    );
  });

  test('says of a service that nothing calls it, and has no diagram without paths', () => {
    const text = page({ ...nothing, services: mainExample.services });
    expect(text).toContain('<p>Nothing calls it.</p>');
    expect(text).not.toContain('class="picture');
    expect(text).not.toContain('<form');
  });
});

describe('text in the diagram', () => {
  const font = { size: 10 };

  test.each([
    ['', 0],
    ['ii', 8],
    ['abc', 20],
    ['W', 10],
    ['日本', 28],
    ['é', 7],
  ])('%j takes at most %i pixels', (text, width) => expect(textWidth(text, font)).toBe(width));

  test('is wider when bold', () => expect(textWidth('abc', { ...font, bold: true })).toBe(22));

  test.each([
    ['short', 100, 2, ['short']],
    ['Prod/Chat/SignalR', 50, 3, ['Prod/', 'Chat/', 'SignalR']],
    ['Prod/Chat/SignalR', 50, 2, ['Prod/', 'Chat/…']],
    ['two words', 40, 2, ['two', 'words']],
    ['abcdefghij', 32, 2, ['abcde', 'fghij']],
    ['abcdefghijklmno', 32, 2, ['abcde', 'fgh…']],
    ['👩‍👩‍👧👩‍👩‍👧', 45, 1, ['…']],
  ])('%j in %i pixels and %i lines', (text, width, limit, lines) => {
    const wrapped = wrap(text, width, font, limit);
    expect(wrapped).toEqual(lines);
  });

  test('is looked at no further than it is shown', () => {
    const lines = wrap('i'.repeat(1_000_000), 32, font, 2);
    expect(lines).toEqual(wrap('i'.repeat(100), 32, font, 2));
    expect(lines).toHaveLength(2);
  });
});

test.each([
  [['Prod/Chat/SignalR/Resource'], 'Prod/Chat/SignalR/Resource', 'SignalR'],
  [['A/B/C', 'A/D/C'], 'A/D/C', 'D/C'],
  [['A/B', 'A/B'], 'A/B', 'B'],
  [['A', 'X/A'], 'A', 'A'],
  [['A', 'X/A'], 'X/A', 'X/A'],
])('of %j, %s is called %s', (keys, key, name) => expect(shortNames(keys)(key)).toBe(name));

test.each([
  ['azurerm_signalr_service', 'SignalR service'],
  ['azurerm_linux_function_app', 'linux function app'],
  ['Microsoft.Web/sites', 'Microsoft.Web/sites'],
])('%s is called %s', (type, name) => expect(typeName(type)).toBe(name));
