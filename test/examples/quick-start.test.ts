import { readFileSync } from 'fs';
import { join } from 'path';
import { ConnectivityReport, Origin, Verdict } from '../../src/connectivity';
import { bodies, newExample, synthesized } from '../support/examples';

const README = readFileSync(join(__dirname, '..', '..', 'examples', 'quick-start', 'README.md'), 'utf8');
const json = synthesized('quick-start')['quick-start'];
const count = (type: string) => bodies(json, `azurerm_${type}`).length;

describe('quick-start', () => {
  test('has the names that its README lists', () => {
    const named = Object.entries(json.resource!)
      .filter(([type]) => !/network_security_|diagnostic_setting|virtual_network_link/.test(type))
      .flatMap(([, all]) => Object.values(all).flatMap(({ name }) => name ?? []))
      .map((name: string) => name.replace(/-[0-9a-f]{6}$/, '-HASH'));
    expect(named.filter((name) => !README.includes(`\`${name}\``))).toEqual([]);
  });

  test('has networks, tiers and rules as its README says', () => {
    expect(bodies(json, 'azurerm_virtual_network').map(({ address_space }) => address_space)).toEqual([
      ['10.0.0.0/24'],
    ]);
    expect(bodies(json, 'azurerm_subnet').map(({ address_prefixes }) => address_prefixes)).toEqual([
      ['10.0.0.0/26'],
      ['10.0.0.64/27'],
    ]);
    expect([count('network_security_group'), count('network_security_rule')]).toEqual([2, 4]);
    const allowed = bodies(json, 'azurerm_network_security_rule').filter(({ access }) => access === 'Allow');
    expect(
      allowed.map((rule) => [
        rule.direction,
        rule.source_address_prefix,
        rule.destination_address_prefix,
        rule.destination_port_range,
      ]),
    ).toEqual([
      ['Outbound', '10.0.0.0/26', '10.0.0.64/27', '443'],
      ['Inbound', '10.0.0.0/26', '10.0.0.64/27', '443'],
    ]);
    expect(bodies(json, 'azurerm_signalr_service')).toMatchObject([
      { sku: { name: 'Standard_S1' }, local_auth_enabled: false },
    ]);
    expect(bodies(json, 'azurerm_service_plan')).toMatchObject([{ os_type: 'Linux', sku_name: 'P0v3' }]);
    expect(bodies(json, 'azurerm_linux_web_app')).toMatchObject([
      { https_only: true, site_config: { application_stack: { dotnet_version: '10.0' } } },
    ]);
    expect(count('monitor_diagnostic_setting')).toBe(2);
    expect(bodies(json, 'azurerm_role_assignment')).toHaveLength(1);
  });

  test('lets servers in privately, and browsers over the internet', () => {
    expect(bodies(json, 'azurerm_signalr_service_network_acl')).toMatchObject([
      {
        default_action: 'Deny',
        public_network: { allowed_request_types: ['ClientConnection'] },
        private_endpoint: [{ allowed_request_types: ['ServerConnection', 'RESTAPI'] }],
      },
    ]);
    const app = newExample('quick-start');
    const chat = app.node.findChild('quick-start').node.findChild('Chat');
    const report = ConnectivityReport.of(app);
    report.expectPrivate(chat.node.findChild('WebApp'), chat.node.findChild('SignalR'));
    const open = report.data.paths.filter(
      ({ origin, verdict }) => origin === Origin.internet().name && verdict === Verdict.ALLOWED,
    );
    expect(open.map(({ requestType }) => requestType)).toEqual(['ClientConnection']);
  });
});
