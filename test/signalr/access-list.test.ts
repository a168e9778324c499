import { SignalrServiceNetworkAcl } from '@cdktf/provider-azurerm/lib/signalr-service-network-acl';
import { TerraformStack, TerraformVariable } from 'cdktf';
import { DnsIntegration, PrivateEndpoint } from '../../src/privatelink';
import { AccessRules, Cors, DefaultAction, NetworkAccess, RequestType, SignalRService } from '../../src/signalr';
import { newNetwork } from '../support/network';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, only, synth, warnings } from '../support/synth';

const ACL = 'azurerm_signalr_service_network_acl';
const OTHERS = '/subscriptions/1234/resourceGroups/rg-others/providers/Microsoft.Network/privateEndpoints/pep-others';
const OTHER_SERVICE = '/subscriptions/1234/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/other';
const { CLIENT_CONNECTION, REST_API, SERVER_CONNECTION } = RequestType;

function setUp(networkAccess?: NetworkAccess) {
  const network = newNetwork();
  const { stack, resourceGroup } = network;
  const newService = (id: string) =>
    new SignalRService(stack, id, {
      name: `sigr-${id}`,
      resourceGroup,
      cors: Cors.allowAnyOrigin(),
      networkAccess,
    });
  const existing = (id: string, privateEndpointId: string = OTHERS) =>
    PrivateEndpoint.fromPrivateEndpointAttributes(stack, id, { privateEndpointId });
  const endpoint = {
    name: 'pep-test',
    resourceGroup,
    subnet: network.endpointSubnet,
    dns: DnsIntegration.zone(network.zone),
  };
  return { ...network, service: newService('SignalR'), newService, existing, endpoint };
}

describe('SignalRService.addAccessRules', () => {
  test('lists an endpoint that others defined, beside the own ones', () => {
    const { stack, service, existing, endpoint } = setUp();
    service.addPrivateEndpoint('Endpoint', endpoint);
    service.addAccessRules(existing('Others'), AccessRules.allow(CLIENT_CONNECTION));
    expect(only(stack, ACL).private_endpoint).toEqual([
      { id: '${azurerm_private_endpoint.SignalR_Endpoint.id}', allowed_request_types: [SERVER_CONNECTION, REST_API] },
      { id: OTHERS, allowed_request_types: [CLIENT_CONNECTION] },
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('changes the list of an endpoint that was defined by hand, as the option of addPrivateEndpoint does', () => {
    const rules = AccessRules.allow(CLIENT_CONNECTION);
    const byHand = setUp();
    const endpoint = new PrivateEndpoint(byHand.service, 'Endpoint', { ...byHand.endpoint, target: byHand.service });
    byHand.service.addAccessRules(endpoint, rules);
    const byOption = setUp();
    byOption.service.addPrivateEndpoint('Endpoint', { ...byOption.endpoint, access: rules });
    expect(synth(byHand.stack)).toEqual(synth(byOption.stack));
    expect(only(byHand.stack, ACL).private_endpoint).toHaveLength(1);
  });

  test('warns of servers without REST', () => {
    const { stack, service, existing } = setUp();
    service.addAccessRules(existing('Others'), AccessRules.allow(SERVER_CONNECTION));
    expect(warnings(stack)).toEqual([
      '[nac/entra-needs-rest] private endpoint Others allows ServerConnection without RESTAPI; with Entra authentication a hub server fetches a temporary key over REST first and may get 401, so allow RESTAPI too',
    ]);
  });

  test('fails for an endpoint of another service, and tells everything else that is wrong with it', () => {
    const { service, newService, endpoint } = setUp();
    const other = newService('Other').addPrivateEndpoint('Endpoint', endpoint);
    expect(messageOf(() => service.addAccessRules(other, AccessRules.deny(CLIENT_CONNECTION)))).toBe(
      [
        'Prod/SignalR: [nac/deny-list-with-default-deny] the default action is Deny, but a deny list (ClientConnection) is given for private endpoint Endpoint; use AccessRules.allow(...) or DefaultAction.ALLOW',
        'Prod/SignalR: [nac/unknown-endpoint] rules are given for Prod/Other/Endpoint, which connects to Prod/Other; give rules for an endpoint of this service',
      ].join('\n'),
    );
  });

  test('fails for an allow list where the default action is Allow', () => {
    const { service, existing } = setUp(NetworkAccess.custom({ defaultAction: DefaultAction.ALLOW }));
    expect(messageOf(() => service.addAccessRules(existing('Others'), AccessRules.allow(REST_API)))).toBe(
      'Prod/SignalR: [nac/allow-list-with-default-allow] the default action is Allow, but an allow list (RESTAPI) is given for private endpoint Others; use AccessRules.deny(...) or DefaultAction.DENY',
    );
  });

  test.each([OTHERS.replace('resourceGroups', 'resourcegroups'), OTHERS.replace('privateE', 'privatee')])(
    'fails for the id %s, which azurerm would pass over',
    (id) => {
      const { service, existing } = setUp();
      expect(messageOf(() => service.addAccessRules(existing('Others', id), AccessRules.allow()))).toBe(
        `Prod/SignalR: [nac/endpoint-id] "${id}" is not the id of a private endpoint in Azure's own letter case, so azurerm would ignore the rules; use /subscriptions/ID/resourceGroups/NAME/providers/Microsoft.Network/privateEndpoints/NAME`,
      );
    },
  );

  test('fails for an endpoint that is listed under another name', () => {
    const { service, existing } = setUp();
    service.addAccessRules(existing('Others'), AccessRules.allow());
    expect(messageOf(() => service.addAccessRules(existing('Again'), AccessRules.allow()))).toBe(
      'Prod/SignalR: [nac/duplicate-endpoint] Prod/Again is listed as Prod/Others already, and only one of the two would apply; use one of them',
    );
  });
});

describe('an endpoint that has rules of its own', () => {
  const second = (path: string, had: string) =>
    `Prod/SignalR: [nac/duplicate-endpoint] ${path} has rules of its own already (${had}), which these would replace; give them once`;

  test('takes no others, whether they came with it or afterwards', () => {
    const { stack, service, endpoint, existing } = setUp();
    const own = service.addPrivateEndpoint('Endpoint', { ...endpoint, access: AccessRules.allow(REST_API) });
    expect(messageOf(() => service.addAccessRules(own, AccessRules.allow(SERVER_CONNECTION, REST_API)))).toBe(
      second('Prod/SignalR/Endpoint', 'RESTAPI allowed'),
    );
    const others = existing('Others');
    service.addAccessRules(others, AccessRules.allow());
    expect(messageOf(() => service.addAccessRules(others, AccessRules.allow(CLIENT_CONNECTION)))).toBe(
      second('Prod/Others', 'nothing named'),
    );
    expect(only(stack, ACL).private_endpoint).toEqual([
      { id: '${azurerm_private_endpoint.SignalR_Endpoint.id}', allowed_request_types: [REST_API] },
      { id: OTHERS },
    ]);
  });

  test('takes no others where the default action is Allow', () => {
    const { service, existing } = setUp(NetworkAccess.custom({ defaultAction: DefaultAction.ALLOW }));
    const others = existing('Others');
    service.addAccessRules(others, AccessRules.deny(CLIENT_CONNECTION));
    expect(messageOf(() => service.addAccessRules(others, AccessRules.deny(REST_API)))).toBe(
      second('Prod/Others', 'ClientConnection denied'),
    );
  });

  test('may get them once where it had those of the service', () => {
    const { service, endpoint } = setUp();
    const own = service.addPrivateEndpoint('Endpoint', endpoint);
    service.addAccessRules(own, AccessRules.allow(REST_API));
    expect(messageOf(() => service.addAccessRules(own, AccessRules.allow()))).toBe(
      second('Prod/SignalR/Endpoint', 'RESTAPI allowed'),
    );
  });
});

describe('The access control list on the provider resource', () => {
  const both = { allowedRequestTypes: [CLIENT_CONNECTION], deniedRequestTypes: [REST_API] };
  const text =
    'has an allow list and a deny list, and azurerm accepts one of them; give NetworkAccess or AccessRules in place of both';

  test('fails when the stack is validated and the public network or an endpoint has both lists', () => {
    const { stack, service } = setUp();
    service.networkAclResource.putPublicNetwork(both);
    service.networkAclResource.putPrivateEndpoint([
      { id: OTHERS, allowedRequestTypes: [REST_API] },
      { id: OTHERS, ...both },
    ]);
    const message = messageOf(() => synth(stack));
    expect(message).toContain(`[Prod/SignalR] [nac/allow-and-deny] the public network ${text}`);
    expect(message).toContain(`[Prod/SignalR] [nac/allow-and-deny] private endpoint 2 of the list ${text}`);
    expect(message.match(/allow-and-deny/g)).toHaveLength(2);
  });

  test('may have one list for each origin, or lists that only Terraform knows', () => {
    const { stack, service } = setUp();
    const types = new TerraformVariable(stack, 'Types', { type: 'list(string)' }).listValue;
    service.networkAclResource.putPublicNetwork({ allowedRequestTypes: types, deniedRequestTypes: types });
    service.networkAclResource.putPrivateEndpoint([{ id: OTHERS, allowedRequestTypes: [REST_API] }]);
    expect(only(stack, ACL).public_network.allowed_request_types).toBe('${var.Types}');
  });
});

describe('The one access control list of a service', () => {
  const second = (stack: TerraformStack, signalrServiceId: string, id = 'Raw') =>
    new SignalrServiceNetworkAcl(stack, id, { signalrServiceId, defaultAction: 'Deny', publicNetwork: {} });

  test('fails when the stack is validated and a second list was written by hand, however it names the service', () => {
    const { stack, service } = setUp();
    second(stack, service.resource.id);
    expect(messageOf(() => synth(stack))).toContain(
      '[Prod] [nac/duplicate] Prod/SignalR/NetworkAcl and Prod/Raw are access control lists of one service, and each overwrites the other; keep one, and give its rules as NetworkAccess',
    );
  });

  test('is told once for a stack with several services', () => {
    const { stack, service, newService } = setUp();
    newService('Other');
    second(stack, service.serviceId);
    expect(messageOf(() => synth(stack)).match(/nac\/duplicate/g)).toHaveLength(1);
  });

  test('is told of two lists by hand too, for ids that differ in letter case alone', () => {
    const { stack } = setUp(NetworkAccess.publicClientsPrivateServers());
    second(stack, OTHER_SERVICE);
    second(stack, OTHER_SERVICE.toLowerCase(), 'Raw2');
    expect(messageOf(() => synth(stack))).toContain('[nac/duplicate] Prod/Raw and Prod/Raw2 are');
  });

  test('may stand beside the list of another service', () => {
    const { stack } = setUp();
    second(stack, OTHER_SERVICE);
    expect(Object.keys(synth(stack).resource![ACL])).toHaveLength(2);
  });
});
