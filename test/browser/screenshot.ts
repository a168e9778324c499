import { mkdirSync } from 'fs';
import { dirname } from 'path';
import { Browser } from 'playwright-core';

/** What a screenshot of a page shows. */
export interface ScreenshotOptions {
  readonly colorScheme: 'light' | 'dark';
  /** Selector of what has the focus, so that its reason is read. */
  readonly focus: string;
}

/** Writes the upper part of a page, with the diagram and a reason, as PNG. */
export async function saveScreenshot(browser: Browser, html: string, file: string, options: ScreenshotOptions) {
  const page = await browser.newPage({ colorScheme: options.colorScheme, viewport: { width: 1280, height: 1000 } });
  await page.setContent(html);
  await page.focus(options.focus);
  const report = (await page.locator('.report').boundingBox())!;
  mkdirSync(dirname(file), { recursive: true });
  await page.screenshot({ path: file, clip: { x: 0, y: 0, width: 1280, height: report.y + report.height + 24 } });
  await page.close();
}
