import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, relative } from 'path';
import { Testing } from 'cdktf';
import { EXAMPLES } from '../examples/stacks';
import { synthesize } from '../examples/synth';
import { schemaViolations } from './support/provider-schema';
import { TerraformJson } from './support/synth';

const FOLDER = join(__dirname, '..', 'examples');

/** The stacks of an example, synthesized as `cdktf synth` does it, by name. */
function synthesized(name: string): Record<string, TerraformJson> {
  const app = Testing.app();
  EXAMPLES[name](app);
  app.synth();
  const stacks = join(app.outdir, 'stacks');
  return Object.fromEntries(
    readdirSync(stacks).map((stack) => [stack, JSON.parse(readFileSync(join(stacks, stack, 'cdk.tf.json'), 'utf8'))]),
  );
}

describe('examples', () => {
  test('are all in the list', () => {
    const folders = readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, 'main.ts')));
    expect(Object.keys(EXAMPLES).sort()).toEqual(folders.sort());
  });

  test.each(Object.keys(EXAMPLES))('%s is accepted by the schema of azurerm 4.55', (name) => {
    const stacks = Object.values(synthesized(name));
    expect(stacks.length).toBeGreaterThan(0);
    stacks.forEach((json) => {
      expect(Object.keys(json.resource!).length).toBeGreaterThan(0);
      expect(schemaViolations(json)).toEqual([]);
    });
  });

  test.each(Object.keys(EXAMPLES))('%s holds no key, also none by reference', (name) => {
    const key =
      /\b(primary|secondary)_\w*(key|connection_string)\b|\binstrumentation_key\b|\b(Account|Access|SharedAccess)Key=|storage_account_access_key/;
    Object.values(synthesized(name)).forEach((json) => expect(JSON.stringify(json)).not.toMatch(key));
  });
});

describe('npm run synth', () => {
  test('produces the stacks in a folder that is not there yet, and tells what and where', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'synth-')), 'cdktf.out');
    const report = synthesize('quick-start', folder);
    const file = join(folder, 'quick-start', 'stacks', 'quick-start', 'cdk.tf.json');
    expect(report).toContain('quick-start: 25 resources, outputs signalr-hostname, signalr-private-ip, web-app-url');
    expect(report).toContain('   1  azurerm_signalr_service\n');
    expect(report).toContain(`Terraform JSON: ${relative(process.cwd(), file)}`);
    expect(existsSync(file)).toBe(true);
  });

  test('fails for an example that there is not, and names those that there are', () => {
    expect(() => synthesize('chat', tmpdir())).toThrow(
      'no example chat; there are blue-green, custom-domain, governed, hub-and-spoke, quick-start, serverless, state-backend',
    );
  });
});

describe('hub-and-spoke', () => {
  const stacks = synthesized('hub-and-spoke');

  test('refers from the spokes to the hub, and never back', () => {
    expect(Object.keys(stacks)).toEqual(['hub', 'spoke-chat', 'spoke-support']);
    const remoteStates = (name: string) => Object.keys(stacks[name].data?.terraform_remote_state ?? {});
    expect(remoteStates('hub')).toEqual([]);
    expect(remoteStates('spoke-chat')).toEqual(['cross-stack-reference-input-hub']);
    expect(remoteStates('spoke-support')).toEqual(['cross-stack-reference-input-hub']);
  });

  test('links each spoke to the zone of the hub, and defines no other zone', () => {
    ['spoke-chat', 'spoke-support'].forEach((name) => {
      expect(stacks[name].resource!.azurerm_private_dns_zone).toBeUndefined();
      const [link] = Object.values(stacks[name].resource!.azurerm_private_dns_zone_virtual_network_link);
      expect(link.private_dns_zone_name).toContain('cross-stack-reference-input-hub');
      expect(link.virtual_network_id).toContain('azurerm_virtual_network.App_VirtualNetwork');
    });
  });

  test('creates the link of a spoke before its endpoint, though the zone lies in another stack', () => {
    const [endpoint] = Object.values(stacks['spoke-chat'].resource!.azurerm_private_endpoint);
    expect(endpoint.depends_on).toContainEqual(
      expect.stringMatching(/^azurerm_private_dns_zone_virtual_network_link\.App_VirtualNetworkLink/),
    );
  });

  test('states no edge in a spoke but association before app and endpoint, role before app, link before endpoint', () => {
    const stated = Object.entries(stacks['spoke-chat'].resource!).flatMap(([type, byId]) =>
      Object.values(byId).flatMap(({ depends_on = [] }) =>
        depends_on.map((prerequisite: string) => `${type} after ${prerequisite.split('.')[0]}`),
      ),
    );
    expect(stated).toEqual([
      'azurerm_linux_web_app after azurerm_subnet_network_security_group_association',
      'azurerm_linux_web_app after azurerm_role_assignment',
      'azurerm_private_endpoint after azurerm_subnet_network_security_group_association',
      'azurerm_private_endpoint after azurerm_private_dns_zone_virtual_network_link',
    ]);
  });

  test('peers in both directions', () => {
    expect(Object.keys(stacks['spoke-chat'].resource!.azurerm_virtual_network_peering)).toHaveLength(2);
  });
});

describe('custom-domain', () => {
  const { 'custom-domain': stack } = synthesized('custom-domain');

  test('holds no key, only the address of one', () => {
    const [service] = Object.values(stack.resource!.azurerm_signalr_service);
    expect(service.upstream_endpoint[0].url_template).toBe(
      'https://func-estate.azurewebsites.net/runtime/webhooks/signalr?code={@Microsoft.KeyVault(SecretUri=https://kv-estate.vault.azure.net/secrets/signalr-extension-key)}',
    );
    expect(JSON.stringify(stack)).not.toMatch(/AccessKey|access_key|connection_string/);
  });

  test('tells the owner of the function app which settings it needs', () => {
    expect(Object.keys(stack.output!['function-app-settings'].value)).toEqual([
      'AzureSignalRConnectionString__clientId',
      'AzureSignalRConnectionString__credential',
      'AzureSignalRConnectionString__serviceUri',
    ]);
  });

  test('adds the certificate after the approval of the link to the vault, and requires azapi for it', () => {
    const [certificate] = Object.values(stack.resource!.azurerm_signalr_service_custom_certificate);
    expect(certificate.depends_on).toContainEqual(
      expect.stringMatching(/^azapi_update_resource\.SignalR_link-vault_Approval/),
    );
    expect(stack).toMatchObject({ terraform: { required_providers: { azapi: { source: 'Azure/azapi' } } } });
  });
});

describe('blue-green', () => {
  const json = synthesized('blue-green')['blue-green'];
  const [admin, blue] = Object.values(json.resource!.azurerm_linux_web_app);
  const [green] = Object.values(json.resource!.azurerm_linux_web_app_slot);

  test('has one service and one plan, with one role for all three servers', () => {
    ['azurerm_signalr_service', 'azurerm_service_plan', 'azurerm_role_assignment'].forEach((type) =>
      expect(Object.keys(json.resource![type])).toHaveLength(1),
    );
    const connections = [blue, green, admin].map((each) => each.app_settings.Azure__SignalR__ConnectionString);
    expect(new Set(connections).size).toBe(1);
    expect(admin.service_plan_id).toBe(blue.service_plan_id);
  });

  test('keeps the hubs of the three apart, also after a swap', () => {
    const names = [blue, green, admin].map((each) => each.app_settings.Azure__SignalR__ApplicationName);
    expect(names).toEqual(['blue', 'green', 'admin']);
    expect(blue.sticky_settings).toEqual({ app_setting_names: ['Azure__SignalR__ApplicationName'] });
  });

  test('lets the pages of all three in', () => {
    const [service] = Object.values(json.resource!.azurerm_signalr_service);
    expect(service.cors[0].allowed_origins).toEqual([
      `https://${blue.name}.azurewebsites.net`,
      `https://${blue.name}-green.azurewebsites.net`,
      'https://app-chat-admin-prod-centralus.azurewebsites.net',
    ]);
  });
});

describe('governed', () => {
  const app = Testing.app();
  EXAMPLES.governed(app);
  app.synth();
  const files = (...folder: string[]) => readdirSync(join(app.outdir, ...folder));
  const { resource, output } = JSON.parse(
    readFileSync(join(app.outdir, 'stacks', 'governed', 'cdk.tf.json'), 'utf8'),
  ) as TerraformJson;

  test('writes its reports at synth', () => {
    expect(files()).toEqual(expect.arrayContaining(['compliance.md', 'compliance.sarif']));
    expect(files('stacks', 'governed')).toEqual(['cdk.tf.json', 'connectivity.html', 'connectivity.md']);
    expect(readFileSync(join(app.outdir, 'compliance.md'), 'utf8')).toContain('| CHAT-17 | 2099-12-31 | used | 1 |');
  });

  test('has the commands that prove the path', () => {
    expect(Object.keys(output!)).toEqual(expect.arrayContaining(['Chat-verify-name-resolution', 'Chat-app-url']));
  });

  test('exempts the app, and locks the group when everything is there', () => {
    const [exemption] = Object.values(resource!.azurerm_resource_policy_exemption);
    expect(exemption).toMatchObject({ exemption_category: 'Waiver', policy_definition_reference_ids: ['appTls'] });
    const [assignment] = Object.values(resource!.azurerm_resource_group_policy_assignment);
    expect(assignment.depends_on).toEqual([expect.stringMatching(/^azurerm_linux_web_app\./)]);
    const [lock] = Object.values(resource!.azurerm_management_lock);
    const addresses = Object.entries(resource!).flatMap(([type, byId]) =>
      Object.keys(byId).map((id) => `${type}.${id}`),
    );
    const before = addresses.filter((address) => !/^azurerm_(management_lock|policy_set_definition)\./.test(address));
    expect(lock.depends_on.sort()).toEqual(before.sort());
  });
});
