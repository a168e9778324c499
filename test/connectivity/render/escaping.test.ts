import * as fc from 'fast-check';
import { escape as dot } from '../../../src/connectivity/private/render/dot';
import { escape as markdown } from '../../../src/connectivity/private/render/markdown';
import { escape as mermaid } from '../../../src/connectivity/private/render/mermaid';
import { breakable, markup } from '../../../src/page/markup';
import { plain } from '../../../src/page/text';

const html = (text: string) => markup`${text}`.text;

test.each([
  ['sigr-chat.prod_1', 'sigr-chat.prod_1'],
  ['a\r\nb\t c', 'a b c'],
  ['a\u0000b\u001b[31m', 'a\\u{0000}b\\u{001b}[31m'],
  ['x\u202etxt.exe', 'x\\u{202e}txt.exe'],
  ['\ud800', '\\u{d800}'],
  ['👩‍👩‍👧', '👩‍👩‍👧'],
])('%j is shown as %j', (given, shown) => expect(plain(given)).toBe(shown));

test.each([
  ['<script>', '&lt;script&gt;'],
  [`"'&`, '&quot;&#39;&amp;'],
  ['&lt;', '&amp;lt;'],
  ['a\nb', 'a b'],
])('HTML writes %j as %j', (given, written) => expect(html(given)).toBe(written));

test.each([
  ['snet_app', 'snet_app'],
  ['_a_', '\\_a\\_'],
  ['a|b', 'a\\|b'],
  ['`x`', '\\`x\\`'],
  ['a\\|b', 'a\\\\\\|b'],
  ['[a](b)', '\\[a\\](b)'],
  ['**a** ~~b~~ $c$', '\\*\\*a\\*\\* \\~\\~b\\~\\~ \\$c\\$'],
  ['<b> &amp;', '&lt;b&gt; &amp;amp;'],
  ['# a', '\\# a'],
  ['- a', '\\- a'],
  ['+ a', '\\+ a'],
  ['=', '\\='],
  ['1. a', '1\\. a'],
  ['10) a', '10\\) a'],
  ['10.0.0.4', '10\\.0.0.4'],
  ['https://evil.example', 'https:\\/\\/evil.example'],
  ['WWW.evil.example', 'WWW\\.evil.example'],
  [' a\nb ', 'a b'],
])('Markdown writes %j as %j', (given, written) => expect(markdown(given)).toBe(written));

test.each([
  ['snet_app/x (10.0.0.0/26)', 'snet_app/x (10.0.0.0/26)'],
  ['a"b', 'a#34;b'],
  ['#quot;', '#35;quot#59;'],
  ['<b>', '#60;b#62;'],
  ['`**x**`', '#96;#42;#42;x#42;#42;#96;'],
  ['%%{init: {}}%%', '#37;#37;#123;init#58; #123;#125;#125;#37;#37;'],
  ['$$x$$', '#36;#8203;#36;x#36;#8203;#36;'],
  ['a\\nb', 'a#92;nb'],
  ['1. a', '#49;. a'],
  ['12) a', '#49;#50;) a'],
  ['- a', '#45; a'],
  ['😀', '#128512;'],
])('Mermaid writes %j as %j', (given, written) => expect(mermaid(given)).toBe(written));

test.each([
  ['a"b', 'a\\"b'],
  ['a\\N', 'a\\\\N'],
  ['a\\', 'a\\\\'],
  ['&amp;', '&amp;amp;'],
  ['<b>', '<b>'],
  ['a\nb', 'a b'],
])('Graphviz writes %j as %j', (given, written) => expect(dot(given)).toBe(written));

test.each([
  ['HTML', html, /[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/],
  ['Markdown', markdown, /(?<!\\)(?:\\\\)*[|`*[\]~$]|[<>\n]/],
  ['Mermaid', mermaid, /["`<>%{}|[\]\\\n]/],
  ['Graphviz', dot, /(?<!\\)(?:\\\\)*"|\n|&(?!amp;)/],
])('%s lets nothing through that could end its text', (_, escape, forbidden) =>
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(escape(text)).not.toMatch(forbidden))),
);

test('paths and host names may break after their separators', () => {
  expect(breakable('Prod/Chat & a.b').text).toBe('Prod/<wbr>Chat &amp; a.<wbr>b');
});
