import { ConnectivityReport, Origin, Verdict } from '../../src/connectivity';
import { bodies, newExample, synthesized } from '../support/examples';
import { graphOf, reachable } from '../support/graph';

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
      'AzureSignalRConnectionString__clientEndpoint',
      'AzureSignalRConnectionString__clientId',
      'AzureSignalRConnectionString__credential',
      'AzureSignalRConnectionString__serviceUri',
    ]);
  });

  test('leads clients to its domain, as the negotiating functions hand it out', () => {
    const [domain] = Object.values(stack.resource!.azurerm_signalr_service_custom_domain);
    expect(domain.domain_name).toBe('chat.contoso.com');
    expect(stack.output!['function-app-settings'].value).toMatchObject({
      AzureSignalRConnectionString__clientEndpoint: 'https://chat.contoso.com',
    });
  });

  test('adds the certificate after the approval of the link to the vault, and requires azapi for it', () => {
    const [certificate] = Object.values(stack.resource!.azurerm_signalr_service_custom_certificate);
    expect(certificate.depends_on).toContainEqual(
      expect.stringMatching(/^azapi_update_resource\.SignalR_link-vault_Approval/),
    );
    expect(stack).toMatchObject({ terraform: { required_providers: { azapi: { source: 'Azure/azapi' } } } });
  });

  test('has a Premium service in Serverless mode, whose events all go to the function app', () => {
    expect(bodies(stack, 'azurerm_signalr_service')).toMatchObject([
      {
        sku: { name: 'Premium_P1', capacity: 1 },
        service_mode: 'Serverless',
        identity: { type: 'UserAssigned' },
        upstream_endpoint: [{ hub_pattern: ['*'], event_pattern: ['*'], category_pattern: ['*'] }],
      },
    ]);
    expect(bodies(stack, 'azurerm_signalr_service_network_acl')).toMatchObject([
      {
        default_action: 'Deny',
        public_network: { allowed_request_types: ['ClientConnection'] },
        private_endpoint: [{ allowed_request_types: ['RESTAPI'] }],
      },
    ]);
  });

  test('leaves the zone of its endpoint, which is in the subnet of the estate, to Azure Policy', () => {
    const [endpoint] = bodies(stack, 'azurerm_private_endpoint');
    expect(endpoint.subnet_id).toMatch(/^\$\{data\.azurerm_subnet\.EndpointSubnet_/);
    expect(endpoint.private_dns_zone_group).toBeUndefined();
    expect(endpoint.lifecycle).toEqual({ ignore_changes: ['private_dns_zone_group'] });
  });

  test('has a link to the function app and one to the vault, each approved', () => {
    const links = bodies(stack, 'azurerm_signalr_shared_private_link_resource');
    expect(links.map(({ sub_resource_name: part, target_resource_id: id }) => [part, id.split('/').pop()])).toEqual([
      ['sites', 'func-estate'],
      ['vault', 'kv-estate'],
    ]);
    const approvals = bodies(stack, 'azapi_update_resource');
    expect(approvals.map(({ body }) => body.properties.privateLinkServiceConnectionState.status)).toEqual(
      Array(2).fill('Approved'),
    );
  });

  test('has its record in contoso.com, and its certificate from the vault', () => {
    expect(bodies(stack, 'azurerm_dns_cname_record')).toMatchObject([{ name: 'chat', zone_name: 'contoso.com' }]);
    const [certificate] = bodies(stack, 'azurerm_signalr_service_custom_certificate');
    expect(certificate.custom_certificate_id).toBe('https://kv-estate.vault.azure.net/certificates/chat-contoso-com');
  });

  test('changes the service in one order: endpoint, list, links, certificate, domain', () => {
    const graph = graphOf(stack);
    const [endpoint, list, links, certificate, domain] = [
      'azurerm_private_endpoint',
      'azurerm_signalr_service_network_acl',
      'azurerm_signalr_shared_private_link_resource',
      'azurerm_signalr_service_custom_certificate',
      'azurerm_signalr_service_custom_domain',
    ].map((type) => [...graph.keys()].filter((name) => name.startsWith(`${type}.`)));
    const steps = [endpoint, list, links, certificate, domain];
    steps
      .slice(1)
      .forEach((later, index) =>
        later.forEach((name) => expect([...reachable(graph, name)]).toEqual(expect.arrayContaining(steps[index]))),
      );
  });

  test('grants what it lists, and nothing else', () => {
    const roles = bodies(stack, 'azurerm_role_assignment').map(({ principal_id: id, role_definition_id: role }) => [
      /(operators|FunctionIdentity|Identity)/.exec(id)![1],
      role.split('/').pop(),
    ]);
    expect(roles.sort()).toEqual([
      ['FunctionIdentity', '7e4f1700-ea5a-4f59-8f37-079cfe29dce3'],
      ['Identity', '4633458b-17de-408a-b874-0445c86b69e6'],
      ['operators', 'ddde6b66-c0df-4114-a159-3618637b3035'],
    ]);
  });

  test('sends all logs to a workspace and a storage account, and alerts to a group', () => {
    const [setting] = bodies(stack, 'azurerm_monitor_diagnostic_setting');
    expect(setting).toMatchObject({
      enabled_log: [{ category: 'AllLogs' }],
      enabled_metric: [{ category: 'AllMetrics' }],
    });
    expect([setting.log_analytics_workspace_id, setting.storage_account_id].every(Boolean)).toBe(true);
    const alerts = bodies(stack, 'azurerm_monitor_metric_alert');
    const metrics = alerts.map(({ criteria = [], dynamic_criteria: dynamic }) => (criteria[0] ?? dynamic).metric_name);
    expect(metrics.sort()).toEqual(['ConnectionQuotaUtilization', 'InboundTraffic', 'ServerLoad', 'SystemErrors']);
    alerts.forEach(({ action }) => expect(action).toHaveLength(1));
  });

  test('reports that the internet opens client connections alone, and nothing of the function app', () => {
    const { origins, paths } = ConnectivityReport.of(newExample('custom-domain')).data;
    const allowed = paths.filter(
      ({ origin, verdict }) => origin === Origin.internet().name && verdict === Verdict.ALLOWED,
    );
    expect(allowed.map(({ requestType }) => requestType)).toEqual(['ClientConnection']);
    expect(origins.map(({ kind }) => kind).sort()).toEqual(['internet', 'private endpoint', 'service']);
  });
});
