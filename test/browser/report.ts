import { writeFileSync } from 'fs';
import { join } from 'path';
import { pathToFileURL } from 'url';
import { Testing } from 'cdktf';
import { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { EXAMPLES } from '../../examples/stacks';
import { ConnectivityData, ConnectivityReport } from '../../src/connectivity';
import { renderHtml } from '../../src/connectivity/private/render';
import { pathTexts } from '../../src/connectivity/private/render/path-text';
import { plain } from '../../src/page/text';

/** A page of a report in a window of its own. */
export interface Opened {
  readonly page: Page;
  /** What the browser complained about. */
  readonly complaints: string[];
  /** Addresses it asked for, apart from the page itself. */
  readonly requests: string[];
}

/** What the page is opened with. */
export interface OpenOptions extends Pick<BrowserContextOptions, 'colorScheme' | 'javaScriptEnabled' | 'forcedColors'> {
  /** Width of the window, 1280 pixels if it is not given. */
  readonly width?: number;
  /** What follows the address of the page, such as `#?verdict=denied`. */
  readonly fragment?: string;
}

/** The report of data as a file of a folder, in the browser. */
export async function openReport(
  browser: Browser,
  folder: string,
  data: ConnectivityData,
  { width = 1280, fragment = '', ...context }: OpenOptions = {},
): Promise<Opened> {
  const file = join(folder, 'report.html');
  writeFileSync(file, renderHtml(data, { title: 'Who reaches the chat', provenance: PROVENANCE }));
  const page = await browser.newPage({ viewport: { width, height: 900 }, ...context });
  const complaints: string[] = [];
  const requests: string[] = [];
  const url = pathToFileURL(file).href;
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(dialog.message()));
  page.on('request', (request) => request.url() !== url && requests.push(request.url()));
  await page.goto(url + fragment);
  return { page, complaints, requests };
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
