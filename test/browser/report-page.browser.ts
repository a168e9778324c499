import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { pathToFileURL } from 'url';
import { Testing } from 'cdktf';
import { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium';
import { badTexts, contrasts, crossings, overflow, overlaps, pictureSizes } from './page-checks';
import { saveScreenshot } from './screenshot';
import { EXAMPLES } from '../../examples/stacks';
import { ConnectivityData, ConnectivityReport } from '../../src/connectivity';
import { renderHtml } from '../../src/connectivity/private/render';
import { pathTexts } from '../../src/connectivity/private/render/path-text';
import { plain } from '../../src/page/text';
import { hubAndSpoke, mainExample, nothing } from '../support/connectivity-data';
import { FIXTURES } from '../support/connectivity-fixtures';
import { hostileNames } from '../support/hostile-connectivity';

/** What a landscape page of A4 with margins of 12 mm has for its content, in pixels of CSS. */
const PRINTED = { width: 1031, height: 702 };

const folder = mkdtempSync(join(tmpdir(), 'report-'));
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

interface Opened {
  readonly page: Page;
  /** What the browser complained about. */
  readonly complaints: string[];
  /** Addresses it asked for, apart from the page itself. */
  readonly requests: string[];
}

async function open(data: ConnectivityData, width = 1280, colorScheme: 'light' | 'dark' = 'light'): Promise<Opened> {
  const file = join(folder, 'report.html');
  writeFileSync(file, renderHtml(data, { title: 'Who reaches the chat' }));
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const complaints: string[] = [];
  const requests: string[] = [];
  const url = pathToFileURL(file).href;
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(dialog.message()));
  page.on('request', (request) => request.url() !== url && requests.push(request.url()));
  await page.goto(url);
  return { page, complaints, requests };
}

const shownReasons = (page: Page) => page.locator('.reason:visible').allInnerTexts();
const texts = (data: ConnectivityData) =>
  pathTexts(data).map(({ call, because, outcome }) => ({
    call: plain(call),
    because: plain(because),
    outcome: plain(outcome),
  }));
const normal = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What the report of an example tells. */
function dataOf(example: string): ConnectivityData {
  const app = Testing.app();
  EXAMPLES[example](app);
  return ConnectivityReport.of(app).data;
}

const OF_EXAMPLES = Object.keys(EXAMPLES).map((name) => [`example ${name}`, dataOf(name)] as const);

describe.each([...Object.entries(FIXTURES), ...OF_EXAMPLES])('the page of: %s', (_, data) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open(data);
  });
  afterAll(() => opened?.page.close());

  test('asks for nothing and gives the browser nothing to complain about', () => {
    expect(opened.complaints).toEqual([]);
    expect(opened.requests).toEqual([]);
  });

  test('has one heading, one main part and its language', async () => {
    const { page } = opened;
    expect(await page.title()).toBe('Who reaches the chat');
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('main').count()).toBe(1);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  test('has each path as a link in the diagram and as a cell of the tables', async () => {
    const { page } = opened;
    const links = page.locator('a.path');
    expect(await links.count()).toBe(data.paths.length);
    for (const [index, { call, because, outcome }] of texts(data).entries()) {
      const name = await page.locator(`#p${index}`).getAttribute('aria-label');
      expect(normal(name!)).toBe(normal(`${call}: ${outcome}, because ${because}`));
      const cell = normal(await page.locator(`td > #path-${index}`).innerText());
      expect(cell).toContain(normal(because));
      expect(cell).toContain(normal(outcome));
    }
  });

  test('cuts no text, and no box or label covers another', async () => {
    expect(await badTexts(opened.page)).toEqual([]);
    expect(await overlaps(opened.page)).toEqual([]);
  });

  test.each([400, 800, 1400])('leads no line through a box in a window of %i pixels', async (width) => {
    await opened.page.setViewportSize({ width, height: 900 });
    expect(await crossings(opened.page)).toEqual([]);
    expect(await badTexts(opened.page)).toEqual([]);
    expect(await overlaps(opened.page)).toEqual([]);
  });

  test.each([375, 768, 1280])('is not wider than a window of %i pixels', async (width) => {
    await opened.page.setViewportSize({ width, height: 900 });
    expect(await overflow(opened.page)).toBe(0);
  });

  test('fits on landscape pages when it is printed, each picture on one', async () => {
    const { page } = opened;
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(PRINTED);
    const [wide, sizes] = [await overflow(page), await pictureSizes(page)];
    await page.emulateMedia({ media: null });
    expect(wide).toBe(0);
    expect(sizes.filter(({ width, height }) => width > PRINTED.width || height > PRINTED.height)).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('has a contrast of at least 4.5 in %s colours', async (colorScheme) => {
    await opened.page.emulateMedia({ colorScheme });
    const found = await contrasts(opened.page);
    expect(found.length).toBeGreaterThan(1);
    expect(found.filter(({ ratio }) => !(ratio >= 4.5))).toEqual([]);
  });
});

describe('with the keyboard', () => {
  test('Tab leads from the skip link through all paths, and each shows its reason', async () => {
    const { page } = await open(mainExample);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the tables');
    await page.keyboard.press('Tab');
    expect(await shownReasons(page)).toEqual([]);
    const seen: string[] = [];
    for (const _ of mainExample.paths) {
      await page.keyboard.press('Tab');
      const id = await page.evaluate<string>('document.activeElement.id');
      const { call, because } = texts(mainExample)[Number(id.slice(1))];
      const [reason, ...others] = await shownReasons(page);
      expect(others).toEqual([]);
      expect(reason).toContain(call);
      expect(reason).toContain(because);
      seen.push(id);
    }
    expect(new Set(seen).size).toBe(mainExample.paths.length);
    await page.close();
  });

  test('the skip link leads to the tables, and a path to its cell', async () => {
    const { page } = await open(mainExample);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('tables');
    await page.focus('#p5');
    await page.keyboard.press('Enter');
    expect(await page.locator('.call:target').getAttribute('id')).toBe('path-5');
    await page.close();
  });

  test('a path that is out of sight is scrolled to, and its reason stays in the window', async () => {
    const { page } = await open(hubAndSpoke, 1000);
    const last = `#p${hubAndSpoke.paths.length - 1}`;
    await page.focus(last);
    const link = (await page.locator(last).boundingBox())!;
    // Chromium leaves alone what is in sight in part.
    expect(link.x + link.width).toBeGreaterThan(0);
    expect(link.x).toBeLessThan(1000);
    expect(await shownReasons(page)).toHaveLength(1);
    await page.close();
  });
});

describe('with a pointer', () => {
  test('a path shows its reason, before that of the path with the focus', async () => {
    const { page } = await open(mainExample);
    await page.focus('#p0');
    await page.hover('#p5');
    const shown = await shownReasons(page);
    expect(shown).toHaveLength(1);
    expect(shown[0]).toContain('ClientConnection from apps of snet-app to sigr-chat-prod: ✗ denied via ');
    expect(await page.locator('.hint').isVisible()).toBe(false);
    await page.close();
  });

  test('an arrow shows the reasons of all its paths', async () => {
    const { page } = await open(mainExample);
    await page.locator('.wide .line.allowed .head').last().hover();
    expect((await shownReasons(page)).map((text) => text.split(':')[0])).toEqual([
      'ServerConnection from apps of snet-app to sigr-chat-prod',
      'ClientConnection from apps of snet-app to sigr-chat-prod',
      'RESTAPI from apps of snet-app to sigr-chat-prod',
      'Trace from apps of snet-app to sigr-chat-prod',
      'ServerConnection from private endpoint pep-chat-prod to sigr-chat-prod',
      'ClientConnection from private endpoint pep-chat-prod to sigr-chat-prod',
      'RESTAPI from private endpoint pep-chat-prod to sigr-chat-prod',
      'Trace from private endpoint pep-chat-prod to sigr-chat-prod',
    ]);
    await page.close();
  });

  test.each(['light', 'dark'] as const)('what it points at keeps its contrast in %s colours', async (colorScheme) => {
    const { page } = await open(FIXTURES['unknown names'], 1280, colorScheme);
    for (const verdict of ['allowed', 'denied', 'unknown']) {
      await page.locator(`.path:has(.chip.${verdict})`).first().hover();
      const found = await contrasts(page);
      expect(found.filter(({ ratio }) => !(ratio >= 4.5))).toEqual([]);
    }
    await page.close();
  });
});

test('assistive technology is told of the diagram, the links, the tables and their headers', async () => {
  const { page } = await open(mainExample);
  const snapshot = await page.locator('body').ariaSnapshot();
  for (const part of [
    'heading "Who reaches the chat" [level=1]',
    'heading "sigr-chat-prod" [level=2]',
    'group "Diagram of the paths to sigr-chat-prod"',
    'link "ServerConnection from internet to sigr-chat-prod: denied via public endpoint, because The allow list of the ' +
      'public network does not allow ServerConnection. (nac/denied)"',
    'img "private endpoint PrivateEndpoint: Prod/Chat/SignalR/PrivateEndpoint/Resource, 10.0.0.68"',
    'table "Which requests reach sigr-chat-prod"',
    'columnheader "ServerConnection"',
    'rowheader "internet"',
    'table "What the name of sigr-chat-prod resolves to"',
  ]) {
    expect(snapshot).toContain(part);
  }
  await page.close();
});

test('verdicts differ without colour: by a sign and by the line', async () => {
  const { page } = await open(FIXTURES['unknown names']);
  const dashes = (verdict: string) =>
    page
      .locator(`.legend .${verdict} path`)
      .first()
      .evaluate((path: any) => path.ownerDocument.defaultView.getComputedStyle(path).strokeDasharray);
  expect(new Set([await dashes('allowed'), await dashes('denied'), await dashes('unknown')]).size).toBe(3);
  expect(await page.locator('.legend').innerText()).toMatch(/✓ allowed.*✗ denied.*\? unknown/s);
  await page.close();
});

test('a page without paths says what it has nothing of', async () => {
  const { page } = await open(nothing);
  expect(await page.locator('.report').count()).toBe(0);
  expect(await page.locator('body').innerText()).toContain('0 services, 0 origins, 0 paths');
  await page.close();
});

test('hostile names stay text', async () => {
  const { page, complaints } = await open(hostileNames);
  expect(await page.locator('script').count()).toBe(0);
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.locator('a:not(.path, .request, .skip)').count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.close();
});

if (process.env.UPDATE_SCREENSHOTS === '1') {
  test.each(['light', 'dark'] as const)(
    'writes the screenshot of the documentation in %s colours',
    async (colorScheme) => {
      const name = colorScheme === 'light' ? 'connectivity.png' : 'connectivity-dark.png';
      const html = renderHtml(dataOf('quick-start'), { title: 'Connectivity of the main example' });
      await saveScreenshot(browser, html, join('docs', 'images', name), { colorScheme, focus: '#p4' });
    },
  );
}
