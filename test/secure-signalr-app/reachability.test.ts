import { AppNetwork, signalr } from '../../src';
import { PrivateDnsZone } from '../../src/dns';
import { DnsIntegration } from '../../src/privatelink';
import { newApp } from '../support/app';
import { OTHER_ENDPOINT_ID } from '../support/plain-chat';
import { newChat } from '../support/serverless';
import { messageOf, newGroup, synth } from '../support/synth';

const refused = (stack: Parameters<typeof synth>[0]) =>
  messageOf(() => synth(stack))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('[Prod/'));

describe('an app that does not reach the service through its private endpoint fails at synth', () => {
  test('for a list that is written over', () => {
    const { stack, chat } = newApp();
    chat.signalr.networkAclResource.putPrivateEndpoint([{ id: OTHER_ENDPOINT_ID }]);
    expect(refused(stack)).toEqual([
      '[Prod/Chat/SignalR] [nac/server-unreachable] ServerConnection from Prod/Chat/WebApp does not get to Prod/Chat/SignalR/Resource through a private endpoint: no rule of the private endpoint names ServerConnection, and the default action denies it (Prod/Chat/SignalR/NetworkAcl); allow the request there',
    ]);
  });

  test('for an access that keeps its own app out, in both architectures', () => {
    const { NetworkAccess, AccessRules, RequestType } = signalr;
    const { stack } = newApp({ networkAccess: NetworkAccess.serverlessPublicClients() });
    expect(refused(stack)).toEqual([
      expect.stringContaining('[nac/server-unreachable] ServerConnection from Prod/Chat/WebApp does not get to'),
    ]);
    const publicNetwork = AccessRules.allow(RequestType.CLIENT_CONNECTION);
    const serverless = newChat({ networkAccess: NetworkAccess.custom({ publicNetwork }) });
    expect(refused(serverless.stack)).toEqual([
      expect.stringContaining(
        '[nac/server-unreachable] RESTAPI from Prod/Chat/FunctionApp and Prod/Chat/NegotiationApp do not get to',
      ),
    ]);
  });

  test('unless that is turned off, in both architectures', () => {
    for (const newArchitecture of [newApp, newChat]) {
      const synthesized = (connectivityCheck: boolean) => () => {
        const { stack, chat } = newArchitecture({ connectivityCheck, securityBaseline: false });
        chat.signalr.networkAclResource.putPrivateEndpoint([{ id: OTHER_ENDPOINT_ID }]);
        return synth(stack);
      };
      expect(synthesized(true)).toThrow('[nac/server-unreachable]');
      expect(synthesized(false)).not.toThrow();
    }
  });

  test('for a zone link that is written over, also where the public endpoint would let it in', () => {
    const { stack, chat } = newApp();
    chat.node
      .findAll()
      .filter((node: any) => node.terraformResourceType === 'azurerm_private_dns_zone_virtual_network_link')
      .forEach((node: any) => node.addOverride('private_dns_zone_name', 'privatelink.azurewebsites.net'));
    chat.signalr.networkAclResource.addOverride('public_network.allowed_request_types', ['ServerConnection']);
    const [message] = refused(stack);
    expect(message).toContain(
      '[Prod/Chat/SignalR] [dns/not-linked] ServerConnection from Prod/Chat/WebApp does not get to',
    );
    expect(message).toMatch(
      /; link the network of the app to that zone, or give the network DNS servers that forward to Azure DNS in a linked network$/,
    );
  });

  test('for a network that asks Azure, where its own DNS servers are said to keep the name', () => {
    const define = (dnsServers?: string[]) => {
      const { stack, resourceGroup } = newGroup();
      const zoneName = 'privatelink.service.signalr.net';
      const zone = new PrivateDnsZone(stack, 'Zone', { resourceGroup, zoneName });
      const network = AppNetwork.define({ dnsServers });
      newApp({ dns: DnsIntegration.customServers(zone), network }, stack);
      return stack;
    };
    const [message] = refused(define());
    expect(message).toMatch(
      /^\[Prod\/Chat\/SignalR\] \[dns\/not-linked\] .*; link the network of the app to that zone, or give the network DNS servers that forward to Azure DNS in a linked network$/,
    );
    expect(() => synth(define(['10.0.0.200']))).not.toThrow();
  });

  test('for a security rule that keeps it out', () => {
    const { stack, chat } = newApp();
    chat.node
      .findAll()
      .filter((node: any) => node.terraformResourceType === 'azurerm_network_security_rule')
      .forEach((node: any) => node.addOverride('access', 'Deny'));
    expect(refused(stack)[0]).toMatch(
      /^\[Prod\/Chat\/SignalR\] \[network\/denied\] ServerConnection from Prod\/Chat\/WebApp/,
    );
  });

  test('for an app that is taken out of the network', () => {
    const { stack, chat } = newApp();
    chat.linuxWebApp!.resource.resetVirtualNetworkSubnetId();
    const [message] = refused(stack);
    expect(message).toMatch(
      /^\[Prod\/Chat\/SignalR\] \[network\/no-subnet\] ServerConnection from Prod\/Chat\/WebApp .* has no subnet to call out through, so public DNS answers; /,
    );
    expect(message).toMatch(/; integrate the app with the network that the zone is linked to$/);
  });

  test('for a function app whose network is not linked', () => {
    const { stack, chat } = newChat();
    chat.node
      .findAll()
      .filter((node: any) => node.terraformResourceType === 'azurerm_private_dns_zone_virtual_network_link')
      .forEach((node: any) => node.addOverride('private_dns_zone_name', 'privatelink.example.net'));
    expect(refused(stack)[0]).toContain(
      '[Prod/Chat/SignalR] [dns/not-linked] RESTAPI from Prod/Chat/FunctionApp and Prod/Chat/NegotiationApp do not get to',
    );
  });

  test('for a function app and the REST API', () => {
    const { stack, chat } = newChat();
    chat.signalr.networkAclResource.putPrivateEndpoint([{ id: OTHER_ENDPOINT_ID }]);
    expect(refused(stack)).toEqual([
      '[Prod/Chat/SignalR] [nac/server-unreachable] RESTAPI from Prod/Chat/FunctionApp and Prod/Chat/NegotiationApp do not get to Prod/Chat/SignalR/Resource through a private endpoint: no rule of the private endpoint names RESTAPI, and the default action denies it (Prod/Chat/SignalR/NetworkAcl); allow the request there',
    ]);
  });
});
