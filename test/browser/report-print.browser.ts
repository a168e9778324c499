import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium';
import { PdfPage, printed } from './pdf';
import { dataOf, OF_EXAMPLES, openReport, PROVENANCE } from './report';
import { FIXTURES } from '../support/connectivity-fixtures';

// Functions below run in the page; the project's types know no browser.
declare const document: any;

/** A4 in landscape format, in points. */
const A4 = { width: 842, height: 595 };

const folder = mkdtempSync(join(tmpdir(), 'print-'));
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

const bare = (text: string) => text.replace(/\s+/g, '');

/** The texts of all elements that a selector finds. */
const textsOf = (page: Page, selector: string) =>
  page.evaluate(
    (found) => [...document.querySelectorAll(found)].map((element: any) => element.textContent as string),
    selector,
  );

/** Those texts that are on no page in one piece. */
const missing = (wanted: readonly string[], pages: readonly PdfPage[]) =>
  wanted.filter((text) => !pages.some(({ all }) => all.includes(bare(text))));

/** The texts that stick out of the paper. */
const outside = ({ texts, width, height }: PdfPage) =>
  texts.filter(({ left, right, bottom, top }) => left < 0 || bottom < 0 || right > width || top > height);

/** Without hostile names: a PDF has text from right to left in the order of its places. */
const PRINTED = Object.entries(FIXTURES).filter(([name]) => name !== 'hostile names');

describe.each([...OF_EXAMPLES, ...PRINTED])('the printed page of: %s', (_, data) => {
  let page: Page;
  let pages: PdfPage[];
  beforeAll(async () => {
    ({ page } = await openReport(browser, folder, data));
    pages = await printed(browser, page);
  });
  afterAll(() => page?.close());

  test('is A4 in landscape format, and each page has its number', () => {
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(
      pages.map(() => [A4.width, A4.height]),
    );
    const numbers = pages.map(({ all }) => /page\d+of\d+/.exec(all)?.[0]);
    expect(numbers).toEqual(pages.map((__, index) => `page${index + 1}of${pages.length}`));
  });

  test('has each text inside of its paper', () => expect(pages.flatMap(outside)).toEqual([]));

  test('has each text of each picture, a picture on one page', async () => {
    const pictures = await page.evaluate(() =>
      [...document.querySelectorAll('.picture')].map((picture: any) =>
        [...picture.querySelectorAll('text')]
          .filter((text: any) => text.getClientRects().length > 0)
          .map((text: any) => text.textContent as string),
      ),
    );
    for (const texts of pictures) {
      expect(texts.length).toBeGreaterThan(0);
      const complete = pages.filter((one) => missing(texts, [one]).length === 0);
      expect(complete.length).toBeGreaterThanOrEqual(1);
    }
  });

  test('has each cell of each table, in the last column too, and repeats the heads', async () => {
    const cells = await textsOf(page, 'tbody td:not(:has(.call)):not(:has(li)), .call > .anchor, .call > p, td li');
    expect(missing(cells, pages)).toEqual([]);
    const heads = (await textsOf(page, 'thead')).map(bare);
    const rows = await page.evaluate(() =>
      [...document.querySelectorAll('tbody tr')].map((row: any) => ({
        head: row.closest('table').tHead.textContent as string,
        name: row.cells[0].textContent as string,
      })),
    );
    expect(heads.length > 0 || rows.length === 0).toBe(true);
    for (const { head, name } of rows) {
      const places = pages.filter(({ all }) => all.includes(bare(head)) && all.includes(bare(name)));
      expect(places.length).toBeGreaterThan(0);
    }
  });

  test('has no controls, and says at its foot where it comes from', async () => {
    expect(pages.filter(({ all }) => /Showall|all verdicts|Copythe|Skipto/.test(all))).toEqual([]);
    expect(
      missing(
        PROVENANCE.flatMap(({ name, value }) => [name, value]),
        pages.slice(-1),
      ),
    ).toEqual([]);
  });
});

test.each(['quick-start', 'hub-and-spoke'])(
  '%s is printed in light colours while the system has dark ones',
  async (name) => {
    const { page } = await openReport(browser, folder, dataOf(name));
    const light = await printed(browser, page);
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await printed(browser, page);
    expect(dark.map(({ drawing }) => drawing)).toEqual(light.map(({ drawing }) => drawing));
    expect(dark[0].drawing).toContain('#116329');
    await page.close();
  },
);

test('the quick start takes two to five pages, and its first has the picture', async () => {
  const { page } = await openReport(browser, folder, dataOf('quick-start'));
  const pages = await printed(browser, page);
  expect(pages.length).toBeGreaterThanOrEqual(2);
  expect(pages.length).toBeLessThanOrEqual(5);
  expect(missing(await textsOf(page, '.picture text'), pages.slice(0, 1))).toEqual([]);
  await page.close();
});

test('what is filtered is printed with the words that say so', async () => {
  const { page } = await openReport(browser, folder, FIXTURES['main example'], { fragment: '#?verdict=allowed' });
  const [first] = await printed(browser, page);
  expect(first.all).toContain('Shows5of12paths.');
  await page.close();
});
