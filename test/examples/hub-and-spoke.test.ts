import { ConnectivityReport, Origin, ResolutionKind, Verdict } from '../../src/connectivity';
import { RequestType } from '../../src/signalr';
import { bodies, newExample, synthesized } from '../support/examples';

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

describe('hub-and-spoke and the premises', () => {
  const { hub, 'spoke-chat': spoke } = synthesized('hub-and-spoke');

  test('answers on-premises DNS servers, and asks them for names of their own', () => {
    expect(hub.output!['dns-forwarder'].value).toContain('azurerm_private_dns_resolver_inbound_endpoint.');
    const [rule] = bodies(hub, 'azurerm_private_dns_resolver_forwarding_rule');
    expect(rule).toMatchObject({
      domain_name: 'corp.contoso.com.',
      target_dns_servers: [{ ip_address: '192.168.0.53', port: 53 }],
    });
    expect(rule.dns_forwarding_ruleset_id).toContain('azurerm_private_dns_resolver_dns_forwarding_ruleset.');
  });

  test('gives the rules to the hub and to each spoke', () => {
    const link = 'azurerm_private_dns_resolver_virtual_network_link';
    expect(bodies(hub, link)).toHaveLength(1);
    const [linkOfSpoke] = bodies(spoke, link);
    expect(linkOfSpoke.dns_forwarding_ruleset_id).toContain('cross-stack-reference-input-hub');
    expect(linkOfSpoke.virtual_network_id).toContain('azurerm_virtual_network.App_VirtualNetwork');
  });

  test('lets clients on premises through the endpoint, to which the name leads there', () => {
    const [list] = bodies(spoke, 'azurerm_signalr_service_network_acl');
    expect(list.private_endpoint[0].allowed_request_types).toContain('ClientConnection');
    const [clients] = bodies(spoke, 'azurerm_network_security_rule').filter(
      ({ source_address_prefix }) => source_address_prefix === '192.168.0.0/16',
    );
    expect(clients).toMatchObject({ access: 'Allow', direction: 'Inbound', destination_port_range: '443' });
  });

  test('reports that the name leads there to the endpoint, and that the way depends on a gateway of others', () => {
    const app = newExample('hub-and-spoke');
    const service = app.node.findChild('spoke-chat').node.findChild('App').node.findChild('SignalR');
    const resolver = app.node.findChild('hub').node.findChild('Resolver');
    const from = Origin.of(resolver.node.findChild('Inbound').node.findChild('Resource'));
    const path = ConnectivityReport.of(app).path(from, service, RequestType.CLIENT_CONNECTION);
    expect(path.resolution.kind).toBe(ResolutionKind.PRIVATE);
    expect(path).toMatchObject({ verdict: Verdict.UNKNOWN, code: 'network/unknown' });
    expect(path.reason).toBe(
      'the configuration defines no gateway in hub/Network/Resource, so how networks outside of Azure reach it is not known',
    );
  });

  test('lets each app reach its own service privately, and not that of the other spoke', () => {
    const app = newExample('hub-and-spoke');
    const spokes = ['spoke-chat', 'spoke-support'].map((name) => app.node.findChild(name).node.findChild('App'));
    const report = ConnectivityReport.of(app);
    spokes.forEach(({ node }, index) => {
      const webApp = node.findChild('WebApp');
      report.expectPrivate(webApp, node.findChild('SignalR'));
      const other = spokes[1 - index].node.findChild('SignalR');
      report.expectDenied(Origin.of(webApp), other, RequestType.SERVER_CONNECTION);
      report.expectAllowed(Origin.internet(), other, RequestType.CLIENT_CONNECTION);
    });
  });
});
