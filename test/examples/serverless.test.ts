import { Construct } from 'constructs';
import { ComplianceStatus, SecurityBaseline } from '../../src/compliance';
import { ConnectivityReport, Origin } from '../../src/connectivity';
import { RequestType } from '../../src/signalr';
import { bodies, newExample, synthesized } from '../support/examples';

const json = synthesized('serverless').serverless;
const report = ConnectivityReport.of(newExample('serverless'));
const [functionApp, negotiationApp] = bodies(json, 'azurerm_linux_function_app');
const [service] = bodies(json, 'azurerm_signalr_service');

describe('serverless', () => {
  test('calls function app and vault over shared private links, both approved by Terraform', () => {
    const links = bodies(json, 'azurerm_signalr_shared_private_link_resource');
    expect(links.map(({ sub_resource_name }) => sub_resource_name).sort()).toEqual(['sites', 'vault']);
    expect(bodies(json, 'azapi_update_resource')).toHaveLength(2);
    expect(report.toMarkdown()).toContain(
      'privatelink/approved: serverless/Chat/SignalR/function-app/Resource connects to the app',
    );
  });

  test('closes function app and vault for the public network, and the service for keys', () => {
    const [vault] = bodies(json, 'azurerm_key_vault');
    expect([functionApp, vault].map((each) => each.public_network_access_enabled)).toEqual([false, false]);
    expect(service).toMatchObject({ service_mode: 'Serverless', local_auth_enabled: false });
  });

  test('lets clients on the internet negotiate at an app that does nothing else', () => {
    expect(functionApp.name).not.toContain('negotiate');
    expect(negotiationApp.name).toContain('negotiate');
    expect(negotiationApp.public_network_access_enabled).toBe(true);
    expect(negotiationApp.site_config).not.toHaveProperty('ip_restriction');
    expect(service.cors[0].allowed_origins).toEqual([`https://${negotiationApp.name}.azurewebsites.net`]);
    expect(service.upstream_endpoint.map(({ url_template }: { url_template: string }) => url_template)).toEqual([
      expect.stringContaining(`https://${functionApp.name}.azurewebsites.net/`),
    ]);
    const endpoints = bodies(json, 'azurerm_private_endpoint').map(
      (each) => each.private_service_connection.private_connection_resource_id,
    );
    expect(endpoints).toHaveLength(3);
    expect(endpoints.filter((id: string) => id.includes('Negotiation'))).toEqual([]);
  });

  test('runs both apps on one plan and subnet, each with identity and storage account of its own', () => {
    expect(bodies(json, 'azurerm_service_plan').map(({ sku_name }) => sku_name)).toEqual(['P0v3']);
    for (const shared of ['service_plan_id', 'virtual_network_subnet_id']) {
      expect(negotiationApp[shared]).toBe(functionApp[shared]);
    }
    for (const own of ['storage_account_name', 'identity']) {
      expect(negotiationApp[own]).not.toEqual(functionApp[own]);
    }
    for (const app of [functionApp, negotiationApp]) {
      expect(app.site_config.application_stack.dotnet_version).toBe('10.0');
      expect(app.webdeploy_publish_basic_authentication_enabled).toBe(false);
    }
    const accounts = bodies(json, 'azurerm_storage_account');
    expect(accounts.map((each) => [each.shared_access_key_enabled, each.public_network_access_enabled])).toEqual([
      [false, true],
      [false, true],
    ]);
  });

  test('lets both apps call the REST API privately, and clients connect over the internet', () => {
    const app = newExample('serverless');
    const chat = app.node.findChild('serverless').node.findChild('Chat');
    const [host, negotiation, signalr] = ['FunctionApp', 'NegotiationApp', 'SignalR'].map((id) =>
      chat.node.findChild(id),
    ) as Construct[];
    const told = ConnectivityReport.of(app);
    told.expectAllowed(Origin.of(host), signalr, RequestType.REST_API);
    told.expectAllowed(Origin.of(negotiation), signalr, RequestType.REST_API);
    told.expectAllowed(Origin.internet(), signalr, RequestType.CLIENT_CONNECTION);
    told.expectDenied(Origin.internet(), signalr, RequestType.REST_API);
  });

  test('keeps the rules of its profile, for both accounts and apps', () => {
    const { findings } = SecurityBaseline.evaluate(newExample('serverless'));
    const violated = findings.filter(
      ({ status, severity }) => status === ComplianceStatus.VIOLATED && severity === 'error',
    );
    expect(violated).toEqual([]);
    const judged = (rules: RegExp) => [
      ...new Set(findings.filter(({ rule }) => rules.test(rule)).map(({ path }) => path.split('/')[2])),
    ];
    expect(judged(/^STO[1-8]$/).sort()).toEqual(['NegotiationStorage', 'Storage']);
    expect(judged(/^(APP3|STO9)$/).sort()).toEqual(['FunctionApp', 'NegotiationApp']);
  });
});
