import { adoptingStack, NAMES } from './support/adopting-stack';
import { adoptionOf, importsIn, movedIn, removedIn } from './support/adoption';
import { runCommand } from './support/command';
import { MARKER } from './support/markers';
import { terraformFile, terraformJson } from '../support/terraform-files';

describe('the estate of modules, taken over by a stack of the library', () => {
  const state = terraformJson('hcl-modules/state.json');

  test('matches all of its 17 resources and the rule that is a block, and replaces none', async () => {
    const { exitCode, json, section, written } = await adoptionOf(state, adoptingStack());
    expect(json.summary).toBe('Holds: takes over 17 of 17 resources of the state, and 1 block of these, 3 created.');
    expect(exitCode).toBe(0);
    expect(['replaced', 'undecided', 'open', 'left'].flatMap(section)).toEqual([]);
    expect(section('created').map(({ code }) => code)).toEqual(Array(3).fill('azurerm_network_security_rule'));
    expect(section('changed').map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'azurerm_linux_web_app: ftp_publish_basic_authentication_enabled, key_vault_reference_identity_id, site_config.http2_enabled, site_config.use_32_bit_worker, site_config.websockets_enabled, webdeploy_publish_basic_authentication_enabled',
      'azurerm_network_security_rule: description, destination_address_prefix',
      'azurerm_signalr_service: connectivity_logs_enabled, cors.allowed_origins, http_request_logs_enabled, messaging_logs_enabled',
      'azurerm_subnet: default_outbound_access_enabled',
    ]);
    const ids = Object.entries(importsIn(written['Chat/import.tf'])).map(([to, id]) => [
      to.split('.')[0],
      id.replace(/^.*resourceGroups\/rg-chat-hcl/, ''),
    ]);
    expect(ids.length).toBe(18);
    expect(ids).toContainEqual([
      'azurerm_network_security_rule',
      '/providers/Microsoft.Network/networkSecurityGroups/nsg-endpoints/securityRules/AllowAppsInbound',
    ]);
    expect(ids).toContainEqual([
      'azurerm_role_assignment',
      '/providers/Microsoft.SignalRService/signalR/sigr-chat-hcl/providers/Microsoft.Authorization/roleAssignments/06beb374-64df-42ab-773d-299f8a6c5a8a',
    ]);
    // azurerm imports the list by the id of its service, and an association by that of its subnet.
    expect(ids).toContainEqual([
      'azurerm_signalr_service_network_acl',
      '/providers/Microsoft.SignalRService/signalR/sigr-chat-hcl',
    ]);
    expect(ids).toContainEqual([
      'azurerm_subnet_network_security_group_association',
      '/providers/Microsoft.Network/virtualNetworks/vnet-chat-hcl/subnets/snet-app',
    ]);
    expect(removedIn(written['removed.tf'])).toContain('module.network.azurerm_subnet.this');
    expect(removedIn(written['removed.tf']).length).toBe(14);
  });

  test('says which name of its endpoint replaces it, what to give, and leaves the block to a person', async () => {
    const { privateEndpointConnection, ...names } = NAMES;
    const { exitCode, section, written } = await adoptionOf(state, adoptingStack(names));
    expect(exitCode).toBe(1);
    expect(section('replaced').map(({ code, message, advice }) => [code, message, advice])).toEqual([
      [
        'private_service_connection.name',
        'is "psc-sigr-chat-hcl" in the state and "pep-sigr-chat-hcl" in the stack',
        'give connectionName: "psc-sigr-chat-hcl" to the endpoint, or name its role in an architecture, such as Naming.of({ privateEndpointConnection: "psc-sigr-chat-hcl" })',
      ],
    ]);
    const text = written['Chat/import.tf'];
    expect(text).toMatch(/^# Would be replaced.*\n# import \{\n# {3}to = azurerm_private_endpoint\./m);
    expect(Object.keys(importsIn(text)).filter((to) => to.startsWith('azurerm_private_endpoint.'))).toEqual([]);
  });

  test('creates what has another name, and says what the state has of the type', async () => {
    const { json, section } = await adoptionOf(state, adoptingStack({ ...NAMES, virtualNetwork: 'vnet-new' }));
    const types = section('created').map(({ code }) => code);
    expect(types).toEqual(expect.arrayContaining(['azurerm_virtual_network', 'azurerm_subnet']));
    expect(section('created').find(({ code }) => code === 'azurerm_virtual_network').message).toBe(
      'the state has others of the type: vnet-chat-hcl; give the name of one to take it over',
    );
    // What is new has no id yet, and azurerm replaces an endpoint whose subnet is not known.
    const [subnet] = section('replaced').filter(({ code }) => code === 'subnet_id');
    expect(subnet.message).toMatch(
      /^is ".*snet-endpoints" in the state and comes from azurerm_subnet\..* which is new$/,
    );
    expect(json.holds).toBe(false);
  });

  test('names the location where another one replaces all', async () => {
    const { section } = await adoptionOf(state, adoptingStack(NAMES, 'northeurope'));
    expect(new Set(section('replaced').map(({ code }) => code))).toEqual(new Set(['location']));
    expect(section('replaced')[0].message).toBe('is "westeurope" in the state and "northeurope" in the stack');
  });

  test('renames in the state where the stack takes that over', async () => {
    const { written, json } = await adoptionOf(state, adoptingStack(), '--same-state');
    expect(Object.keys(written)).toEqual(['Chat/moved.tf']);
    const moved = movedIn(written['Chat/moved.tf']);
    expect(Object.keys(moved).length).toBe(17);
    expect(moved['module.network.azurerm_subnet.this["app"]']).toMatch(/^azurerm_subnet\.Chat_/);
    expect(Object.keys(importsIn(written['Chat/moved.tf'])).length).toBe(1);
    expect(removedIn(written['Chat/moved.tf'])).toEqual([]);
    expect(json.notes).toEqual(['Wrote adopt/Chat/moved.tf']);
  });

  test('writes text for people, and no value that is sensitive', async () => {
    const files = {
      'state.json': terraformFile('hcl-modules/state.json').text,
      'cdk.tf.json': JSON.stringify(adoptingStack()),
    };
    const { stdout, written } = await runCommand(['adopt', 'state.json', 'cdk.tf.json', '--out', 'blocks'], { files });
    expect(stdout).toContain('Taken over\n');
    expect(Object.keys(written)).toEqual(['/repo/blocks/stack/import.tf', '/repo/blocks/removed.tf']);
    expect(files['state.json']).toContain(MARKER);
    expect(stdout + JSON.stringify(written)).not.toContain(MARKER);
  });
});
