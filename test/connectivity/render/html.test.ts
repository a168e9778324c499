import { createHash } from 'crypto';
import { renderHtml } from '../../../src/connectivity/private/render';
import { textWidth, wrap } from '../../../src/connectivity/private/render/measure';
import { shortNames, typeName } from '../../../src/connectivity/private/render/text';
import { mainExample, nothing, serverless } from '../../support/connectivity-data';
import { FIXTURES } from '../../support/connectivity-fixtures';
import { HOSTILE } from '../../support/hostile-connectivity';

const page = (data = mainExample, title = 'Report') => renderHtml(data, { title });

describe('the page', () => {
  test.each(Object.entries(FIXTURES))('lets the browser run and load nothing but its style: %s', (_, data) => {
    const text = page(data);
    const style = /<style>(.*)<\/style>/s.exec(text)![1];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(text).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(text).not.toMatch(/<(script|link|img|iframe|object|use|image)\b|\b(src|style|on\w+)="|url\(|@import/i);
  });

  test('escapes its title', () => {
    const text = page(mainExample, HOSTILE.script);
    const escaped = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;';
    expect(text).toContain(`<title>${escaped}</title>`);
    expect(text).toContain(`<h1>${escaped}</h1>`);
  });

  test('has a row per origin with each verdict and its reason', () => {
    expect(page()).toContain(
      '<tr><th scope="row">internet</th><td><div class="call denied" id="path-0"><span class="verdict">✗ denied</span>' +
        ' via public endpoint<p class="muted">The allow list of the public network does not allow ServerConnection. ' +
        '(nac/denied)</p></div></td><td><div class="call allowed" id="path-1">',
    );
  });

  test('has a row per name resolution with each step', () => {
    expect(page(serverless)).toContain(
      '<tr><th scope="row">sigr-chat-prod</th><td>private: Prod/<wbr>Chat/<wbr>SignalR/<wbr>FunctionsLink</td><td><ol>' +
        '<li>func-chat-prod.<wbr>azurewebsites.<wbr>net</li><li>Prod/<wbr>Chat/<wbr>SignalR/<wbr>FunctionsLink</li></ol>' +
        '</td><td>The service resolves the host of a shared private link to the link.</td></tr>',
    );
  });

  test('tells the code of a resolution that went wrong', () => {
    expect(page(FIXTURES['unknown names'])).toContain(
      '<td>The network asks 10.9.0.4, which is not in the configuration. (dns/custom-server)</td>',
    );
  });

  test('says of a service that nothing calls it, and has no diagram without paths', () => {
    const text = page({ ...nothing, services: mainExample.services });
    expect(text).toContain('<p>Nothing calls it.</p>');
    expect(text).not.toContain('<svg');
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
