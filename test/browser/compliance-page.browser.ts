import { Testing } from 'cdktf';
import { checkPage, PageBrowser } from './opened-page';
import { EXAMPLES } from '../../examples/stacks';
import { ComplianceReport, SecurityBaseline, SecurityProfile } from '../../src/compliance';
import { HOSTILE } from '../support/hostile-connectivity';
import { addInsecureChat } from '../support/insecure-chat';
import { newPlainChat } from '../support/plain-chat';
import { newStack } from '../support/synth';

// Known to the page, in which it is called.
declare const getComputedStyle: any;

const TODAY = '2026-12-01';

function insecure(): ComplianceReport {
  const stack = newStack();
  addInsecureChat(stack);
  SecurityBaseline.acknowledge(stack, {
    rule: 'SIG2',
    reason: 'Old clients still use keys until they move.',
    ticket: 'SEC-12',
    expires: '2027-03-31',
  });
  SecurityBaseline.acknowledge(stack, { rule: 'SIG5', reason: 'Developers tried pages.', expires: '2026-03-31' });
  return SecurityBaseline.evaluate(stack, { today: TODAY });
}

function hostile(): ComplianceReport {
  const { stack, service } = newPlainChat();
  service.addOverride('cors', { allowed_origins: Object.values(HOSTILE) });
  for (const reason of Object.values(HOSTILE)) {
    SecurityBaseline.acknowledge(stack, { rule: 'SIG2', reason: `${reason} for the pilot`, ticket: reason });
  }
  return SecurityBaseline.evaluate(stack, { today: TODAY });
}

function ofExample(name: string, profile?: SecurityProfile): ComplianceReport {
  const app = Testing.app();
  EXAMPLES[name](app);
  return SecurityBaseline.evaluate(app, { today: TODAY, profile });
}

const REPORTS: Readonly<Record<string, () => ComplianceReport>> = {
  nothing: () => SecurityBaseline.evaluate(newStack()),
  'a chat with every fault': insecure,
  'hostile names': hostile,
  'the quick start': () => ofExample('quick-start'),
  'the quick start in the isolated profile': () => ofExample('quick-start', SecurityProfile.ISOLATED),
  'three stacks': () => ofExample('hub-and-spoke'),
};

const browser = new PageBrowser();
beforeAll(() => browser.start());
afterAll(() => browser.stop());

describe.each(Object.entries(REPORTS))('the compliance page of: %s', (_, report) => {
  checkPage(browser, 'Compliance report', () => report().toHtml());
});

describe('the compliance page', () => {
  test('shows verdict, counts and the first fault without scrolling', async () => {
    const { page } = await browser.open(insecure().toHtml());
    for (const part of ['.lead', '.counts', '.contents', '.findings li']) {
      const box = (await page.locator(part).first().boundingBox())!;
      expect(box.y + box.height).toBeLessThan(900);
    }
    await page.close();
  });

  test('folds what is compliant until a reader opens it', async () => {
    const { page } = await browser.open(ofExample('quick-start').toHtml());
    const table = page.locator('details table');
    expect(await table.isVisible()).toBe(false);
    await page.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await table.isVisible()).toBe(true);
    await page.close();
  });

  test('is read by keyboard: the skip link leads to what fails', async () => {
    const { page } = await browser.open(insecure().toHtml());
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the findings');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('fails');
    await page.close();
  });

  test('has a card for each row on a phone, with the name of each cell, and is still a table for assistive technology', async () => {
    const { page } = await browser.open(insecure().toHtml(), 375);
    const row = page.locator('.cards tbody tr').first();
    const box = (await row.boundingBox())!;
    expect(box.width).toBeLessThanOrEqual(375);
    expect(
      await row
        .locator('td')
        .first()
        .evaluate((cell: any) => getComputedStyle(cell, '::before').content),
    ).toBe('"Rule" / ""');
    const snapshot = await page.locator('.cards').first().ariaSnapshot();
    expect(snapshot).toContain('table "Acknowledgements"');
    expect(snapshot).toContain('columnheader "Reason"');
    expect(snapshot).toContain('rowheader "Prod"');
    await page.close();
  });
});
