import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Browser } from 'playwright-core';
import { launchChromium } from './chromium';
import { OpenedPage } from './opened-page';
import { overflow } from './page-checks';
import { openReport } from './report';
import { renderHtml } from '../../src/connectivity/private/render';
import { manyApps } from '../support/many-apps';

const folder = mkdtempSync(join(tmpdir(), 'large-'));
const data = manyApps(30, 4);
let browser: Browser;
let opened: OpenedPage;

beforeAll(async () => {
  browser = await launchChromium();
  opened = await openReport(browser, folder, data);
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

describe('the page of 30 apps and 4 services', () => {
  test('has all 544 paths in at most 2 MB, always the same', () => {
    expect(data.paths).toHaveLength(544);
    const html = renderHtml(data, { title: 'Report' });
    expect(Buffer.byteLength(html)).toBeLessThan(2_000_000);
    expect(renderHtml(structuredClone(data), { title: 'Report' })).toBe(html);
  });

  test('gives the browser nothing to complain about, and is not wider than its window', async () => {
    expect(opened.complaints).toEqual([]);
    for (const width of [375, 1280]) {
      await opened.page.setViewportSize({ width, height: 900 });
      expect(await overflow(opened.page)).toBe(0);
    }
  });

  test('comes down to the paths of one app and one verdict', async () => {
    const { page } = opened;
    await page.selectOption('[name=from]', { label: 'app-team17-prod-centralus-4e39fc' });
    await page.selectOption('[name=verdict]', 'allowed');
    expect(await page.locator('#status').innerText()).toBe('Shows 8 of 544 paths.');
    expect(await page.locator('.call:visible').count()).toBe(8);
  });
});
