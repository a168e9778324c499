import { checkPage, PageBrowser } from './opened-page';
import { runCommand } from '../check/support/command';
import { estate, EstateOptions } from '../check/support/estates';
import { HOSTILE } from '../support/hostile-connectivity';

async function pageOf(before: EstateOptions, after: EstateOptions): Promise<string> {
  const files = { 'plan.json': JSON.stringify({ before: estate(before), after: estate(after) }) };
  const { written } = await runCommand(['diff', 'plan.json', '--out', 'reports'], { files });
  return written['/repo/reports/diff.html'];
}

const BOTH = { apps: { web: 'app-chat-web', admin: 'app-chat-admin' } };
const HOSTILE_APPS = Object.fromEntries(Object.values(HOSTILE).map((name, index) => [`app${index}`, name]));

const CASES: Readonly<Record<string, readonly [EstateOptions, EstateOptions]>> = {
  'no change': [{}, {}],
  'much change': [
    { ...BOTH, localAuth: '${var.x}' },
    { isPublic: ['ClientConnection', 'ServerConnection'], isLinked: false, localAuth: true },
  ],
  'apps with hostile names': [{}, { apps: HOSTILE_APPS, isLinked: false }],
};

const browser = new PageBrowser();
const pages: Record<string, string> = {};
beforeAll(async () => {
  await browser.start();
  for (const [name, [before, after]] of Object.entries(CASES)) pages[name] = await pageOf(before, after);
});
afterAll(() => browser.stop());

describe.each(Object.keys(CASES))('the page of a diff with %s', (name) => {
  checkPage(browser, 'What changes for who reaches SignalR', () => pages[name]);
});

describe('the page of a diff', () => {
  const places = async (width: number) => {
    const { page } = await browser.open(pages['much change'], width);
    const [before, after] = [page.locator('.side.before').first(), page.locator('.side.after').first()];
    const boxes = [(await before.boundingBox())!, (await after.boundingBox())!];
    await page.close();
    return boxes;
  };

  test.each([900, 1280])('has before and after side by side in %i pixels', async (width) => {
    const [before, after] = await places(width);
    expect(after.y).toBe(before.y);
    expect(after.x).toBeGreaterThan(before.x + before.width);
    expect(after.width).toBe(before.width);
  });

  test.each([375, 899])('has after below before in %i pixels', async (width) => {
    const [before, after] = await places(width);
    expect(after.x).toBe(before.x);
    expect(after.y).toBeGreaterThanOrEqual(before.y + before.height);
  });

  test('is read by keyboard: the skip link leads to the paths', async () => {
    const { page } = await browser.open(pages['much change']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('paths');
    await page.close();
  });
});
