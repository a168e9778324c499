import { TerraformStack, TerraformVariable } from 'cdktf';
import { LogDestination } from '../../src/observability';
import { DnsIntegration, PrivateLinkSubresource } from '../../src/privatelink';
import {
  AccessRules,
  Cors,
  DomainDns,
  ISignalRService,
  RequestType,
  ServiceMode,
  SignalRService,
  SignalRServiceAttributes,
  Sku,
} from '../../src/signalr';
import { newCertificate, newDomainService } from '../support/domain';
import { Host } from '../support/host';
import { newHub, providers } from '../support/hub';
import { CLIENT_ID, SERVICE_ID } from '../support/ids';
import { FUNCTION_APP_ID, functionApp, targetOf } from '../support/links';
import { newNetwork } from '../support/network';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, newStack, only, resources, synth, warnings } from '../support/synth';

const HOSTNAME = 'chat.service.signalr.net';

function existing(told: Partial<SignalRServiceAttributes> = {}, stack = newStack()) {
  const attributes = { serviceId: SERVICE_ID, hostname: HOSTNAME, ...told };
  return SignalRService.fromSignalRServiceAttributes(stack, 'Existing', attributes);
}

describe('SignalRService.fromSignalRServiceAttributes', () => {
  test.each(['signalr', 'SIGNALR', 'SignalR'])('writes the id with /%s/ as azurerm reads it', (segment) => {
    const serviceId = SERVICE_ID.replace('/signalR/', `/${segment}/`).replace('resourceGroups', 'resourcegroups');
    expect(existing({ serviceId }).serviceId).toBe(SERVICE_ID);
  });

  test('writes the region as Azure compares it', () => {
    expect(existing({ location: 'Central US' }).location).toBe('centralus');
  });

  test('does not judge what only Terraform knows', () => {
    const stack = newStack();
    const value = new TerraformVariable(stack, 'value', {}).stringValue;
    const service = existing({ serviceId: value, hostname: value, location: value, principalId: value }, stack);
    expect(service).toMatchObject({ serviceId: value, hostname: value, location: value });
    expect(service.principal?.principalId).toBe(value);
  });

  test('refuses all that cannot be true at once', () => {
    const told = {
      serviceId: '/subscriptions/0/chat',
      hostname: `https://${HOSTNAME}/`,
      location: 'mars',
      sku: Sku.premium(11),
      principalId: 'chat',
    };
    expect(messageOf(() => existing(told))).toBe(
      [
        '[signalr/service-id] "/subscriptions/0/chat" is not the id of a SignalR service; use one such as /subscriptions/ID/resourceGroups/NAME/providers/Microsoft.SignalRService/signalR/NAME',
        `[signalr/hostname] "https://${HOSTNAME}/" is not a host name; use one without scheme, port and path, such as NAME.service.signalr.net`,
        '[core/location] "mars" is not a known Azure region; use a name such as centralus, or list a newer region in the construct context "azureLocations"',
        '[signalr/capacity] Premium_P1 with 11 units given; use 1 to 10, 20, 30 ... 100',
        '[identity/principal-id] "chat" is not an object id of Microsoft Entra ID; use the GUID of the principal, not its name',
      ]
        .map((line) => `Prod/Existing: ${line}`)
        .join('\n'),
    );
  });

  test.each(['', `${HOSTNAME}:443`, `${HOSTNAME}/client`, `.${HOSTNAME}`, `${HOSTNAME}.`, 'a b', '-chat.net', '*.net'])(
    'refuses "%s" as a host name',
    (hostname) => {
      expect(messageOf(() => existing({ hostname }))).toContain(`[signalr/hostname] "${hostname}" is not a host name`);
    },
  );
});

describe('an existing service of which more is told', () => {
  const dns = DomainDns.existing();
  const addCertificate = (service: ISignalRService, stack: TerraformStack) =>
    service.addCustomCertificate('Certificate', { name: 'chat', certificate: newCertificate(stack) });

  test.each<
    [string, Partial<SignalRServiceAttributes>, (service: ISignalRService, stack: TerraformStack) => unknown, string]
  >([
    [
      'a shared private link on the Free tier',
      { sku: Sku.free() },
      (service, stack) => service.addSharedPrivateLink('Link', { target: functionApp(stack) }),
      'Prod/Existing/Link: [signalr/free-tier-shared-private-link] Free_F1 cannot have shared private links; choose Sku.standard(1) or higher',
    ],
    [
      'a replica below the Premium tier',
      { sku: Sku.standard(1) },
      (service) => service.addReplica('Replica', { location: 'westus', sku: Sku.premium(1) }),
      'Prod/Existing/Replica: [signalr/replica-requires-premium] the service is Standard_S1; give it Sku.premium(...) to have replicas',
    ],
    [
      'a certificate below the Premium tier',
      { sku: Sku.standard(1) },
      addCertificate,
      'Prod/Existing/Certificate: [signalr/custom-domain-requires-premium] Standard_S1 cannot have certificates of its own; choose Sku.premium(1) or higher',
    ],
    [
      'a hub server of a Serverless service',
      { serviceMode: ServiceMode.SERVERLESS },
      (service, stack) => service.connectServer(new Host(stack, 'Host')),
      'Prod/Existing: [signalr/server-in-serverless] Prod/Host cannot be a hub server, because the service is in Serverless mode; use ServiceMode.DEFAULT',
    ],
    [
      'a replica in the region of the service',
      { location: 'West US' },
      (service) => service.addReplica('Replica', { location: 'westus' }),
      'Prod/Existing/Replica: [signalr/replica-location] the service itself is in westus; give a replica another region',
    ],
  ])('refuses %s', (_, told, act, message) => {
    const stack = newStack();
    const service = existing(told, stack);
    expect(messageOf(() => act(service, stack))).toBe(message);
  });

  test('gives a replica its tier and units', () => {
    const stack = newStack();
    existing({ sku: Sku.premium(5) }, stack).addReplica('Replica', { location: 'westus' });
    expect(only(stack, 'azapi_resource').body.sku).toEqual({ name: 'Premium_P1', tier: 'Premium', capacity: 5 });
  });

  test('has an identity that nobody told of, and not none, whatever its tier', () => {
    const stack = newStack();
    addCertificate(existing({ sku: Sku.premium(1) }, stack), stack);
    expect(warnings(stack)).toEqual([
      '[signalr/certificate-access] the identity of Prod/Existing is not known, so it gets no role; the owner of the vault must assign the identity the role Key Vault Secrets User before the certificate is added',
    ]);
  });

  test('may be the one that is defined here, where only Terraform knows its id', () => {
    const { stack, service, certificate: reference } = newDomainService();
    const certificate = service.addCustomCertificate('Certificate', { name: 'chat', certificate: reference });
    const serviceId = new TerraformVariable(stack, 'service', {}).stringValue;
    const same = existing({ serviceId, sku: Sku.premium(1) }, stack);
    same.addCustomDomain('Domain', { name: 'chat', domainName: 'chat.example.com', certificate, dns });
    expect(resources(stack, 'azurerm_signalr_service_custom_domain')).toHaveLength(1);
  });

  test('has its new workspace in its subscription', () => {
    const { stack, resourceGroup } = newGroup();
    const service = existing({ resourceGroup, provider: newHub(stack) }, stack);
    service.sendLogsTo(LogDestination.newWorkspace());
    expect(providers(stack)).toMatchObject({
      'azurerm_log_analytics_workspace.Existing_LogWorkspace': 'azurerm.hub',
      'azurerm_monitor_diagnostic_setting.Existing_DiagnosticSetting': 'azurerm.hub',
    });
  });
});

describe('a private endpoint of an existing service', () => {
  function setUp(told: Partial<SignalRServiceAttributes> = {}) {
    const { stack, resourceGroup, endpointSubnet: subnet, zone } = newNetwork();
    const options = { name: 'pep', resourceGroup, subnet, dns: DnsIntegration.zone(zone) };
    return { stack, service: existing(told, stack), options };
  }

  test('leads to it by its id and name, and is in no list here', () => {
    const { stack, service, options } = setUp();
    const endpoint = service.addPrivateEndpoint('Endpoint', options);
    expect(endpoint.node.path).toBe('Prod/Existing/Endpoint');
    expect(only(stack, 'azurerm_private_endpoint')).toMatchObject({
      name: 'pep',
      private_service_connection: { private_connection_resource_id: SERVICE_ID, subresource_names: ['signalr'] },
    });
    expect(resources(stack, 'azurerm_signalr_service_network_acl')).toEqual([]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('cannot have rules, because the list is not defined here', () => {
    const { stack, service, options } = setUp();
    const access = AccessRules.allow(RequestType.CLIENT_CONNECTION, RequestType.REST_API);
    expect(messageOf(() => service.addPrivateEndpoint('Endpoint', { ...options, access }))).toBe(
      'Prod/Existing: [nac/foreign-list] rules (ClientConnection, RESTAPI) are given for Prod/Existing/Endpoint, but the access control list of an existing service belongs to its owner; leave the rules out and ask the owner to list the endpoint',
    );
    expect(resources(stack, 'azurerm_private_endpoint')).toEqual([]);
  });

  test('cannot be where the service is known to be of the Free tier', () => {
    const { service, options } = setUp({ sku: Sku.free() });
    expect(messageOf(() => service.addPrivateEndpoint('Endpoint', options))).toBe(
      'Prod/Existing: [signalr/free-tier-private-endpoint] Free_F1 cannot have private endpoints; choose Sku.standard(1) or higher',
    );
  });
});

describe('a shared private link of an existing service', () => {
  test.each<[string, (stack: TerraformStack) => unknown, string]>([
    [
      'a target of another type',
      (stack) => targetOf(stack, 'Target', FUNCTION_APP_ID, PrivateLinkSubresource.VAULT),
      `[sharedlink/target] "${FUNCTION_APP_ID}" is not the id of a Microsoft.KeyVault/vaults, which PrivateLinkSubresource.VAULT needs; give an id such as /subscriptions/.../providers/Microsoft.KeyVault/vaults/NAME`,
    ],
    [
      'a target that links do not lead to',
      (stack) => targetOf(stack, 'Target', SERVICE_ID, PrivateLinkSubresource.SIGNALR),
      '[sharedlink/target] Prod/Target has sub-resource signalr, but a shared private link connects to a web or function app (sites) or a Key Vault (vault), not to a slot; use one of these',
    ],
    [
      'a target whose plan takes no private endpoints',
      (stack) => Object.assign(functionApp(stack, 'Target'), { takesPrivateEndpoints: false }),
      '[sharedlink/target-plan] the plan of Prod/Target supports no private endpoints; use PlanSku.B1 or larger, Elastic Premium or Flex Consumption',
    ],
  ])('refuses %s', (_, targetIn, message) => {
    const stack = newStack();
    const target = targetIn(stack) as ReturnType<typeof functionApp>;
    expect(messageOf(() => existing({}, stack).addSharedPrivateLink('Link', { target }))).toBe(
      `Prod/Existing/Link: ${message}`,
    );
  });

  test('refuses a bad name', () => {
    const stack = newStack();
    const options = { target: functionApp(stack), name: 'my_link' };
    expect(messageOf(() => existing({}, stack).addSharedPrivateLink('Link', options))).toBe(
      'Prod/Existing/Link: [sharedlink/name] "my_link" is not the name of a shared private link; use 3 to 63 letters, digits or inner dashes, beginning with a letter',
    );
  });
});

describe('a hub server of an existing service', () => {
  test('is granted its role there, and finds it by its name', () => {
    const stack = newStack();
    const service = existing({}, stack);
    const host = new Host(stack, 'Host');
    service.connectServer(host);
    expect(only(stack, 'azurerm_role_assignment').scope).toBe(SERVICE_ID);
    expect(host.settings.Azure__SignalR__ConnectionString).toBe(
      `Endpoint=https://${HOSTNAME};AuthType=azure.msi;ClientId=${CLIENT_ID};Version=1.0;`,
    );
    expect(service.connectionStringFor()).toBe(`Endpoint=https://${HOSTNAME};AuthType=azure.msi;Version=1.0;`);
    expect(service.privateLink).toMatchObject({ resourceId: SERVICE_ID, hostnames: [HOSTNAME] });
  });
});

describe('an application of an existing service and of one that is defined here', () => {
  const text = (path: string, other: string) =>
    `Prod/${path}: [signalr/second-service] Prod/Host finds Prod/${other} in the app setting Azure__SignalR__ConnectionString already, which this service would replace; use ConnectionSettings.aspNetCoreEndpoint(name)`;

  test.each(['Existing', 'SignalR'])('cannot find both in one setting, connected to %s first', (first) => {
    const { stack, resourceGroup } = newGroup();
    const host = new Host(stack, 'Host');
    const owned = new SignalRService(stack, 'SignalR', { name: 'sigr', resourceGroup, cors: Cors.allowAnyOrigin() });
    const services: ISignalRService[] = [owned, existing({}, stack)];
    const [one, two] = services.sort((a) => (a.node.id === first ? -1 : 1));
    one.connectServer(host);
    expect(messageOf(() => two.connectServer(host))).toBe(text(two.node.id, first));
  });
});
