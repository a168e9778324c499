import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { pathToFileURL } from 'url';
import { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from './chromium';
import { contrasts, overflow } from './page-checks';

/** What a landscape page of A4 with margins of 12 mm has for its content, in pixels of CSS. */
export const PRINTED = { width: 1031, height: 702 };

/** A page that a browser shows. */
export interface OpenedPage {
  readonly page: Page;
  /** What the browser complained about. */
  readonly complaints: string[];
  /** Addresses it asked for, apart from the page itself. */
  readonly requests: string[];
}

/** What a page is opened with. */
export interface OpenOptions extends Pick<BrowserContextOptions, 'colorScheme' | 'javaScriptEnabled' | 'forcedColors'> {
  /** Width of the window, 1280 pixels if it is not given. */
  readonly width?: number;
  /** What follows the address of the page, such as `#?verdict=denied`. */
  readonly fragment?: string;
}

/** Shows a page from a file of a folder. */
export async function openHtml(
  browser: Browser,
  folder: string,
  html: string,
  { width = 1280, fragment = '', ...context }: OpenOptions = {},
): Promise<OpenedPage> {
  const file = join(folder, 'page.html');
  writeFileSync(file, html);
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

/** A browser for the tests of a file. */
export class PageBrowser {
  private readonly folder = mkdtempSync(join(tmpdir(), 'page-'));
  private browser?: Browser;

  public async start(): Promise<void> {
    this.browser = await launchChromium();
  }

  public async stop(): Promise<void> {
    await this.browser?.close();
    rmSync(this.folder, { recursive: true });
  }

  /** Shows a page. */
  public open(html: string, width?: number): Promise<OpenedPage> {
    return openHtml(this.browser!, this.folder, html, { width });
  }
}

/** Holds a page to what all pages are held to. */
export function checkPage(browser: PageBrowser, title: string, html: () => string): void {
  let opened: OpenedPage;
  beforeAll(async () => {
    opened = await browser.open(html());
  });
  afterAll(() => opened?.page.close());

  test('asks for nothing and gives the browser nothing to complain about', () => {
    expect(opened.complaints).toEqual([]);
    expect(opened.requests).toEqual([]);
  });

  test('has one heading, one main part, its language, and no heading that skips a level', async () => {
    const { page } = opened;
    expect(await page.title()).toBe(title);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('main').count()).toBe(1);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    const levels = await page
      .locator('h1, h2, h3, h4')
      .evaluateAll((headings: any[]) => headings.map(({ tagName }) => Number(tagName.slice(1))));
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test('has no name of an element twice, and links to its own parts', async () => {
    const { page } = opened;
    const ids = await page.locator('[id]').evaluateAll((elements: any[]) => elements.map(({ id }) => id));
    expect(ids.length).toBe(new Set(ids).size);
    const links = await page
      .locator('a[href^="#"]')
      .evaluateAll((elements: any[]) => elements.map((element) => element.getAttribute('href').slice(1)));
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test.each([375, 768, 1280])('is not wider than a window of %i pixels', async (width) => {
    await opened.page.setViewportSize({ width, height: 900 });
    await openFolds(opened.page);
    expect(await overflow(opened.page)).toBe(0);
  });

  test('fits on landscape pages when it is printed, with all that is folded on a screen', async () => {
    const { page } = opened;
    await closeFolds(page);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(PRINTED);
    const wide = await overflow(page);
    const hidden = await page.locator('details table').evaluateAll((tables: any[]) => {
      const bottom = (element: any) => element.getBoundingClientRect().bottom;
      return tables.filter((table) => bottom(table) > bottom(table.closest('details'))).length;
    });
    await page.emulateMedia({ media: null });
    expect(wide).toBe(0);
    expect(hidden).toBe(0);
  });

  test.each(['light', 'dark'] as const)('has a contrast of at least 4.5 in %s colours', async (colorScheme) => {
    await opened.page.emulateMedia({ colorScheme });
    await openFolds(opened.page);
    const found = await contrasts(opened.page);
    expect(found.length).toBeGreaterThan(1);
    expect(found.filter(({ ratio }) => !(ratio >= 4.5))).toEqual([]);
  });

  test('is shown with forced colours', async () => {
    await opened.page.emulateMedia({ forcedColors: 'active' });
    const found = await contrasts(opened.page);
    const words = await opened.page.locator('.verdict').first().innerText();
    await opened.page.emulateMedia({ forcedColors: null });
    expect(found.filter(({ ratio }) => !(ratio >= 4.5))).toEqual([]);
    expect(words).toMatch(/^[✗!?~i✓]\s\w/);
  });
}

const setFolds = (page: Page, isOpen: boolean) =>
  page.locator('details').evaluateAll((all: any[], open) => all.forEach((each) => (each.open = open)), isOpen);
const openFolds = (page: Page) => setFolds(page, true);
const closeFolds = (page: Page) => setFolds(page, false);
