import { existsSync, statSync } from 'fs';
import { join } from 'path';
import { Browser } from 'playwright-core';
import { launchChromium } from './chromium';
import { dataOf } from './report';
import { savePrint, saveScreenshot, ScreenshotOptions } from './screenshot';
import { renderHtml } from '../../src/connectivity/private/render';

const IMAGES = join('docs', 'images');
const LARGEST = 150_000;

/** The examples, with the number of the printed page that has the first picture. */
const EXAMPLES: Readonly<Record<string, number>> = { 'quick-start': 1, serverless: 2, 'hub-and-spoke': 2 };

const VIEWS: Readonly<Record<string, ScreenshotOptions>> = {
  light: { width: 1280, height: 960 },
  dark: { width: 1280, height: 960, colorScheme: 'dark' },
  phone: { width: 390, height: 1000, from: 'section.service .tables' },
};

const nameOf = (example: string, view: string) => `report-${example}-${view}.png`;
const NAMES = Object.keys(EXAMPLES).flatMap((example) =>
  [...Object.keys(VIEWS), 'print'].map((view) => nameOf(example, view)),
);

if (process.env.UPDATE_SCREENSHOTS === '1') {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(() => browser?.close());

  test.each(Object.entries(EXAMPLES))('writes the screenshots of %s', async (example, printedPage) => {
    const html = renderHtml(dataOf(example), { title: `Connectivity of ${example}` });
    for (const [view, options] of Object.entries(VIEWS)) {
      await saveScreenshot(browser, html, join(IMAGES, nameOf(example, view)), options);
    }
    await savePrint(browser, html, join(IMAGES, nameOf(example, 'print')), printedPage);
  });

  test.each(['light', 'dark'] as const)('writes the picture with a reason in %s colours', async (colorScheme) => {
    const name = colorScheme === 'light' ? 'connectivity.png' : 'connectivity-dark.png';
    const html = renderHtml(dataOf('quick-start'), { title: 'Connectivity of quick-start' });
    const options = { width: 1280, height: 780, from: 'section.service', focus: '#p4', colorScheme };
    await saveScreenshot(browser, html, join(IMAGES, name), options);
  });
}

test.each([...NAMES, 'connectivity.png', 'connectivity-dark.png'])(
  '%s is in the documentation, and takes at most 150 kB',
  (name) => {
    expect(existsSync(join(IMAGES, name))).toBe(true);
    expect(statSync(join(IMAGES, name)).size).toBeLessThanOrEqual(LARGEST);
  },
);
