import * as fc from 'fast-check';
import { ConnectivityPath } from '../../../src/connectivity';
import {
  renderDot,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderMermaid,
} from '../../../src/connectivity/private/render';
import { escape as escapeDot } from '../../../src/connectivity/private/render/dot';
import { escape as escapeMarkdown } from '../../../src/connectivity/private/render/markdown';
import { escape as escapeMermaid } from '../../../src/connectivity/private/render/mermaid';
import { MARKS } from '../../../src/connectivity/private/render/text';
import { markup } from '../../../src/page/markup';
import { connectivityData } from '../../support/connectivity-arbitrary';
import { FIXTURES } from '../../support/connectivity-fixtures';

const OUTPUTS = {
  JSON: renderJson,
  Markdown: renderMarkdown,
  Mermaid: renderMermaid,
  Graphviz: renderDot,
  HTML: (data: Parameters<typeof renderHtml>[0]) => renderHtml(data, { title: 'Report' }),
};

/** How often the text occurs. */
const occurrences = (text: string, part: string) => text.split(part).length - 1;

const ofVerdict = (paths: readonly ConnectivityPath[], verdict: string) =>
  paths.filter((path) => path.verdict === verdict).length;

describe('every path is told', () => {
  test('in JSON, as it was given', () =>
    fc.assert(fc.property(connectivityData, (data) => expect(JSON.parse(renderJson(data))).toEqual(data))));

  test('in Markdown, by a verdict in the matrix and by its reason', () =>
    fc.assert(
      fc.property(connectivityData, (data) => {
        const text = renderMarkdown(data);
        for (const [verdict, mark] of Object.entries(MARKS)) {
          const cells = text.match(new RegExp(`(?:\\| |; )[${mark}] ${verdict}(?= via | \\()`, 'gu')) ?? [];
          expect(cells.length).toBeGreaterThanOrEqual(ofVerdict(data.paths, verdict));
        }
        data.paths.forEach(({ code, reason }) =>
          expect(text).toContain(`. ${escapeMarkdown(code)}: ${escapeMarkdown(reason)}`),
        );
      }),
    ));

  test.each([
    ['Mermaid', renderMermaid, escapeMermaid, /-->\|"[✓✗?] (.*)"\|/gu, ', '],
    ['Graphviz', renderDot, escapeDot, /-> b\d+ \[label="[✓✗?]\\n(.*)", color=/gu, '\\n'],
  ] as const)('in %s, by its request type at an arrow', (_, render, escape, arrow, separator) =>
    fc.assert(
      fc.property(connectivityData, (data) => {
        const labels = [...render(data).matchAll(arrow)].map(([, label]) => label).join(separator);
        const types = new Set(data.paths.map(({ requestType }) => requestType));
        for (const type of types) {
          const paths = data.paths.filter(({ requestType }) => requestType === type);
          expect(occurrences(labels, escape(type))).toBe(paths.length);
        }
      }),
    ),
  );

  test('in HTML, by one link in the diagram, one cell of the table, and one reason', () =>
    fc.assert(
      fc.property(connectivityData, (data) => {
        const text = renderHtml(data, { title: 'Report' });
        expect(occurrences(text, '<a class="path"')).toBe(data.paths.length);
        data.paths.forEach(({ verdict, reason, code }, index) => {
          expect(occurrences(text, ` id="p${index}" href="#path-${index}"`)).toBe(1);
          expect(occurrences(text, ` data-path="${index}"><span id="path-${index}">`)).toBe(1);
          expect(occurrences(text, `<div class="reason ${verdict} r${index}">`)).toBe(1);
          expect(occurrences(text, markup`<p>${`${reason} (${code})`}</p>`.text)).toBeGreaterThan(0);
        });
      }),
      { numRuns: 30 },
    ));
});

describe.each(Object.entries(OUTPUTS))('%s', (_, render) => {
  test('is the same for the same data', () =>
    fc.assert(
      fc.property(connectivityData, (data) => expect(render(structuredClone(data))).toBe(render(data))),
      { numRuns: 20 },
    ));

  test('is well formed and ends with one line feed', () =>
    fc.assert(
      fc.property(connectivityData, (data) => {
        const text = render(data);
        expect(text).not.toMatch(/\p{Cs}/u);
        expect(text).toMatch(/[^\n]\n$/);
      }),
      { numRuns: 20 },
    ));

  test.each(Object.entries(FIXTURES))('hides or turns around no text: %s', (__, data) => {
    if (render !== renderJson) expect(render(data)).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
  });
});
