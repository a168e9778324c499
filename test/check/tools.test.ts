import { commandIn, EXAMPLE, HUB, PULL_REQUEST, textsOf } from '../support/command-outputs';

/** What OpenTofu writes: the same format, with providers of its own registry. */
const asOpenTofu = (text: string) =>
  text
    .replaceAll('registry.terraform.io', 'registry.opentofu.org')
    .replace(/"terraform_version":"[\d.]+"/, '"terraform_version":"1.10.6"');

describe('OpenTofu', () => {
  test.each([
    ['check', EXAMPLE, ['check', 'plan.json']],
    ['check of a state', EXAMPLE, ['check', 'state.json']],
    ['diff', PULL_REQUEST, ['diff', 'plan.json']],
  ] as const)('has the verdicts of Terraform: %s', async (_, workplace, argv) => {
    const texts = Object.entries(textsOf(workplace)).map(([name, text]) => [name, asOpenTofu(text)]);
    expect(texts.some(([, text]) => text.includes('registry.opentofu.org'))).toBe(true);
    const ofTofu = await commandIn(workplace, argv, Object.fromEntries(texts));
    expect(ofTofu).toEqual(await commandIn(workplace, argv));
  });
});

describe('Terragrunt', () => {
  const { 'hub.plan.json': hub, 'spoke.plan.json': spoke } = textsOf(HUB);
  // As --json-out-dir writes them.
  const plans = { 'plans/hub/tfplan.json': hub, 'plans/chat/tfplan.json': spoke };

  test('has plans of one name in folders of units, which are one estate', async () => {
    const { stdout } = await commandIn(HUB, ['check', ...Object.keys(plans)], plans);
    const alone = await commandIn(HUB, ['check', 'plans/chat/tfplan.json'], plans);
    expect(stdout).toMatch(/^Holds: 0 opened, 0 violated, 0 unknown/);
    expect(alone.stdout).toMatch(/^Holds: 0 opened, 0 violated, [1-9]\d* unknown/);
  });

  test('has differences of all units together', async () => {
    const [first, ...others] = Object.keys(plans);
    const argv = ['diff', first, ...others.flatMap((file) => ['--with', file])];
    const { stdout } = await commandIn(HUB, argv, plans);
    expect(stdout).toContain('ClientConnection from internet to sigr-chat-');
    expect(stdout).not.toContain('dns/unknown');
  });
});
