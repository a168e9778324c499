import { PrivateDnsZone } from '@cdktf/provider-azurerm/lib/private-dns-zone';
import { PrivateDnsZoneVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link';
import { TerraformVariable } from 'cdktf';
import { ConnectivityReport, Origin, OriginKind } from '../../src/connectivity';
import { RequestType } from '../../src/signalr';
import { codes, verdicts } from '../support/connectivity';
import { newPlainChat, OTHER_ENDPOINT_ID, PlainChatOptions } from '../support/plain-chat';
import { inSubscription } from '../support/synth';

const { CLIENT_CONNECTION, SERVER_CONNECTION } = RequestType;

/** What Azure does, by hand: first what the service's name resolves to, then client, server, REST, trace. */
const TABLE: [what: string, options: PlainChatOptions, lines: string[]][] = [
  [
    'servers over the private endpoint, clients over the internet',
    {},
    ['internet public + - - -', 'subnet private - + + -', 'private endpoint private - + + -'],
  ],
  [
    "the commenter's case: the zone is not linked, so the app gets the public address and is refused there",
    { hasLink: false },
    ['internet public + - - -', 'subnet public + - - -', 'private endpoint public - + + -'],
  ],
  [
    'no access control list: Azure lets everything in, from the internet and from the endpoint',
    { lists: null },
    ['internet public + + + +', 'subnet private + + + +', 'private endpoint private + + + +'],
  ],
  [
    'an endpoint that the list does not name is blocked',
    { isListed: false },
    ['internet public + - - -', 'subnet private - - - -', 'private endpoint private - - - -'],
  ],
  [
    'a list without endpoints leaves what Azure gave the endpoint, or takes it away',
    { lists: { privateEndpoint: undefined } },
    ['internet public + - - -', 'subnet private ? ? ? ?', 'private endpoint private ? ? ? ?'],
  ],
  [
    'a list without endpoints takes nothing away under default Allow',
    { lists: { privateEndpoint: undefined, defaultAction: 'Allow', publicNetwork: {} } },
    ['internet public + + + +', 'subnet private + + + +', 'private endpoint private + + + +'],
  ],
  [
    'default Allow opens what no list denies, also at endpoints that are not named',
    {
      isListed: false,
      lists: {
        defaultAction: 'Allow',
        publicNetwork: { deniedRequestTypes: ['ServerConnection'] },
        privateEndpoint: [{ id: OTHER_ENDPOINT_ID }],
      },
    },
    ['internet public + - + +', 'subnet private + + + +', 'private endpoint private + + + +'],
  ],
  [
    'no private endpoint: everything is public',
    { hasEndpoint: false },
    ['internet public + - - -', 'subnet public + - - -'],
  ],
  [
    'no VNet integration: the app is like anybody on the internet',
    { hasIntegration: false },
    ['internet public + - - -', 'app public + - - -', 'private endpoint private - + + -'],
  ],
];

describe('plain azurerm', () => {
  test.each(TABLE)('%s', (_, options, lines) => {
    expect(verdicts(newPlainChat(options).stack)).toEqual(lines);
  });

  test('with public network access off lets nothing in publicly, whatever the lists say', () => {
    const { stack, service } = newPlainChat();
    service.publicNetworkAccessEnabled = false;
    expect(verdicts(stack)).toEqual([
      'internet public - - - -',
      'subnet private - + + -',
      'private endpoint private - + + -',
    ]);
  });

  test('that is only known when Terraform runs is unknown, and never allowed', () => {
    const { stack, service, acl, endpoint } = newPlainChat();
    const variable = new TerraformVariable(stack, 'given', {});
    service.publicNetworkAccessEnabled = variable.value as any;
    acl!.putPrivateEndpoint([{ id: endpoint!.id, allowedRequestTypes: variable.value as any }]);
    expect(verdicts(stack)).toEqual([
      'internet public ? ? ? ?',
      'subnet private ? ? ? ?',
      'private endpoint private ? ? ? ?',
    ]);
    acl!.putPrivateEndpoint([{ id: variable.value, allowedRequestTypes: ['ServerConnection'] }]);
    acl!.defaultAction = variable.value;
    expect(verdicts(stack).slice(1)).toEqual(['subnet private ? ? ? ?', 'private endpoint private ? ? ? ?']);
  });

  test('is judged with its overrides, which add to lists', () => {
    const { stack, acl } = newPlainChat();
    acl!.addOverride('public_network.allowed_request_types', ['ServerConnection']);
    expect(verdicts(stack)[0]).toBe('internet public + + - -');
  });

  test('with an endpoint that waits for approval is unknown', () => {
    const { stack, endpoint } = newPlainChat();
    endpoint!.addOverride('private_service_connection.is_manual_connection', true);
    expect(verdicts(stack)).toEqual([
      'internet public + - - -',
      'subnet unknown ? ? ? -',
      'private endpoint unknown - ? ? -',
    ]);
    expect(codes(stack, OriginKind.SUBNET)[SERVER_CONNECTION]).toBe('privatelink/pending');
  });

  test('of an endpoint by its id as text is found by name', () => {
    const { stack, acl } = newPlainChat();
    inSubscription(stack);
    const id = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pep';
    acl!.putPrivateEndpoint([{ id, allowedRequestTypes: ['Trace'] }]);
    expect(verdicts(stack)[1]).toBe('subnet private - - - +');
  });

  test.each([
    ['PEP', '?'],
    ['pep', '+'],
  ])('compares the id of an endpoint letter by letter, as azurerm does: %s', (name, sign) => {
    const { stack, acl } = newPlainChat();
    inSubscription(stack);
    const id = `/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/${name}`;
    acl!.putPrivateEndpoint([
      { id, allowedRequestTypes: ['ServerConnection', 'RESTAPI', 'Trace', 'ClientConnection'] },
    ]);
    expect(verdicts(stack)[1]).toBe(`subnet private ${[sign, sign, sign, sign].join(' ')}`);
  });

  test('a trap: a linked zone with the records of others only answers that there is no such name', () => {
    const { stack, network, link, zone, group, endpoint } = newPlainChat();
    link!.addOverride('private_dns_zone_name', 'privatelink.azurewebsites.net');
    const other = new PrivateDnsZone(stack, 'Other', { name: zone.nameInput!, resourceGroupName: 'rg-other' });
    new PrivateDnsZoneVirtualNetworkLink(stack, 'OtherLink', {
      name: 'other',
      resourceGroupName: 'rg-other',
      privateDnsZoneName: other.name,
      virtualNetworkId: network.id,
    });
    expect([group.name, endpoint!.name].every(Boolean)).toBe(true);
    expect(verdicts(stack)[1]).toBe('subnet NXDOMAIN - - - -');
    expect(codes(stack, OriginKind.SUBNET)[SERVER_CONNECTION]).toBe('dns/missing-record');
  });
});

describe('a reason', () => {
  const told = (options: PlainChatOptions, type: RequestType) => {
    const { stack, service, app } = newPlainChat(options);
    const { reason, code, via, resolution } = ConnectivityReport.of(stack).path(Origin.of(app), service, type);
    return { reason, code, via, chain: resolution.chain };
  };

  test('names the list that lets a request in, and the way', () => {
    expect(told({}, SERVER_CONNECTION)).toEqual({
      reason: 'the rules of the private endpoint allow ServerConnection (Prod/Acl)',
      code: 'nac/allowed',
      via: 'Prod/Endpoint',
      chain: ['chat.service.signalr.net', 'CNAME chat.privatelink.service.signalr.net', 'A (address of Prod/Endpoint)'],
    });
  });

  test('names the missing link before the list, where the link would have led to an open endpoint', () => {
    const { reason, code, via } = told({ hasLink: false }, SERVER_CONNECTION);
    expect([code, via]).toEqual(['dns/not-linked', 'public endpoint']);
    expect(reason).toMatch(
      /; no rule of the public network names ServerConnection, and the default action denies it \(Prod\/Acl\)$/,
    );
  });

  test('names the list alone, where it would refuse at every entrance', () => {
    expect(told({ hasLink: false }, RequestType.TRACE)).toMatchObject({ code: 'nac/denied', via: 'public endpoint' });
  });

  test('says that Azure decides where there is no list', () => {
    const { stack, service } = newPlainChat({ lists: null });
    expect(ConnectivityReport.of(stack).path(Origin.internet(), service, CLIENT_CONNECTION)).toMatchObject({
      reason:
        "Prod/Service has no access control list, and Azure's default allows ClientConnection over its public endpoint",
      code: 'nac/allowed',
    });
  });
});
