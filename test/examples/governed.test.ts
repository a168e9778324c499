import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { newExample } from '../support/examples';
import { TerraformJson } from '../support/synth';

describe('governed', () => {
  const app = newExample('governed');
  app.synth();
  const files = (...folder: string[]) => readdirSync(join(app.outdir, ...folder));
  const { resource, output } = JSON.parse(
    readFileSync(join(app.outdir, 'stacks', 'governed', 'cdk.tf.json'), 'utf8'),
  ) as TerraformJson;

  test('writes its reports at synth', () => {
    expect(files()).toEqual(expect.arrayContaining(['compliance.md', 'compliance.sarif']));
    expect(files('stacks', 'governed')).toEqual(['cdk.tf.json', 'connectivity.html', 'connectivity.md', 'evidence']);
    expect(readFileSync(join(app.outdir, 'compliance.md'), 'utf8')).toContain(
      '| team-chat | CHAT-17 | 2099-12-31 | used | 1 |',
    );
  });

  test('writes an evidence pack that names the owner of what is accepted', () => {
    expect(files('stacks', 'governed', 'evidence')).toContain('SHA256SUMS');
    const file = join(app.outdir, 'stacks', 'governed', 'evidence', 'acknowledgements.json');
    expect(JSON.parse(readFileSync(file, 'utf8')).accepted).toMatchObject([{ ticket: 'CHAT-17', owner: 'team-chat' }]);
  });

  test('has the commands that prove the path', () => {
    expect(Object.keys(output!)).toEqual(expect.arrayContaining(['Chat-verify-name-resolution', 'Chat-app-url']));
  });

  test('exempts the app, and locks the group when everything is there', () => {
    const [exemption] = Object.values(resource!.azurerm_resource_policy_exemption);
    expect(exemption).toMatchObject({ exemption_category: 'Waiver', name: 'web-app' });
    const assignments = Object.values(resource!.azurerm_resource_group_policy_assignment);
    const closedApps = assignments.find(({ name }) => name === 'closed-apps')!;
    expect(closedApps.depends_on).toEqual([expect.stringMatching(/^azurerm_linux_web_app\./)]);
    const [lock] = Object.values(resource!.azurerm_management_lock);
    const addresses = Object.entries(resource!).flatMap(([type, byId]) =>
      Object.keys(byId).map((id) => `${type}.${id}`),
    );
    const before = addresses.filter((address) => !/^azurerm_(management_lock|policy_set_definition)\./.test(address));
    expect(lock.depends_on.sort()).toEqual(before.sort());
  });
});
