import { PrivateDnsZoneVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { SignalrService } from '@cdktf/provider-azurerm/lib/signalr-service';
import { SignalrServiceNetworkAcl } from '@cdktf/provider-azurerm/lib/signalr-service-network-acl';
import { TerraformResource } from 'cdktf';
import { SecurityBaseline } from '../../src/compliance';
import { ConnectivityReport } from '../../src/connectivity';
import { Cors, SignalRService } from '../../src/signalr';
import { answerOf, findingsOf, statusesOf } from '../support/answers';
import { newPlainChat } from '../support/plain-chat';
import { newGroup, newStack, synth } from '../support/synth';

type Move = [how: string, move: (from: TerraformResource, to: TerraformResource) => void];

/** What cdktf offers; the resource that is moved away is not in the JSON any more. */
const MOVES: Move[] = [
  [
    'moveTo',
    (from, to) => {
      to.addMoveTarget('new');
      from.moveTo('new');
    },
  ],
  ['moveToId', (from, to) => from.moveToId(`${to.terraformResourceType}.${to.friendlyUniqueId}`)],
];

const addressOf = ({ terraformResourceType, friendlyUniqueId }: TerraformResource) =>
  `${terraformResourceType}.${friendlyUniqueId}`;

describe.each(MOVES)('a service that is moved away with %s', (_, move) => {
  /** A service as it was defined before, and the one that takes its place. */
  function newMove() {
    const chat = newPlainChat();
    const former = new SignalrService(chat.stack, 'Former', {
      name: 'chat',
      location: 'centralus',
      resourceGroupName: 'rg',
      sku: { name: 'Free_F1', capacity: 1 },
    });
    move(former, chat.service);
    return { ...chat, former };
  }

  test('is not in the JSON', () => {
    const { stack } = newMove();
    expect(Object.keys(synth(stack).resource!.azurerm_signalr_service)).toEqual(['Service']);
  });

  test('is not in the report', () => {
    const { stack, app, service } = newMove();
    expect(ConnectivityReport.of(stack).data.services.map(({ id }) => id)).toEqual(['Prod/Service']);
    expect(answerOf(app, service)).toBe('allowed nac/allowed');
  });

  test('is not judged by the baseline', () => {
    const { stack, former } = newMove();
    const { findings } = SecurityBaseline.evaluate(stack);
    expect(findings.filter(({ path }) => path === former.node.path).map(({ rule }) => rule)).toEqual([]);
  });
});

describe.each(MOVES)('what is moved away with %s', (_, move) => {
  test('is no second list of a service', () => {
    const { stack, app, service, acl } = newPlainChat();
    const former = new SignalrServiceNetworkAcl(stack, 'Former', {
      signalrServiceId: service.id,
      defaultAction: 'Allow',
      publicNetwork: {},
    });
    move(former, acl!);
    expect(statusesOf('NAC6', acl!)).toEqual(['compliant']);
    expect(statusesOf('NAC2', former)).toEqual([]);
    expect(answerOf(app, service)).toBe('allowed nac/allowed');
  });

  test('is no second list of a service of the library', () => {
    const { stack, resourceGroup } = newGroup();
    const cors = Cors.allowOrigins('https://example.com');
    const service = new SignalRService(stack, 'Service', { name: 'chat', resourceGroup, cors });
    const former = new SignalrServiceNetworkAcl(stack, 'Former', {
      signalrServiceId: service.serviceId,
      defaultAction: 'Deny',
      publicNetwork: { allowedRequestTypes: ['ClientConnection'] },
    });
    move(former, service.networkAclResource);
    expect(() => synth(stack)).not.toThrow();
  });

  test('does not link a zone', () => {
    const { stack, network, zone, app, service } = newPlainChat({ hasLink: false });
    const define = (id: string, virtualNetworkId: string) =>
      new PrivateDnsZoneVirtualNetworkLink(stack, id, {
        name: id,
        resourceGroupName: 'rg',
        privateDnsZoneName: zone.name,
        virtualNetworkId,
      });
    const former = define('Former', network.id);
    expect(answerOf(app, service)).toBe('allowed nac/allowed');
    const id = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/elsewhere';
    move(former, define('Now', id));
    expect([answerOf(app, service), statusesOf('DNS2', zone)]).toEqual(['denied dns/not-linked', ['violated']]);
  });
});

test('what a resource is moved from is not there, and the resource that names it is', () => {
  const { stack, app, service, acl } = newPlainChat();
  acl!.moveFromId('azurerm_signalr_service_network_acl.Former');
  expect(findingsOf('NAC2', acl!)).toHaveLength(1);
  expect(answerOf(app, service)).toBe('allowed nac/allowed');
  expect(ConnectivityReport.of(stack).data.services).toHaveLength(1);
});

test('two resources may have one name where the one is moved to the other', () => {
  const stack = newStack();
  const define = (id: string) => new ResourceGroup(stack, id, { name: 'rg', location: 'centralus' });
  const [former, now] = [define('Former'), define('Now')];
  former.moveToId(addressOf(now));
  SecurityBaseline.attach(stack);
  expect(() => synth(stack)).not.toThrow();
});
