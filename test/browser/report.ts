import { Testing } from 'cdktf';
import { Browser } from 'playwright-core';
import { openHtml, OpenedPage, OpenOptions } from './opened-page';
import { EXAMPLES } from '../../examples/stacks';
import { ConnectivityData, ConnectivityReport } from '../../src/connectivity';
import { renderHtml } from '../../src/connectivity/private/render';
import { pathTexts } from '../../src/connectivity/private/render/path-text';
import { plain } from '../../src/page/text';

/** The report of data in the browser. */
export function openReport(
  browser: Browser,
  folder: string,
  data: ConnectivityData,
  options?: OpenOptions,
): Promise<OpenedPage> {
  return openHtml(
    browser,
    folder,
    renderHtml(data, { title: 'Who reaches the chat', provenance: PROVENANCE }),
    options,
  );
}

/** What the foot of an opened page says. */
export const PROVENANCE = [
  { name: 'Commit', value: '0123456789abcdef' },
  { name: 'Version', value: '1.2.3' },
];

/** What the report of an example tells. */
export function dataOf(example: string): ConnectivityData {
  const app = Testing.app();
  EXAMPLES[example](app);
  return ConnectivityReport.of(app).data;
}

/** The data of each example, by its name. */
export const OF_EXAMPLES = Object.keys(EXAMPLES).map((name) => [`example ${name}`, dataOf(name)] as const);

/** The words of each path as a page shows them. */
export const shownTexts = (data: ConnectivityData) =>
  pathTexts(data).map(({ call, because, outcome, resolution }) => ({
    call: plain(call),
    because: plain(because),
    outcome: plain(outcome),
    resolution: plain(resolution),
  }));

/** The text with one space for each run of white space. */
export const normal = (text: string) => text.replace(/\s+/g, ' ').trim();
