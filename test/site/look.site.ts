import { Server } from 'http';
import { Browser } from 'playwright-core';
import { serveSite } from './support/server';
import { launchChromium } from '../browser/chromium';

// Functions below run in the page; the project's types know no browser.
declare const document: any;

const PAGES = ['/', '/docs/', '/docs/options', '/docs/errors', '/docs/api/signalr', '/RULES', '/examples/quick-start/'];
const WIDTHS = [375, 800, 1400];

let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  ({ server, address } = await serveSite());
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

/** A page of this width, for which the network ends at this machine. */
async function open(path: string, width: number) {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const asked: string[] = [];
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(address)) return route.continue();
    asked.push(url);
    return route.abort();
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
  return { page, asked, faults, close: () => context.close() };
}

describe.each(WIDTHS)('at a width of %d', (width) => {
  test.each(PAGES)('%s fits, raises no error, and asks nobody else', async (path) => {
    const { page, asked, faults, close } = await open(path, width);
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth: content, clientWidth: window } = document.documentElement;
      return { scrollWidth: content, clientWidth: window };
    });
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    expect(await page.locator('h1').first().isVisible()).toBe(true);
    expect({ asked, faults }).toEqual({ asked: [], faults: [] });
    await close();
  });
});

test('search finds a code, without a network', async () => {
  const { page, asked, close } = await open('/', 1400);
  await page.locator('.VPNavBarSearch button').first().click();
  await page.locator('.search-input').fill('network/cidr');
  const results = page.locator('.results a');
  await results.first().waitFor();
  const found = await results.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(found.join()).toMatch(/\/docs\/(?:errors|api\/raised-by)(?:\.html)?#/);
  expect(asked).toEqual([]);
  await close();
});

test('the reference leads from a type to the code that it reports', async () => {
  const { page, close } = await open('/docs/api/signalr#SignalRService', 1400);
  const link = page.locator('a[href$="errors.html#signalr-services"], a[href$="errors#signalr-services"]').first();
  await link.click();
  await page.locator('h1', { hasText: 'Codes' }).waitFor();
  expect(page.url()).toMatch(/\/docs\/errors(?:\.html)?#signalr-services$/);
  await close();
});
