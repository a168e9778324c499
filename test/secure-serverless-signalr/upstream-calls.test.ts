import { AppDns, AppNetwork, appservice, dns, FunctionHost, Negotiation, signalr, vault } from '../../src';
import { ComplianceStatus, SecurityBaseline } from '../../src/compliance';
import { ConnectivityReport, Origin } from '../../src/connectivity';
import { Major, schemaViolations } from '../support/provider-schema';
import { newChat } from '../support/serverless';
import { messageOf, newGroup, newStack, only, readable, resources, synth, warnings } from '../support/synth';

const APP = 'azurerm_linux_function_app';

describe('SecureServerlessSignalR without calls of the service', () => {
  const { stack, chat } = newChat({ upstreamCalls: false });
  const { resource, terraform, provider } = readable(stack) as Record<string, any>;

  test('has no vault, link, identity or upstream of the service, and needs no azapi', () => {
    for (const type of Object.keys(resource)) expect(type).not.toMatch(/^azapi_|key_vault|shared_private_link/);
    expect(Object.keys(terraform.required_providers)).toEqual(['azurerm']);
    expect(Object.keys(provider)).toEqual(['azurerm']);
    const service = only(stack, 'azurerm_signalr_service');
    expect(service).not.toHaveProperty('identity');
    expect(service).not.toHaveProperty('upstream_endpoint');
    expect(service.service_mode).toBe('Serverless');
    expect(resources(stack, 'azurerm_user_assigned_identity')).toHaveLength(1);
    expect(resources(stack, 'azurerm_private_endpoint').map(({ name }) => name)).toEqual([
      'pep-chat-signalr-centralus',
    ]);
  });

  test('has one function app, which negotiates for public clients and sends messages', () => {
    const app = only(stack, APP);
    expect(app.public_network_access_enabled).toBe(true);
    expect(chat.negotiationApp).toBe(chat.functionApp);
    expect(app.app_settings.AzureSignalRConnectionString__credential).toBe('managedidentity');
    expect(only(stack, 'azurerm_signalr_service').cors[0].allowed_origins).toEqual([chat.functionApp.origin]);
    const report = ConnectivityReport.of(stack);
    report.expectAllowed(Origin.of(chat.functionApp), chat.signalr, signalr.RequestType.REST_API);
    report.expectDenied(Origin.internet(), chat.signalr, signalr.RequestType.REST_API);
  });

  test('passes the baseline, and warns of nothing', () => {
    const { findings } = SecurityBaseline.evaluate(stack);
    const errors = findings.filter(
      ({ rule, status, severity }) => rule !== 'OUT2' && status === ComplianceStatus.VIOLATED && severity !== 'info',
    );
    expect(errors).toEqual([]);
    expect(warnings(stack).filter((text) => !text.includes('core/provider-settings'))).toEqual([]);
  });

  test.each<Major>([4, 5])('is accepted by the schema of azurerm %d', (azurermMajor) => {
    const other = newChat({ upstreamCalls: false }, newStack('Prod', { azurermMajor })).stack;
    expect(schemaViolations(synth(other), azurermMajor)).toEqual([]);
  });

  test('is private on demand', () => {
    const closed = FunctionHost.linux({ accessRestrictions: appservice.AccessRestrictions.privateEndpointOnly() });
    [
      { negotiation: Negotiation.privateFunctionApp() },
      { networkAccess: signalr.NetworkAccess.privateOnly() },
      { host: closed },
    ].forEach((props) => {
      const { stack: other, chat: own } = newChat({ ...props, upstreamCalls: false });
      expect(only(other, APP).public_network_access_enabled).toBe(false);
      expect(own.functionAppEndpoint).toBeDefined();
    });
  });

  test('needs no zone of vaults, and takes an identity of the service', () => {
    const { stack: other, resourceGroup } = newGroup();
    const zones = ['privatelink.service.signalr.net', 'privatelink.azurewebsites.net'].map(
      (zoneName, index) => new dns.PrivateDnsZone(other, `Zone${index}`, { zoneName, resourceGroup }),
    );
    const signalrSettings = { identity: signalr.ServiceIdentity.systemAssigned() };
    const network = AppNetwork.define({ dnsServers: ['10.9.0.4'] });
    const negotiation = Negotiation.privateFunctionApp();
    const props = { upstreamCalls: false, dns: AppDns.customServers(...zones), signalrSettings, network, negotiation };
    newChat(props, other);
    expect(only(other, 'azurerm_signalr_service').identity).toEqual({ type: 'SystemAssigned' });
  });

  test('keeps authentication of the host as it is', () => {
    const authentication = appservice.Authentication.entraId({
      clientId: 'a1b2c3d4-5717-4562-b3fc-2c963f66afa6',
      tenantId: 'b1b2c3d4-5717-4562-b3fc-2c963f66afa6',
      allowedApplications: ['c1b2c3d4-5717-4562-b3fc-2c963f66afa6'],
    });
    const { stack: other } = newChat({ upstreamCalls: false, host: FunctionHost.linux({ authentication }) });
    expect(only(other, APP).auth_settings_v2.active_directory_v2.allowed_applications).toEqual([
      'c1b2c3d4-5717-4562-b3fc-2c963f66afa6',
    ]);
  });

  test.each(['vault', 'signalrIdentity', 'functionAppLink', 'vaultLink', 'functionAppEndpoint'] as const)(
    'says that there is no %s',
    (part) => {
      expect(messageOf(() => chat[part])).toBe(
        `Prod/Chat: [signalr/no-upstream-calls] ${part} is read, but with upstreamCalls: false the service does not call the function app, and ${part} is not defined; leave upstreamCalls out, or do not read ${part}`,
      );
      expect(newChat().chat[part]).toBeDefined();
    },
  );

  test('refuses all options of such calls at once', () => {
    const other = newStack();
    const existing = vault.KeyVault.fromLookup(other, 'Old', { name: 'kv-old', resourceGroupName: 'rg-old' });
    const props = {
      upstreamCalls: false,
      upstream: { hubs: ['chat'] },
      vault: existing,
      functionKeySecret: 'key',
      approval: signalr.Approval.manual(),
    };
    expect(messageOf(() => newChat(props, other))).toBe(
      'Prod/Chat: [signalr/no-upstream-calls] upstream, vault, functionKeySecret, approval given, but with upstreamCalls: false the service does not call the function app; leave upstream, vault, functionKeySecret, approval out, or leave upstreamCalls out',
    );
  });
});
