import { App, TerraformStack, Testing } from 'cdktf';
import { ComplianceStatus, SecurityBaseline } from '../../src/compliance';
import { PrivatePathCheck } from '../../src/connectivity';
import { ResourceGroup } from '../../src/core';
import { PrivateDnsZone } from '../../src/dns';
import { AddressRange, VirtualNetwork } from '../../src/network';
import { DnsIntegration } from '../../src/privatelink';
import { AccessRules, Cors, NetworkAccess, RequestType, SignalRService } from '../../src/signalr';
import { newApp } from '../support/app';
import { Host } from '../support/host';
import { newPlainChat } from '../support/plain-chat';
import { messageOf, newGroup, newStack, synth } from '../support/synth';

const { SERVER_CONNECTION, REST_API } = RequestType;

/** The messages of synth, without its heading. */
const refusals = (stack: TerraformStack) =>
  messageOf(() => synth(stack))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('['));

describe('PrivatePathCheck of hand-written resources', () => {
  test('passes where the app reaches the service through its private endpoint', () => {
    const { stack, service, app } = newPlainChat();
    PrivatePathCheck.attach(service, { apps: [app] });
    expect(() => synth(stack)).not.toThrow();
  });

  test('fails in one message for all request types where the zone is not linked', () => {
    const { stack, service, app } = newPlainChat({ hasLink: false });
    PrivatePathCheck.attach(service, { apps: [app] });
    expect(refusals(stack)).toEqual([
      '[Prod/Service] [dns/not-linked] ServerConnection and RESTAPI from Prod/App do not get to Prod/Service through a private endpoint: no private DNS zone for chat.privatelink.service.signalr.net is linked to Prod/Network, so public DNS answers; no rule of the public network names ServerConnection, and the default action denies it (Prod/Acl); link the network of the app to that zone, or give the network DNS servers that forward to Azure DNS in a linked network',
    ]);
  });

  test('fails where the list lets only some of the request types in that are given', () => {
    const { stack, service, app, acl, endpoint } = newPlainChat();
    acl!.putPrivateEndpoint([{ id: endpoint!.id, allowedRequestTypes: [REST_API] }]);
    PrivatePathCheck.attach(service, { apps: [app], requestTypes: [REST_API] });
    expect(() => synth(stack)).not.toThrow();
    PrivatePathCheck.attach(service, { apps: [app], requestTypes: [SERVER_CONNECTION] });
    expect(refusals(stack)).toEqual([
      expect.stringContaining('[nac/server-unreachable] ServerConnection from Prod/App'),
    ]);
  });

  test('fails where the public endpoint would let the app in', () => {
    const { stack, service, app } = newPlainChat({ hasEndpoint: false, lists: null });
    PrivatePathCheck.attach(service, { apps: [app] });
    expect(refusals(stack)).toEqual([expect.stringContaining('[dns/no-endpoint]')]);
  });

  test('writes nothing to the stack', () => {
    const plain = newPlainChat();
    const checked = newPlainChat();
    PrivatePathCheck.attach(checked.service, { apps: [checked.app] });
    expect(Testing.synth(checked.stack)).toBe(Testing.synth(plain.stack));
  });

  test('fails for what the configuration does not have', () => {
    const { stack, service, network } = newPlainChat();
    PrivatePathCheck.attach(service, { apps: [network] });
    expect(refusals(stack)).toEqual([
      '[Prod/Service] [connectivity/not-in-report] the configuration has no app or slot Prod/Network, and its network is not known; give the app itself, or virtualNetworkId of an existing one',
    ]);
    const other = newPlainChat();
    PrivatePathCheck.attach(other.network, { apps: [other.app] });
    expect(refusals(other.stack)).toEqual([
      '[Prod/Network] [connectivity/not-in-report] the configuration has no such SignalR service, nor a private endpoint that connects to it',
    ]);
  });

  test('fails without an app', () => {
    const { stack, service } = newPlainChat();
    PrivatePathCheck.attach(service);
    expect(refusals(stack)).toEqual([
      '[Prod/Service] [connectivity/no-apps] no app is connected to the service, so there is no path to check; give apps',
    ]);
  });
});

describe('PrivatePathCheck of a service of the library', () => {
  /** A service that the public network lets into, and two apps that are connected to it. */
  function setUp(connectivityCheck?: boolean, publicNetwork = AccessRules.allow(SERVER_CONNECTION)) {
    const { stack, resourceGroup } = newGroup();
    const service = new SignalRService(stack, 'SignalR', {
      name: 'sigr-test',
      resourceGroup,
      cors: Cors.allowAnyOrigin(),
      networkAccess: NetworkAccess.custom({ publicNetwork }),
    });
    ['First', 'Second'].forEach((id) => service.connectServer(new Host(stack, id), { connectivityCheck }));
    return { stack, resourceGroup, service };
  }

  test('takes all apps that are connected to it, before and after, and refuses the public endpoint to them', () => {
    const { stack, resourceGroup, service } = setUp();
    const network = new VirtualNetwork(stack, 'Net', { name: 'vnet', resourceGroup, addressSpace: ['10.0.0.0/24'] });
    const late = new Host(stack, 'Late');
    late.virtualNetworkId = network.virtualNetworkId;
    expect(() => synth(stack)).not.toThrow();
    PrivatePathCheck.attach(service);
    service.connectServer(late);
    expect(refusals(stack)).toEqual([
      '[Prod/SignalR] [dns/no-endpoint] ServerConnection from Prod/Late does not get to Prod/SignalR/Resource through a private endpoint: the service has no private endpoint, so public DNS answers',
    ]);
  });

  test('has one message for all apps that fail for one reason', () => {
    const { stack } = setUp(true, AccessRules.allow(RequestType.CLIENT_CONNECTION));
    expect(refusals(stack)).toEqual([
      '[Prod/SignalR] [nac/server-unreachable] ServerConnection from Prod/First and Prod/Second do not get to Prod/SignalR/Resource through a private endpoint: no rule of the public network names ServerConnection, and the default action denies it (Prod/SignalR/NetworkAcl); allow it on a private endpoint',
    ]);
  });

  test('leaves out apps that are connected without it', () => {
    const { stack } = setUp(false, AccessRules.allow(RequestType.CLIENT_CONNECTION));
    expect(() => synth(stack)).not.toThrow();
  });

  test('leaves out apps that are removed, also where another app has the path of one', () => {
    const { stack, service } = setUp(true, AccessRules.allow(REST_API));
    ['First', 'Second'].forEach((id) => stack.node.tryRemoveChild(id));
    expect(() => synth(stack)).not.toThrow();
    service.connectRestSender(new Host(stack, 'First'));
    expect(() => synth(stack)).not.toThrow();
  });

  test('is that of the service which is there, not of one that was removed', () => {
    const { stack, resourceGroup, service } = setUp(true, AccessRules.allow(RequestType.CLIENT_CONNECTION));
    stack.node.tryRemoveChild(service.node.id);
    const cors = Cors.allowAnyOrigin();
    const name = 'sigr-other';
    const networkAccess = NetworkAccess.custom({ publicNetwork: AccessRules.allow(SERVER_CONNECTION) });
    new SignalRService(stack, 'SignalR', { name, resourceGroup, cors, networkAccess });
    expect(() => synth(stack)).not.toThrow();
  });
});

describe('a rule of the baseline that finds what stops a path', () => {
  const removeLink = (stack: TerraformStack) =>
    stack.node
      .findAll()
      .filter((node: any) => node.terraformResourceType === 'azurerm_private_dns_zone_virtual_network_link')
      .forEach(({ node }) => node.scope!.node.tryRemoveChild(node.id));

  test('is violated in the report, which synth does not repeat', () => {
    const { stack } = newApp();
    removeLink(stack);
    expect(refusals(stack)).toEqual([expect.stringContaining('[dns/not-linked]')]);
    const violated = SecurityBaseline.evaluate(stack).withStatus(ComplianceStatus.VIOLATED);
    expect(violated.filter(({ rule }) => rule === 'DNS2')).toHaveLength(1);
  });

  test('stays an error where it finds another network than that of the app', () => {
    const { stack, chat } = newApp();
    const resourceGroup = new ResourceGroup(stack, 'OtherGroup', { name: 'rg-other', location: 'centralus' });
    const props = { name: 'vnet-other', resourceGroup, addressSpace: ['10.9.0.0/24'] };
    const other = new VirtualNetwork(stack, 'Other', props);
    const service = new SignalRService(stack, 'Service', {
      name: 'sigr-other',
      resourceGroup,
      cors: Cors.allowOrigins('https://example.com'),
    });
    service.addPrivateEndpoint('Endpoint', {
      name: 'pep-other',
      resourceGroup,
      dns: DnsIntegration.zone(chat.privateDnsZone as PrivateDnsZone),
      subnet: other.addSubnet('Endpoints', { name: 'endpoints', addressRange: AddressRange.prefixLength(27) }),
    });
    removeLink(stack);
    const lines = refusals(stack);
    expect(lines.filter((line) => line.includes('[DNS2[Network::Prod/Other/Resource]]'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('[DNS2[Network::Prod/Chat'))).toEqual([]);
  });

  test('stays an error where validations are skipped, and with them the check', () => {
    const app = new App({ skipValidation: true, outdir: Testing.app().outdir });
    const stack = newStack('Prod', undefined, app);
    newApp({}, stack);
    removeLink(stack);
    expect(() => app.synth()).toThrow('[DNS2[Network::Prod/Chat/VirtualNetwork/Resource]]');
  });
});
