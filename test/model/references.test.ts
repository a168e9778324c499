import { NetworkSecurityGroup } from '@cdktf/provider-azurerm/lib/network-security-group';
import { SubnetNetworkSecurityGroupAssociation } from '@cdktf/provider-azurerm/lib/subnet-network-security-group-association';
import { answerOf } from '../support/answers';
import { newPlainChat } from '../support/plain-chat';

type Chat = ReturnType<typeof newPlainChat>;

/** The id of a subnet as an association has it, by which configurations let an app or endpoint wait for the association. */
function associated({ stack }: Chat, subnetId: string): string {
  const place = { resourceGroupName: 'rg', location: 'centralus' };
  const { id } = new NetworkSecurityGroup(stack, 'SecurityGroup', { ...place, name: 'nsg' });
  const ids = { subnetId, networkSecurityGroupId: id };
  return new SubnetNetworkSecurityGroupAssociation(stack, 'Association', ids).subnetId;
}

test.each<[what: string, change: (chat: Chat) => unknown]>([
  ['the subnet of an app', (chat) => (chat.app.virtualNetworkSubnetId = associated(chat, chat.appSubnet.id))],
  ['the subnet of an endpoint', (chat) => (chat.endpoint!.subnetId = associated(chat, chat.endpointSubnet.id))],
  [
    'the service of a list',
    ({ acl, endpoint }) =>
      acl!.addOverride(
        'signalr_service_id',
        `\${${endpoint!.terraformResourceType}.Endpoint.private_service_connection[0].private_connection_resource_id}`,
      ),
  ],
])('an id that another resource is given names %s', (_, change) => {
  const chat = newPlainChat();
  change(chat);
  expect(answerOf(chat.app, chat.service)).toBe('allowed nac/allowed');
});

test('ids that lead in a circle name nothing', () => {
  const chat = newPlainChat();
  chat.endpoint!.addOverride('subnet_id', '${azurerm_linux_web_app.App.virtual_network_subnet_id}');
  chat.app.addOverride('virtual_network_subnet_id', '${azurerm_private_endpoint.Endpoint.subnet_id}');
  expect(answerOf(chat.app, chat.service)).toMatch(/^unknown/);
});
