import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium';
import { OpenOptions } from './opened-page';
import { openReport, shownTexts } from './report';
import { hubAndSpoke, mainExample } from '../support/connectivity-data';
import { FIXTURES } from '../support/connectivity-fixtures';

// Functions below run in the page; the project's types know no browser.
declare const document: any;
declare const navigator: any;

const folder = mkdtempSync(join(tmpdir(), 'script-'));
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

const open = (data = mainExample, options: OpenOptions = {}) => openReport(browser, folder, data, options);

/** The paths whose cells are shown, by number. */
const shownPaths = async (page: Page) =>
  (
    await page.locator('.call:visible').evaluateAll((calls: any[]) => calls.map((call) => Number(call.dataset.path)))
  ).sort((one, other) => one - other);

const fragment = (page: Page) => page.evaluate<string>('location.hash');
const status = (page: Page) => page.locator('#status').innerText();
const indexes = (data: typeof mainExample, filter: (path: (typeof mainExample.paths)[number]) => boolean) =>
  data.paths.flatMap((path, index) => (filter(path) ? [index] : []));

describe('filters', () => {
  test('show the paths with a verdict, and the address keeps it', async () => {
    const { page, complaints } = await open();
    await page.selectOption('[name=verdict]', 'allowed');
    expect(await shownPaths(page)).toEqual(indexes(mainExample, ({ verdict }) => verdict === 'allowed'));
    expect(await status(page)).toBe('Shows 5 of 12 paths.');
    expect(await fragment(page)).toBe('#?verdict=allowed');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('show the paths from a place, in both tables', async () => {
    const { page } = await open();
    await page.selectOption('[name=from]', { label: 'apps of snet-app' });
    expect(await shownPaths(page)).toEqual([4, 5, 6, 7]);
    expect(await page.locator('tbody th:visible').allInnerTexts()).toEqual(['apps of snet-app', 'apps of snet-app']);
    expect(await fragment(page)).toBe('#?from=apps-of-snet-app');
    await page.close();
  });

  test('hide the services that no path leads to', async () => {
    const { page } = await open(hubAndSpoke);
    await page.selectOption('[name=to]', { label: 'sigr-news' });
    expect(await page.locator('section.service:visible').evaluateAll((all: any[]) => all.map(({ id }) => id))).toEqual([
      'to/sigr-news',
    ]);
    expect(await status(page)).toBe('Shows 16 of 32 paths.');
    await page.close();
  });

  test('offer no choice of service where there is one', async () => {
    const { page } = await open();
    expect(await page.locator('[name=to]').count()).toBe(0);
    await page.close();
  });

  test.each([
    ['the code of a rule', 'DNS/no-record', ({ code }: any) => code === 'dns/no-record'],
    ['a step of name resolution', '10.2.0.69', ({ resolution }: any) => resolution.chain.includes('A 10.2.0.69')],
    [
      'several words in any order',
      'snet-jump serverconnection',
      (path: any) => path.origin === 'Hub/Jump' && path.requestType === 'ServerConnection',
    ],
    ['the path of the service', 'spoke/orders', ({ service }: any) => service === 'Spoke/Orders'],
    ['nothing that is there', 'nowhere', () => false],
  ])('search for %s', async (_, words, isFound) => {
    const { page } = await open(hubAndSpoke);
    await page.fill('[name=find]', words);
    const expected = indexes(hubAndSpoke, isFound);
    expect(await shownPaths(page)).toEqual(expected);
    expect(await status(page)).toBe(`Shows ${expected.length} of 32 paths.`);
    await page.close();
  });

  test('pale what they hide in the pictures, and take it out of the order of the keyboard', async () => {
    const { page } = await open();
    await page.selectOption('[name=verdict]', 'allowed');
    const links = await page
      .locator('.picture .path')
      .evaluateAll((all: any[]) => all.map(({ id, tabIndex, classList }) => [id, tabIndex, classList.contains('out')]));
    for (const [id, tabIndex, isOut] of links) {
      const isAllowed = mainExample.paths[Number(id.slice(1))].verdict === 'allowed';
      expect([id, tabIndex, isOut]).toEqual([id, isAllowed ? 0 : -1, !isAllowed]);
    }
    expect(await page.locator('.picture .line.denied:not(.out)').count()).toBe(0);
    expect(await page.locator('.picture .line.allowed.out').count()).toBe(0);
    await page.close();
  });

  test('go together, and a button shows all again', async () => {
    const { page } = await open();
    await page.selectOption('[name=verdict]', 'denied');
    await page.selectOption('[name=from]', 'internet');
    await page.fill('[name=find]', 'trace');
    await page.keyboard.press('Enter');
    expect(await shownPaths(page)).toEqual([3]);
    expect(await fragment(page)).toBe('#?from=internet&verdict=denied&find=trace');
    await page.click('text=Show all');
    expect(await shownPaths(page)).toHaveLength(12);
    expect(await status(page)).toBe('Shows all 12 paths.');
    expect(await fragment(page)).toBe('');
    await page.close();
  });
});

describe('addresses', () => {
  test('that keep filters show the same paths again', async () => {
    const { page } = await open(mainExample, { fragment: '#?from=internet&verdict=denied' });
    expect(await shownPaths(page)).toEqual([0, 2, 3]);
    expect(await page.inputValue('[name=verdict]')).toBe('denied');
    await page.evaluate("location.hash = '#?verdict=allowed'");
    await page.waitForFunction("document.getElementById('status').textContent === 'Shows 5 of 12 paths.'");
    await page.close();
  });

  test.each(['#?verdict=nonsense&from=%3Cb%3E', '#?%', '#%', '#no-such-place'])('%s shows all paths', async (asked) => {
    const { page, complaints } = await open(mainExample, { fragment: asked });
    expect(await shownPaths(page)).toHaveLength(12);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test.each(Object.entries(FIXTURES))('of services, rows and paths lead there, each once: %s', async (_, data) => {
    const { page } = await open(data);
    const links = await page.locator('a.anchor').evaluateAll((all: any[]) =>
      all.map((link) => ({
        own: document.getElementById(decodeURIComponent(link.hash.slice(1)))?.contains(link),
        hash: link.hash,
      })),
    );
    expect(links.filter(({ own }) => !own)).toEqual([]);
    const ids = await page.locator('[id]').evaluateAll((all: any[]) => all.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    await page.close();
  });

  test('of a path show it, also where filters hide it', async () => {
    const { page } = await open(mainExample, { fragment: '#?verdict=denied' });
    const id = 'to/sigr-chat-prod/from/apps-of-snet-app/ServerConnection';
    await page.evaluate((hash) => (document.location.hash = hash), id);
    await page.waitForFunction("document.getElementById('status').textContent === 'Shows all 12 paths.'");
    expect(await page.locator('.call:target').getAttribute('id')).toBe(id);
    await page.close();
  });

  test('appear at the name of a row under the pointer and with the focus', async () => {
    const { page } = await open();
    const link = page.locator('tbody th .anchor').first();
    const opacity = () =>
      link.evaluate((one: any) => one.ownerDocument.defaultView.getComputedStyle(one, '::after').opacity);
    expect(await opacity()).toBe('0');
    await link.hover();
    expect(await opacity()).toBe('1');
    await page.mouse.move(0, 0);
    await page.locator('h2 .anchor').focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate("getComputedStyle(document.querySelector('section.service h2 .anchor'), '::after').opacity"),
    ).toBe('1');
    await page.close();
  });
});

describe('copying a reason', () => {
  const copied = async (page: Page, path: number) => {
    const button = page.locator(`[data-path="${path}"] .copy`);
    await button.focus();
    await page.keyboard.press('Enter');
    await button.getByText('Copied').waitFor();
  };

  test('gives the call with its verdict, the rule with its code, and the name resolution, and says so', async () => {
    const { page } = await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await copied(page, 5);
    const { call, outcome, because, resolution } = shownTexts(mainExample)[5];
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${call}: ✗ ${outcome}\n${because}\nName resolution: ${resolution}`,
    );
    expect(await status(page)).toBe(`Copied the reason of ${call}.`);
    await page.close();
  });

  test('works where the browser has no clipboard for pages', async () => {
    const { page } = await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const read = await page.evaluateHandle(() => navigator.clipboard.readText.bind(navigator.clipboard));
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await copied(page, 0);
    expect(await page.evaluate((readText: any) => readText(), read)).toContain('ServerConnection from internet to');
    expect(await page.locator('textarea').count()).toBe(0);
    await page.close();
  });

  test('has a button at each path, named after the path', async () => {
    const { page } = await open();
    expect(await page.getByRole('button', { name: /^Copy the reason of / }).count()).toBe(12);
    const { call } = shownTexts(mainExample)[7];
    expect(await page.getByRole('button', { name: `Copy the reason of ${call}` }).count()).toBe(1);
    await page.close();
  });
});

describe('without a script', () => {
  test('all paths are shown, and no controls', async () => {
    const { page } = await open(mainExample, { javaScriptEnabled: false });
    expect(await page.locator('.call:visible').count()).toBe(12);
    expect(await page.locator('form:visible, button:visible').count()).toBe(0);
    await page.close();
  });
});

test('a browser runs the script of the page, and no other', async () => {
  const { page, complaints } = await open();
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "changed"';
    document.body.append(script);
  });
  expect(await page.title()).toBe('Who reaches the chat');
  expect(complaints.join()).toContain('Content Security Policy');
  await page.close();
});
