import { TerraformStack } from 'cdktf';
import { appservice, FunctionHost, identity, Naming, Negotiation, signalr } from '../../src';
import { ComplianceStatus, SecurityBaseline } from '../../src/compliance';
import { ConnectivityReport, Origin } from '../../src/connectivity';
import { graphOf, reachable } from '../support/graph';
import { CLIENT_ID, IDENTITY, IDENTITY_ID } from '../support/ids';
import { Major, schemaViolations } from '../support/provider-schema';
import { newChat } from '../support/serverless';
import { messageOf, newStack, only, readable, resources, synth, warnings } from '../support/synth';

const { AccessRestrictions, AppCors, PlanSku, Runtime } = appservice;

const APP = 'azurerm_linux_function_app';
const SERVICE_OWNER = '7e4f1700-ea5a-4f59-8f37-079cfe29dce3';

const appsOf = (stack: TerraformStack, type: string = APP) => readable(stack).resource![type];
const originsOf = (stack: TerraformStack): string[] => only(stack, 'azurerm_signalr_service').cors[0].allowed_origins;
const rolesOf = (stack: TerraformStack, principal: string) =>
  resources(stack, 'azurerm_role_assignment')
    .filter(({ principal_id }) => principal_id.includes(`${principal}.`))
    .map(({ scope, role_definition_id }) => `${scope.split('.')[1]} ${role_definition_id.split('/').pop()}`);

describe('negotiation at an app of its own, the default with public clients', () => {
  const { stack, chat } = newChat({ environment: 'prod' });
  const { Chat_FunctionApp: closed, Chat_NegotiationApp: open } = appsOf(stack);

  test('opens that app alone, with its deployment site, and leaves the other one closed', () => {
    expect(closed.public_network_access_enabled).toBe(false);
    expect(open.public_network_access_enabled).toBe(true);
    expect(open.site_config).not.toHaveProperty('ip_restriction');
    expect(open.site_config).not.toHaveProperty('scm_ip_restriction');
    expect(open).toMatchObject({ https_only: true, webdeploy_publish_basic_authentication_enabled: false });
    expect(chat.negotiationApp).not.toBe(chat.functionApp);
    expect(chat.negotiationApp.defaultHostname).not.toBe(chat.functionApp.defaultHostname);
  });

  test('lets the origin of that app talk to the service, and no other', () => {
    expect(originsOf(stack)).toEqual([`https://${open.name}.azurewebsites.net`]);
    expect(chat.negotiationApp.origin).toBe(originsOf(stack)[0]);
  });

  test('shares plan, subnet and telemetry, and has an identity and a storage account of its own', () => {
    for (const shared of ['service_plan_id', 'virtual_network_subnet_id']) expect(open[shared]).toBe(closed[shared]);
    expect(open.site_config.application_insights_connection_string).toBe(
      closed.site_config.application_insights_connection_string,
    );
    expect(open.identity.identity_ids).toEqual(['${azurerm_user_assigned_identity.Chat_NegotiationIdentity.id}']);
    expect(open.storage_account_name).toBe('${azurerm_storage_account.Chat_NegotiationStorage.name}');
    expect(only(stack, 'azurerm_service_plan').sku_name).toBe('P0v3');
    expect(chat.negotiationServicePlan).toBeUndefined();
    expect(resources(stack, 'azurerm_application_insights')).toHaveLength(1);
  });

  test('grants the public app what it needs, and nothing of the closed app, its storage or its key', () => {
    const scopes = rolesOf(stack, 'Chat_NegotiationIdentity');
    expect(scopes).toContain(`Chat_SignalR ${SERVICE_OWNER}`);
    expect(new Set(scopes.map((text) => text.split(' ')[0]))).toEqual(
      new Set(['Chat_SignalR', 'Chat_NegotiationStorage', 'Chat_ApplicationInsights']),
    );
    expect(rolesOf(stack, 'Chat_Identity')).not.toContainEqual(expect.stringContaining('NegotiationStorage'));
    expect(rolesOf(stack, 'Chat_Identity')).toContain(`Chat_SignalR ${SERVICE_OWNER}`);
  });

  test('calls no upstream there, links nothing to it, and gives it no endpoint and no key', () => {
    expect(only(stack, 'azurerm_signalr_service').upstream_endpoint).toHaveLength(1);
    expect(only(stack, 'azurerm_signalr_service').upstream_endpoint[0].url_template).toContain(closed.name);
    const targets = [
      ...resources(stack, 'azurerm_signalr_shared_private_link_resource').map((each) => each.target_resource_id),
      ...resources(stack, 'azurerm_private_endpoint').map(
        (each) => each.private_service_connection.private_connection_resource_id,
      ),
    ];
    expect(targets.filter((id) => id.includes('NegotiationApp'))).toEqual([]);
    expect(JSON.stringify(open)).not.toMatch(/AccessKey|AccountKey|KeyVault\(/);
  });

  test('sends logs of both apps', () => {
    const targets = resources(stack, 'azurerm_monitor_diagnostic_setting').map((each) => each.target_resource_id);
    expect(targets).toContain('${azurerm_linux_function_app.Chat_NegotiationApp.id}');
    expect(chat.negotiationAppDiagnosticSetting).not.toBe(chat.functionAppDiagnosticSetting);
  });

  test('joins the subnet after the other app, and closes no circle', () => {
    const graph = graphOf(readable(stack));
    expect(reachable(graph, `${APP}.Chat_NegotiationApp`)).toContain(`${APP}.Chat_FunctionApp`);
    [...graph.keys()].forEach((name) => expect(reachable(graph, name)).not.toContain(name));
  });

  test('is private to the service, which the report and the baseline hold', () => {
    const report = ConnectivityReport.of(stack);
    const { REST_API, CLIENT_CONNECTION } = signalr.RequestType;
    report.expectAllowed(Origin.of(chat.negotiationApp), chat.signalr, REST_API);
    report.expectAllowed(Origin.of(chat.functionApp), chat.signalr, REST_API);
    report.expectAllowed(Origin.internet(), chat.signalr, CLIENT_CONNECTION);
    report.expectDenied(Origin.internet(), chat.signalr, REST_API);
    const { findings } = SecurityBaseline.evaluate(stack);
    const accounts = findings.filter(({ rule }) => /^STO[1-8]$/.test(rule)).map(({ path }) => path);
    expect([...new Set(accounts)].sort()).toEqual([
      'Prod/Chat/NegotiationStorage/Resource',
      'Prod/Chat/Storage/Resource',
    ]);
    expect(
      findings.filter(({ status, severity }) => status === ComplianceStatus.VIOLATED && severity === 'error'),
    ).toEqual([]);
  });

  test.each<Major>([4, 5])('is accepted by the schema of azurerm %d, on every kind of host', (azurermMajor) => {
    [FunctionHost.linux(), FunctionHost.windows(), FunctionHost.flexConsumption()].forEach((host) => {
      const other = newChat({ host, privateStorage: true }, newStack('Prod', { azurermMajor })).stack;
      expect(schemaViolations(synth(other), azurermMajor)).toEqual([]);
    });
  });

  test('is named for its role', () => {
    expect(open.name).toMatch(/^func-chat-negotiate-prod-centralus-[0-9a-f]{6}$/);
    expect(resources(stack, 'azurerm_storage_account').map(({ name }) => name)).toContainEqual(
      expect.stringMatching(/^stchatnegotiate[0-9a-f]{6}$/),
    );
    const same = Naming.of({
      functionApp: 'func-a',
      negotiationApp: 'Func-A',
      storage: 'sta',
      negotiationStorage: 'sta',
    });
    expect(
      messageOf(() => newChat({ naming: same }))
        .split('\n')
        .sort(),
    ).toEqual([
      'Prod/Chat: [core/duplicate-name] functionApp and negotiationApp are both named "func-a"; give one of them another name',
      'Prod/Chat: [core/duplicate-name] storage and negotiationStorage are both named "sta"; give one of them another name',
    ]);
  });
});

describe('an app of its own', () => {
  test('takes options, and leaves the other app as it is', () => {
    const other = newStack();
    const negotiation = Negotiation.ownApp({
      accessRestrictions: AccessRestrictions.ipRanges('203.0.113.0/24'),
      appSettings: { Hub: 'chat' },
      identity: identity.ManagedIdentity.fromManagedIdentityAttributes(other, 'Team', IDENTITY),
      runtime: Runtime.node('22'),
    });
    const { chat } = newChat({ negotiation, host: FunctionHost.linux({ runtime: Runtime.python('3.12') }) }, other);
    const { Chat_FunctionApp: closed, Chat_NegotiationApp: open } = appsOf(other);
    expect(open.site_config).toMatchObject({
      application_stack: { node_version: '22' },
      ip_restriction: [{ ip_address: '203.0.113.0/24' }],
      scm_use_main_ip_restriction: true,
    });
    expect(open.app_settings).toMatchObject({ Hub: 'chat', AzureSignalRConnectionString__clientId: CLIENT_ID });
    expect(open.identity.identity_ids).toEqual([IDENTITY_ID]);
    expect(chat.negotiationIdentity).toBe(other.node.findChild('Team'));
    expect(closed.site_config.application_stack).toEqual({ python_version: '3.12' });
    expect(closed.app_settings).not.toHaveProperty('Hub');
    expect(schemaViolations(synth(other))).toEqual([]);
  });

  test('runs the language of the function app, but not its image', () => {
    const stackOf = (runtime: appservice.Runtime) => {
      const { Chat_NegotiationApp: open } = appsOf(newChat({ host: FunctionHost.linux({ runtime }) }).stack);
      return open.site_config.application_stack;
    };
    expect(stackOf(Runtime.node('22'))).toEqual({ node_version: '22' });
    const image = appservice.ContainerImage.of('contoso.azurecr.io', 'events', '1');
    expect(stackOf(Runtime.container(image))).toMatchObject({ dotnet_version: '10.0' });
  });

  test('has a Flex Consumption plan and a container of its own', () => {
    const { stack, chat } = newChat({ host: FunctionHost.flexConsumption() });
    const type = 'azurerm_function_app_flex_consumption';
    expect(Object.values(appsOf(stack, type)).map((each) => each.service_plan_id)).toEqual([
      '${azurerm_service_plan.Chat_ServicePlan.id}',
      '${azurerm_service_plan.Chat_NegotiationServicePlan.id}',
    ]);
    expect(resources(stack, 'azurerm_storage_container').map((each) => each.name)).toEqual([
      expect.stringMatching(/^app-func-chat-negotiate-centralus-[0-9a-f]{6}$/),
      expect.stringMatching(/^app-func-chat-centralus-[0-9a-f]{6}$/),
    ]);
    expect(chat.negotiationServicePlan).toBeDefined();
  });

  test('has private storage with the other one, in the same zones', () => {
    const { stack } = newChat({ privateStorage: true });
    const endpoints = Object.entries(readable(stack).resource!.azurerm_private_endpoint);
    const own = endpoints.filter(([id]) => id.startsWith('Chat_NegotiationStorage_'));
    expect(own.map(([, { name }]) => name)).toEqual([
      'pep-chat-negotiate-blob-centralus',
      'pep-chat-negotiate-queue-centralus',
      'pep-chat-negotiate-table-centralus',
    ]);
    expect(own.map(([, each]) => each.private_dns_zone_group.private_dns_zone_ids)).toEqual(
      ['Blob', 'Queue', 'Table'].map((kind) => [`\${azurerm_private_dns_zone.Chat_${kind}PrivateDnsZone.id}`]),
    );
    expect(resources(stack, 'azurerm_private_dns_zone')).toHaveLength(6);
    const graph = graphOf(readable(stack));
    own.forEach(([id]) =>
      expect(reachable(graph, `${APP}.Chat_NegotiationApp`)).toContain(`azurerm_private_endpoint.${id}`),
    );
  });
});

describe('pages of other origins', () => {
  const allowedOrigins = ['https://www.contoso.com', 'https://*.contoso.org'];
  const cors = { allowed_origins: allowedOrigins, support_credentials: true };

  test('may negotiate where they may talk to the service', () => {
    const { stack } = newChat({ allowedOrigins });
    const { Chat_FunctionApp: closed, Chat_NegotiationApp: open } = appsOf(stack);
    expect(originsOf(stack)).toEqual([`https://${open.name}.azurewebsites.net`, ...allowedOrigins]);
    expect(open.site_config.cors).toEqual(cors);
    expect(closed.site_config).not.toHaveProperty('cors');
  });

  test.each([Negotiation.publicFunctionApp(), Negotiation.privateFunctionApp()])(
    'may do so at the one function app: %#',
    (negotiation) => {
      expect(appsOf(newChat({ allowedOrigins, negotiation }).stack).Chat_FunctionApp.site_config.cors).toEqual(cors);
    },
  );

  test('follow the options of the app, where these say so', () => {
    const others = AppCors.allowOrigins('https://admin.contoso.com');
    const own = appsOf(newChat({ allowedOrigins, negotiation: Negotiation.ownApp({ cors: others }) }).stack);
    expect(own.Chat_NegotiationApp.site_config.cors.allowed_origins).toEqual(['https://admin.contoso.com']);
    const host = FunctionHost.linux({ cors: others });
    const one = appsOf(newChat({ allowedOrigins, host, negotiation: Negotiation.publicFunctionApp() }).stack);
    expect(one.Chat_FunctionApp.site_config.cors.allowed_origins).toEqual(['https://admin.contoso.com']);
  });
});

describe('negotiation at the function app', () => {
  test('opens it, while the service still calls it over its link', () => {
    const { stack, chat } = newChat({ negotiation: Negotiation.publicFunctionApp() });
    const app = only(stack, APP);
    expect(app.public_network_access_enabled).toBe(true);
    expect(chat.negotiationApp).toBe(chat.functionApp);
    expect(chat.negotiationIdentity).toBe(chat.identity);
    expect(chat.negotiationStorage).toBe(chat.storage);
    expect(chat.negotiationAppDiagnosticSetting).toBe(chat.functionAppDiagnosticSetting);
    expect(originsOf(stack)).toEqual([`https://${app.name}.azurewebsites.net`]);
    expect(resources(stack, 'azurerm_signalr_shared_private_link_resource')).toHaveLength(2);
    expect(ConnectivityReport.of(stack).toMarkdown()).toContain(
      'privatelink/approved: Prod/Chat/SignalR/function-app/Resource connects to the app',
    );
    expect(schemaViolations(synth(stack))).toEqual([]);
    expect(warnings(stack).filter((text) => !text.includes('core/provider-settings'))).toEqual([
      expect.stringMatching(
        /^\[APP19\[Public\]\] .*PrivateEndpoint\/Resource connects to it, but the internet reaches it too/,
      ),
    ]);
  });

  test('keeps it closed on demand, as it is with private clients', () => {
    const ways = [
      newChat({ negotiation: Negotiation.privateFunctionApp() }),
      newChat({ networkAccess: signalr.NetworkAccess.privateOnly() }),
      newChat({
        negotiation: Negotiation.privateFunctionApp(),
        host: FunctionHost.linux({ accessRestrictions: AccessRestrictions.privateEndpointOnly() }),
      }),
    ];
    ways.forEach(({ stack }) => expect(only(stack, APP).public_network_access_enabled).toBe(false));
  });

  test('is the default where a host says that the internet may call it', () => {
    const accessRestrictions = AccessRestrictions.frontDoorOnly('00000000-0000-0000-0000-000000000001');
    const { stack } = newChat({ host: FunctionHost.linux({ accessRestrictions }) });
    expect(only(stack, APP).site_config.ip_restriction[0].service_tag).toBe('AzureFrontDoor.Backend');
  });

  test('is not the default where a host says that nobody may', () => {
    const accessRestrictions = AccessRestrictions.privateEndpointOnly();
    const { stack } = newChat({ host: FunctionHost.linux({ accessRestrictions }) });
    expect(Object.values(appsOf(stack)).map((each) => each.public_network_access_enabled)).toEqual([false, true]);
  });

  test('is for private clients what they ask for', () => {
    const networkAccess = signalr.NetworkAccess.privateOnly();
    const { stack } = newChat({ networkAccess, negotiation: Negotiation.ownApp() });
    expect(Object.values(appsOf(stack)).map((each) => each.public_network_access_enabled)).toEqual([false, true]);
  });
});

describe('negotiation is refused', () => {
  const open = FunctionHost.linux({ accessRestrictions: AccessRestrictions.publicAccess() });
  const closed = FunctionHost.linux({ accessRestrictions: AccessRestrictions.privateEndpointOnly() });

  test.each<[string, Parameters<typeof newChat>[0], string]>([
    [
      'at a public function app that is closed',
      { negotiation: Negotiation.publicFunctionApp(), host: closed },
      'Prod/Chat: [signalr/negotiation] Negotiation.publicFunctionApp() given, but accessRestrictions of the host allow private endpoints only; leave accessRestrictions out, or use Negotiation.privateFunctionApp()',
    ],
    [
      'at a private function app that is open',
      { negotiation: Negotiation.privateFunctionApp(), host: open },
      'Prod/Chat: [signalr/negotiation] Negotiation.privateFunctionApp() given, but accessRestrictions of the host allow requests from the internet; leave accessRestrictions out, or use Negotiation.publicFunctionApp()',
    ],
    [
      'at an app of its own that nobody reaches',
      { negotiation: Negotiation.ownApp({ accessRestrictions: AccessRestrictions.privateEndpointOnly() }) },
      'Prod/Chat: [signalr/negotiation] accessRestrictions of Negotiation.ownApp(...) allow private endpoints only, but the app has none; use Negotiation.privateFunctionApp(), or leave accessRestrictions out',
    ],
    [
      'at an app of its own where the service calls none',
      { negotiation: Negotiation.ownApp(), upstreamCalls: false },
      'Prod/Chat: [signalr/negotiation] Negotiation.ownApp(...) given, but with upstreamCalls: false the service does not call the function app, so there is no app to keep closed; use Negotiation.publicFunctionApp()',
    ],
    [
      'at an app without a package on Elastic Premium',
      { host: FunctionHost.linux({ planSku: PlanSku.EP1, packageUrl: 'https://st.blob.core.windows.net/p/app.zip' }) },
      'Prod/Chat/NegotiationApp: [appservice/content-share] EP1 plans keep code in a file share, which needs account keys; give Negotiation.ownApp({ packageUrl }) for the app that negotiates, or use Negotiation.publicFunctionApp() or Negotiation.privateFunctionApp()',
    ],
    [
      'at an app whose options are wrong',
      { negotiation: Negotiation.ownApp({ cors: AppCors.allowOrigins('*') }) },
      'Prod/Chat/NegotiationApp: [appservice/cors] "*" allows every web page; name the origins, or use AppCors.allowAnyOrigin()',
    ],
  ])('%s', (_, props, message) => {
    expect(messageOf(() => newChat(props))).toBe(message);
  });
});
