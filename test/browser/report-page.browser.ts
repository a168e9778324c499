import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium';
import { OpenedPage } from './opened-page';
import { badTexts, contrasts, crossings, overflow, overlaps, pictureSizes } from './page-checks';
import { normal, OF_EXAMPLES, openReport, shownTexts } from './report';
import { ConnectivityData } from '../../src/connectivity';
import { renderHtml } from '../../src/connectivity/private/render';
import { hubAndSpoke, mainExample, nothing } from '../support/connectivity-data';
import { FIXTURES } from '../support/connectivity-fixtures';
import { hostileNames } from '../support/hostile-connectivity';

/** What a landscape page of A4 with margins of 12 mm has for its content, in pixels of CSS. */
const PRINTED = { width: 1031, height: 702 };

// Functions below run in the page; the project's types know no browser.
declare const innerWidth: number;

const folder = mkdtempSync(join(tmpdir(), 'report-'));
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

const open = (data: ConnectivityData, width = 1280, colorScheme: 'light' | 'dark' = 'light') =>
  openReport(browser, folder, data, { width, colorScheme });

const shownReasons = (page: Page) => page.locator('.reason:visible').allInnerTexts();

describe.each([...Object.entries(FIXTURES), ...OF_EXAMPLES])('the page of: %s', (_, data) => {
  let opened: OpenedPage;
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
    for (const [index, { call, because, outcome }] of shownTexts(data).entries()) {
      const name = await page.locator(`#p${index}`).getAttribute('aria-label');
      expect(normal(name!)).toBe(normal(`${call}: ${outcome}, because ${because}`));
      const cell = normal(await page.locator(`td > [data-path="${index}"]`).innerText());
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
  test('Tab leads from the skip link over what to look at and the filters to the picture', async () => {
    const { page } = await open(mainExample);
    const seen: string[] = [];
    for (let stop = 0; stop < 9; stop += 1) {
      await page.keyboard.press('Tab');
      seen.push(
        await page.evaluate<string>(
          'document.activeElement.name || document.activeElement.id || document.activeElement.textContent',
        ),
      );
    }
    expect(seen).toEqual([
      'Skip to the services',
      'ClientConnection',
      'from',
      'verdict',
      'find',
      'Show all',
      'sigr-chat-prod',
      'Skip the diagram',
      'picture-1',
    ]);
    await page.close();
  });

  test('Tab leads from the picture through all its paths, and each shows its reason', async () => {
    const { page } = await open(mainExample);
    await page.focus('#picture-1');
    expect(await shownReasons(page)).toEqual([]);
    const seen: string[] = [];
    for (const _ of mainExample.paths) {
      await page.keyboard.press('Tab');
      const id = await page.evaluate<string>('document.activeElement.id');
      const { call, because } = shownTexts(mainExample)[Number(id.slice(1))];
      const [reason, ...others] = await shownReasons(page);
      expect(others).toEqual([]);
      expect(reason).toContain(call);
      expect(reason).toContain(because);
      seen.push(id);
    }
    expect(new Set(seen).size).toBe(mainExample.paths.length);
    await page.close();
  });

  test('the skip links lead to the services and to the tables, and a path to its cell', async () => {
    const { page } = await open(mainExample);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('services');
    await page.focus('.report .skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('tables-picture-1');
    await page.focus('#p5');
    await page.keyboard.press('Enter');
    expect(await page.locator('.call:has(:target)').getAttribute('data-path')).toBe('5');
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
      'ServerConnection from anything else that reaches the endpoint pep-chat-prod to sigr-chat-prod',
      'ClientConnection from anything else that reaches the endpoint pep-chat-prod to sigr-chat-prod',
      'RESTAPI from anything else that reaches the endpoint pep-chat-prod to sigr-chat-prod',
      'Trace from anything else that reaches the endpoint pep-chat-prod to sigr-chat-prod',
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
    'search "Filter the paths"',
    'combobox "Verdict"',
    'searchbox "Search"',
    'status: Shows all 12 paths.',
    'region "Diagram: sigr-chat-prod"',
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
  const { page } = await open(mainExample);
  const dashes = (verdict: string) =>
    page
      .locator(`.counts .${verdict} path`)
      .first()
      .evaluate((path: any) => path.ownerDocument.defaultView.getComputedStyle(path).strokeDasharray);
  expect(new Set([await dashes('allowed'), await dashes('denied'), await dashes('unknown')]).size).toBe(3);
  expect(await page.locator('.counts').innerText()).toMatch(/✓ 5 allowed.*✗ 7 denied.*\? 0 unknown/s);
  await page.close();
});

describe('where a system forces its colours', () => {
  test('verdicts differ by sign, word and line, and borders stay', async () => {
    const { page } = await openReport(browser, folder, FIXTURES['unknown names'], { forcedColors: 'active' });
    expect(await page.evaluate("matchMedia('(forced-colors: active)').matches")).toBe(true);
    for (const [verdict, sign] of Object.entries({ allowed: '✓', denied: '✗', unknown: '?' })) {
      expect(await page.locator(`.call.${verdict} .verdict`).first().innerText()).toBe(`${sign} ${verdict}`);
    }
    const lines = await page
      .locator('.counts path:first-child')
      .evaluateAll((all: any[]) =>
        all.map((path) => path.ownerDocument.defaultView.getComputedStyle(path).strokeDasharray),
      );
    expect(new Set(lines).size).toBe(3);
    const found = await contrasts(page);
    expect(found.filter(({ ratio }) => !(ratio >= 4.5))).toEqual([]);
    await page.close();
  });
});

describe('on a phone', () => {
  test('each row is a card with labels, and a table for assistive technology', async () => {
    const { page } = await open(mainExample, 390);
    const cells = page.locator('tbody tr').first().locator('th, td');
    const places = await cells.evaluateAll((all: any[]) => all.map((cell) => cell.getBoundingClientRect().toJSON()));
    for (const [index, { left, right, top }] of places.entries()) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(390);
      if (index > 0) expect(top).toBeGreaterThanOrEqual(places[index - 1].bottom);
    }
    const labels = await cells.evaluateAll((all: any[]) =>
      all.map((cell) => cell.ownerDocument.defaultView.getComputedStyle(cell, '::before').content),
    );
    expect(labels.slice(1).map((label) => label.replace(/^"(.*?)".*/, '$1'))).toEqual([
      'ServerConnection',
      'ClientConnection',
      'RESTAPI',
      'Trace',
    ]);
    const snapshot = await page.locator('table').first().ariaSnapshot();
    for (const part of [
      'table "Which requests reach',
      'columnheader "ServerConnection"',
      'rowheader "internet"',
      'cell',
    ]) {
      expect(snapshot).toContain(part);
    }
    await page.close();
  });

  test('no table scrolls by itself in windows from 320 pixels on', async () => {
    const { page } = await open(hubAndSpoke);
    for (const width of [320, 600, 800, 1000, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page
        .locator('table, tbody :is(td, th)')
        .evaluateAll((all: any[]) => all.filter((one) => one.getBoundingClientRect().right > innerWidth).length);
      expect([width, wide]).toEqual([width, 0]);
    }
    await page.close();
  });

  test('buttons that copy can be seen without a pointer', async () => {
    const page = await browser.newPage({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });
    await page.setContent(renderHtml(mainExample, { title: 'Report' }));
    const opacity = "getComputedStyle(document.querySelector('.copy')).opacity";
    expect(await page.evaluate(opacity)).toBe('1');
    await page.close();
  });
});

test('a page without paths says what it has nothing of', async () => {
  const { page } = await open(nothing);
  expect(await page.locator('.report').count()).toBe(0);
  expect(await page.locator('body').innerText()).toContain('0 services, 0 origins, 0 paths');
  await page.close();
});

test('hostile names stay text', async () => {
  const { page, complaints } = await open(hostileNames);
  expect(await page.locator('script').count()).toBe(1);
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.locator('a:not([href^="#"])').count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.close();
});
