import { PrivateDnsARecord } from '@cdktf/provider-azurerm/lib/private-dns-a-record';
import { PrivateDnsZone } from '@cdktf/provider-azurerm/lib/private-dns-zone';
import { answerOf, pathOf } from '../support/answers';
import { newPlainChat } from '../support/plain-chat';

const OPEN = 'how many instances Prod/Record has is only known when Terraform runs: count is var.on';

/** An endpoint that a record of the network's zone, or of another one, names in place of a zone group. */
function newChatWithRecord({ isLinked, name = 'chat', count }: { isLinked: boolean; name?: string; count: unknown }) {
  const chat = newPlainChat();
  chat.endpoint!.resetPrivateDnsZoneGroup();
  const inGroup = { resourceGroupName: 'rg-other' };
  const other = new PrivateDnsZone(chat.stack, 'Other', { ...inGroup, name: 'privatelink.service.signalr.net' });
  const record = new PrivateDnsARecord(chat.stack, 'Record', {
    resourceGroupName: isLinked ? chat.group.name : 'rg-other',
    zoneName: isLinked ? chat.zone.name : other.name,
    name,
    ttl: 300,
    records: [`\${${chat.endpoint!.fqn}.private_service_connection[0].private_ip_address}`],
  });
  record.addOverride('count', count);
  return chat;
}

describe('a record that may be there', () => {
  test.each(['chat', '*'])('leaves the name open that it has in the zone of the network: %s', (name) => {
    const { app, service } = newChatWithRecord({ isLinked: true, name, count: '${var.on}' });
    expect(answerOf(app, service)).toBe('unknown dns/unknown');
    expect(pathOf(app, service).resolution.reason).toContain(OPEN);
  });

  test.each<[string, boolean, string]>([
    ['another name', true, 'other'],
    ['a zone that the network is not linked to', false, 'chat'],
  ])('decides nothing with %s', (_, isLinked, name) => {
    const { app, service } = newChatWithRecord({ isLinked, name, count: '${var.on}' });
    expect(answerOf(app, service)).toBe('denied dns/missing-record');
  });

  test.each([
    [1, 'allowed nac/allowed'],
    [0, 'denied dns/missing-record'],
  ])('answers where it is there %d times', (count, answer) => {
    const { app, service } = newChatWithRecord({ isLinked: true, count });
    expect(answerOf(app, service)).toBe(answer);
  });
});
