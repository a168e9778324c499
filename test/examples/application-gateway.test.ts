import { ApplicationGatewayStack } from '../../examples/application-gateway/main';
import { SecureSignalRApp } from '../../src';
import { ComplianceStatus, SecurityBaseline, SecurityProfile } from '../../src/compliance';
import { ConnectivityReport, Origin, Verdict } from '../../src/connectivity';
import { RequestType } from '../../src/signalr';
import { bodies, newExample, synthesized } from '../support/examples';
import { graphOf } from '../support/graph';
import { schemaViolations } from '../support/provider-schema';

const json = synthesized('application-gateway')['application-gateway'];
const [gateway] = bodies(json, 'azurerm_application_gateway');
const named = (block: string, name: string) => gateway[block].find((each: { name: string }) => each.name === name);

describe('application-gateway', () => {
  const app = newExample('application-gateway');
  const stack = app.node.findChild('application-gateway') as ApplicationGatewayStack;
  const chat = stack.node.findChild('Chat') as SecureSignalRApp;
  const report = ConnectivityReport.of(app);

  test('has a gateway, an address and a record that azurerm 5 accepts as well', () => {
    const own = /^azurerm_(application_gateway|public_ip|dns_a_record)\./;
    expect(schemaViolations(json, 5).filter((each) => own.test(each))).toEqual([]);
  });

  test('closes service and app for the public network', () => {
    const [service] = bodies(json, 'azurerm_signalr_service');
    const [webApp] = bodies(json, 'azurerm_linux_web_app');
    expect([service, webApp].map((each) => each.public_network_access_enabled)).toEqual([false, false]);
    const [list] = bodies(json, 'azurerm_signalr_service_network_acl');
    expect(list.public_network).toEqual({});
    expect(list.private_endpoint[0].allowed_request_types).toEqual(['ClientConnection', 'ServerConnection', 'RESTAPI']);
    const fromInternet = report.data.paths.filter(({ origin }) => origin === Origin.internet().name);
    expect(fromInternet.map(({ verdict }) => verdict)).toEqual(Array(4).fill(Verdict.DENIED));
  });

  test('lets clients of the gateway, and the app, in through the private endpoint', () => {
    const agw = Origin.of(stack.node.findChild('Gateway'));
    expect(report.path(agw, chat.signalr, RequestType.CLIENT_CONNECTION)).toMatchObject({
      verdict: Verdict.ALLOWED,
      via: 'application-gateway/Chat/SignalR/PrivateEndpoint/Resource',
    });
    report.expectAllowed(agw, chat.signalr, RequestType.SERVER_CONNECTION);
    report.expectAllowed(agw, chat.signalr, RequestType.REST_API);
    report.expectPrivate(chat.webApp, chat.signalr);
  });

  test('leads clients to its name, and lets pages from there in', () => {
    const [{ app_settings: settings }] = bodies(json, 'azurerm_linux_web_app');
    expect(settings.Azure__SignalR__ConnectionString).toContain(';ClientEndpoint=https://chat.contoso.com;');
    const [service] = bodies(json, 'azurerm_signalr_service');
    expect(service.cors[0].allowed_origins).toContain('https://chat.contoso.com');
    const [record] = bodies(json, 'azurerm_dns_a_record');
    expect(record).toMatchObject({ name: 'chat', zone_name: 'contoso.com', resource_group_name: 'rg-dns' });
    expect(record.records).toEqual(['${azurerm_public_ip.Address.ip_address}']);
    expect(gateway.frontend_ip_configuration).toEqual([
      { name: 'public', public_ip_address_id: '${azurerm_public_ip.Address.id}' },
    ]);
  });

  test('takes HTTPS alone, with a certificate that its identity may read', () => {
    expect(gateway.frontend_port).toEqual([{ name: 'https', port: 443 }]);
    expect(gateway.http_listener).toEqual([
      expect.objectContaining({ protocol: 'Https', host_name: 'chat.contoso.com', ssl_certificate_name: 'chat' }),
    ]);
    expect(gateway.ssl_policy.policy_name).toBe('AppGwSslPolicy20220101');
    expect(gateway.ssl_certificate).toEqual([
      { name: 'chat', key_vault_secret_id: 'https://kv-estate.vault.azure.net/secrets/chat-contoso-com' },
    ]);
    const principal = /azurerm_user_assigned_identity\.Identity\w*/.exec(gateway.identity.identity_ids[0])![0];
    const [role] = bodies(json, 'azurerm_role_assignment').filter(({ principal_id }) =>
      principal_id.includes(principal),
    );
    expect(role.role_definition_id).toContain('4633458b-17de-408a-b874-0445c86b69e6');
    expect(role.scope).toMatch(/vaults\/kv-estate$/);
  });

  test('sends what is below /client to the service, and everything else to the app, each by its own name', () => {
    const [map] = gateway.url_path_map;
    expect(map).toMatchObject({ default_backend_address_pool_name: 'app', default_backend_http_settings_name: 'app' });
    expect(map.path_rule).toEqual([
      expect.objectContaining({
        paths: ['/client', '/client/*'],
        backend_address_pool_name: 'signalr',
        backend_http_settings_name: 'signalr',
      }),
    ]);
    expect(gateway.request_routing_rule).toEqual([
      expect.objectContaining({ rule_type: 'PathBasedRouting', http_listener_name: 'chat', url_path_map_name: 'chat' }),
    ]);
    expect(named('backend_address_pool', 'signalr').fqdns[0]).toMatch(/^\$\{azurerm_signalr_service\..*\.hostname\}$/);
    expect(named('backend_address_pool', 'app').fqdns[0]).toMatch(
      /^\$\{azurerm_linux_web_app\..*\.default_hostname\}$/,
    );
    gateway.backend_http_settings.forEach((settings: object) =>
      expect(settings).toMatchObject({ protocol: 'Https', port: 443, pick_host_name_from_backend_address: true }),
    );
  });

  test('asks both whether they are well', () => {
    expect(gateway.probe.map(({ name, path }: { name: string; path: string }) => [name, path])).toEqual([
      ['app', '/healthz'],
      ['signalr', '/api/health'],
    ]);
    gateway.backend_http_settings.forEach(({ name, probe_name }: Record<string, string>) =>
      expect(probe_name).toBe(name),
    );
    const [{ site_config: site }] = bodies(json, 'azurerm_linux_web_app');
    expect(site.health_check_path).toBe('/healthz');
  });

  test('has room, zones, and the rules that Azure asks for', () => {
    expect(gateway).toMatchObject({
      sku: { name: 'Standard_v2', tier: 'Standard_v2' },
      autoscale_configuration: { min_capacity: 2, max_capacity: 10 },
      zones: ['1', '2', '3'],
    });
    const rules = bodies(json, 'azurerm_network_security_rule').filter(({ network_security_group_name: group }) =>
      group.includes('GatewaySecurityGroup'),
    );
    expect(
      rules.map((rule) => [rule.access, rule.direction, rule.source_address_prefix, rule.destination_port_range]),
    ).toEqual([
      ['Allow', 'Inbound', 'Internet', '443'],
      ['Allow', 'Inbound', 'GatewayManager', '65200-65535'],
    ]);
    const [, ...others] = bodies(json, 'azurerm_network_security_rule')
      .filter(({ source_address_prefix: from }) => from === '10.0.0.128/26')
      .map((rule) => [rule.access, rule.direction, rule.destination_port_range]);
    expect(others.every((each) => each.join() === 'Allow,Inbound,443')).toBe(true);
  });

  test('comes after both endpoints, the role and the security group of its subnet', () => {
    const awaited = [...graphOf(json).get('azurerm_application_gateway.Gateway')!];
    const types = ['private_endpoint', 'role_assignment', 'subnet_network_security_group_association'];
    types.forEach((type) =>
      expect([type, awaited.filter((name) => name.startsWith(`azurerm_${type}.`)).length]).toEqual([
        type,
        type === 'private_endpoint' ? 2 : 1,
      ]),
    );
  });

  test('lets the app call nothing on the internet', () => {
    const outbound = bodies(json, 'azurerm_network_security_rule').filter(({ direction }) => direction === 'Outbound');
    expect(outbound.filter(({ access }) => access === 'Deny')).toMatchObject([
      { name: 'DenyInternetOutbound', destination_address_prefix: 'Internet', protocol: '*' },
    ]);
    expect(outbound.filter(({ access }) => access === 'Allow').map((rule) => rule.destination_address_prefix)).toEqual([
      '10.0.0.64/27',
    ]);
  });

  test('holds to the isolated profile without any exception', () => {
    const findings = SecurityBaseline.evaluate(app, { profile: SecurityProfile.ISOLATED });
    const statuses = ['SIG6', 'NAC4', 'APP11', 'NET7'].map((id) => [
      id,
      ...new Set(
        findings.findings
          .filter(({ rule, status }) => rule === id && status !== ComplianceStatus.NOT_APPLICABLE)
          .map(({ status }) => status),
      ),
    ]);
    expect(statuses).toEqual(['SIG6', 'NAC4', 'APP11', 'NET7'].map((id) => [id, ComplianceStatus.COMPLIANT]));
    expect(findings.withStatus(ComplianceStatus.ACKNOWLEDGED)).toEqual([]);
  });
});
