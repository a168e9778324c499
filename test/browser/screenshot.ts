import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { pathToFileURL } from 'url';
import { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { printedImage } from './pdf';

/** What a screenshot of a page shows. */
export interface ScreenshotOptions {
  readonly width: number;
  readonly height: number;
  readonly colorScheme?: 'light' | 'dark';
  /** Selector of what stands at the upper edge; the page begins at its own if it is not given. */
  readonly from?: string;
  /** Selector of what has the focus, so that its reason is read. */
  readonly focus?: string;
}

/** Writes a part of a page as PNG. */
export async function saveScreenshot(browser: Browser, html: string, file: string, options: ScreenshotOptions) {
  const { width, height, colorScheme = 'light', from, focus } = options;
  await inPage(browser, html, { colorScheme, viewport: { width, height }, hasTouch: width < 600 }, async (page) => {
    if (focus) await page.focus(focus);
    const top = from
      ? (await page.locator(from).first().boundingBox())!.y + (await page.evaluate<number>('scrollY'))
      : 0;
    await page.screenshot({ path: file, fullPage: true, clip: { x: 0, y: Math.max(0, top - 16), width, height } });
  });
}

/** Writes a page of the printed document as PNG. */
export async function savePrint(browser: Browser, html: string, file: string, number: number) {
  await inPage(browser, html, {}, async (page) => writeFileSync(file, await printedImage(browser, page, number)));
}

async function inPage(
  browser: Browser,
  html: string,
  context: BrowserContextOptions,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'screenshot-'));
  const source = join(folder, 'report.html');
  writeFileSync(source, html);
  const page = await browser.newPage(context);
  await page.goto(pathToFileURL(source).href);
  await use(page);
  await page.close();
  rmSync(folder, { recursive: true });
}
