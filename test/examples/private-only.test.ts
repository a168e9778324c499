import { PrivateOnlyStack } from '../../examples/private-only/main';
import { ComplianceStatus, SecurityBaseline, SecurityProfile } from '../../src/compliance';
import { ConnectivityReport, Origin, Verdict } from '../../src/connectivity';
import { bodies, newExample, synthesized } from '../support/examples';

const json = synthesized('private-only')['private-only'];
const app = newExample('private-only');

describe('private-only', () => {
  test('closes service and app for the public network', () => {
    const [service] = bodies(json, 'azurerm_signalr_service');
    const [webApp] = bodies(json, 'azurerm_linux_web_app');
    expect([service, webApp].map((each) => each.public_network_access_enabled)).toEqual([false, false]);
    const [list] = bodies(json, 'azurerm_signalr_service_network_acl');
    expect(list.public_network).toEqual({});
    expect(list.private_endpoint[0].allowed_request_types).toEqual(['ClientConnection', 'ServerConnection', 'RESTAPI']);
  });

  test('holds to the isolated profile without any exception', () => {
    const report = SecurityBaseline.evaluate(app, { profile: SecurityProfile.ISOLATED });
    const statuses = ['SIG6', 'NAC4', 'APP11', 'NET7'].map((id) => [
      id,
      ...new Set(
        report.findings
          .filter(({ rule, status }) => rule === id && status !== ComplianceStatus.NOT_APPLICABLE)
          .map(({ status }) => status),
      ),
    ]);
    expect(statuses).toEqual(['SIG6', 'NAC4', 'APP11', 'NET7'].map((id) => [id, ComplianceStatus.COMPLIANT]));
    expect(report.withStatus(ComplianceStatus.ACKNOWLEDGED)).toEqual([]);
  });

  test('lets nobody on the internet do anything, and the app in through its endpoint alone', () => {
    const stack = app.node.findChild('private-only') as PrivateOnlyStack;
    const chat = stack.node.findChild('Chat');
    const report = ConnectivityReport.of(app);
    report.expectPrivate(chat.node.findChild('WebApp'), chat.node.findChild('SignalR'));
    const fromInternet = report.data.paths.filter(({ origin }) => origin === Origin.internet().name);
    expect(fromInternet.map(({ verdict }) => verdict)).toEqual(Array(4).fill(Verdict.DENIED));
  });

  test('lets the app call nothing on the internet, not even the SignalR services of others', () => {
    const outbound = bodies(json, 'azurerm_network_security_rule').filter(({ direction }) => direction === 'Outbound');
    const allowed = outbound.filter(({ access }) => access === 'Allow');
    expect(allowed.map(({ destination_address_prefix: to }) => to)).toEqual(['10.0.0.64/27']);
    expect(outbound.filter(({ access }) => access === 'Deny')).toMatchObject([
      { name: 'DenyInternetOutbound', destination_address_prefix: 'Internet', protocol: '*' },
    ]);
    // It stands before the rule of Azure that lets everything out, 65001, and is for all that the app sends.
    const [denial] = outbound.filter(({ access }) => access === 'Deny');
    expect(denial.priority).toBeLessThan(65001);
    expect([denial.source_address_prefix, denial.source_port_range, denial.destination_port_range]).toEqual([
      '*',
      '*',
      '*',
    ]);
    const [group] = /azurerm_network_security_group\.\w+/.exec(denial.network_security_group_name)!;
    const associations = bodies(json, 'azurerm_subnet_network_security_group_association');
    const [{ subnet_id: subnet }] = associations.filter((each) => each.network_security_group_id.includes(group));
    const [webApp] = bodies(json, 'azurerm_linux_web_app');
    expect(webApp.virtual_network_subnet_id).toBe(subnet);
    expect(webApp.site_config.vnet_route_all_enabled).toBe(true);
  });

  test('has two endpoints, each with its zone, which the app and the desktops reach at 443', () => {
    expect(bodies(json, 'azurerm_private_endpoint')).toHaveLength(2);
    expect(
      bodies(json, 'azurerm_private_dns_zone')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['privatelink.azurewebsites.net', 'privatelink.service.signalr.net']);
    const inbound = bodies(json, 'azurerm_network_security_rule').filter(
      ({ direction, access }) => direction === 'Inbound' && access === 'Allow',
    );
    expect(
      inbound.map((rule) => [rule.source_address_prefix, rule.destination_address_prefix, rule.destination_port_range]),
    ).toEqual([
      ['10.0.0.0/26', '10.0.0.64/27', '443'],
      ['10.9.0.0/26', '10.0.0.64/27', '443'],
    ]);
  });

  test('has one subnet of desktops', () => {
    const desktops = bodies(json, 'azurerm_virtual_network').find(({ name }) => name.includes('desktops'))!;
    expect(desktops.address_space).toEqual(['10.9.0.0/24']);
    const subnets = bodies(json, 'azurerm_subnet').filter((each) => each.virtual_network_name.includes('Desktops'));
    expect(subnets.map((each) => each.address_prefixes)).toEqual([['10.9.0.0/26']]);
  });

  test('lets the desktops find app and service, and get to them', () => {
    const links = bodies(json, 'azurerm_private_dns_zone_virtual_network_link');
    const linked = links.map((link) =>
      [link.private_dns_zone_name, link.virtual_network_id].map((reference) => /\.(\w+)_\w{8}\./.exec(reference)![1]),
    );
    expect(linked.sort()).toEqual([
      ['Chat_PrivateDnsZone', 'Chat_VirtualNetwork'],
      ['Chat_PrivateDnsZone', 'Desktops'],
      ['Chat_WebApp_PrivateEndpoint_PrivateDnsZone', 'Chat_VirtualNetwork'],
      ['Chat_WebApp_PrivateEndpoint_PrivateDnsZone', 'Desktops'],
    ]);
    expect(bodies(json, 'azurerm_virtual_network_peering')).toHaveLength(2);
    const [clients] = bodies(json, 'azurerm_network_security_rule').filter(
      ({ source_address_prefix }) => source_address_prefix === '10.9.0.0/26',
    );
    expect(clients).toMatchObject({ access: 'Allow', direction: 'Inbound', destination_port_range: '443' });
  });
});
