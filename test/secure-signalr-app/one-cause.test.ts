import { LinuxWebApp } from '@cdktf/provider-azurerm/lib/linux-web-app';
import { TerraformResource, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { newApp } from '../support/app';
import { OTHER_ENDPOINT_ID } from '../support/plain-chat';
import { newChat } from '../support/serverless';
import { messageOf, synth } from '../support/synth';

/** The lines of the error of synth, without its heading. */
const linesOf = (stack: TerraformStack) =>
  messageOf(() => synth(stack))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('['));

const resourcesOf = (scope: Construct, type: string) =>
  scope.node
    .findAll()
    .filter(TerraformResource.isTerraformResource)
    .filter(({ terraformResourceType }) => terraformResourceType === type);

const LINK = 'azurerm_private_dns_zone_virtual_network_link';

/** Takes away what the first resource of a type is. */
function remove(scope: Construct, type: string, isMeant: (resource: TerraformResource) => boolean = () => true): void {
  const resource = resourcesOf(scope, type).find(isMeant)!;
  resource.node.scope!.node.tryRemoveChild(resource.node.id);
}

const ofSignalR = ({ node }: TerraformResource) => node.path.includes('/SignalRPrivateDnsZone/');

/** A cause, and the code of the one message about it. */
const CAUSES: [what: string, change: (chat: ReturnType<typeof newApp>['chat']) => void, code: string][] = [
  ['the link of the zone is removed', (chat) => remove(chat, LINK), 'dns/not-linked'],
  [
    'the link of the zone is of another zone',
    (chat) => resourcesOf(chat, LINK)[0].addOverride('private_dns_zone_name', 'privatelink.azurewebsites.net'),
    'dns/not-linked',
  ],
  [
    'the endpoint keeps no record',
    (chat) => resourcesOf(chat, 'azurerm_private_endpoint')[0].addOverride('private_dns_zone_group', undefined),
    'dns/missing-record',
  ],
  [
    'the list does not name the endpoint',
    (chat) => chat.signalr.networkAclResource.putPrivateEndpoint([{ id: OTHER_ENDPOINT_ID }]),
    'nac/server-unreachable',
  ],
  [
    'the app is in no subnet',
    (chat) => (chat.webApp as unknown as { resource: LinuxWebApp }).resource.resetVirtualNetworkSubnetId(),
    'network/no-subnet',
  ],
];

describe('synth of a whole architecture has one message', () => {
  test.each(CAUSES)('where %s', (_, change, code) => {
    const { stack, chat } = newApp();
    change(chat);
    const lines = linesOf(stack);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`[${code}]`);
    expect(lines[0]).toContain('Prod/Chat/WebApp');
  });

  test('for both causes where there are two', () => {
    const { stack, chat } = newApp();
    remove(chat, LINK);
    chat.signalr.resource.addOverride('local_auth_enabled', true);
    const lines = linesOf(stack);
    expect(lines).toHaveLength(2);
    expect(lines.filter((line) => line.includes('dns/not-linked'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('SIG2'))).toHaveLength(1);
  });

  test('where a Serverless architecture lost the link of the zone of the service', () => {
    const { stack, chat } = newChat();
    remove(chat, LINK, ofSignalR);
    const lines = linesOf(stack);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('[dns/not-linked]');
  });

  test('whichever of the two checks is turned off', () => {
    for (const props of [{ securityBaseline: false }, { connectivityCheck: false }]) {
      const { stack, chat } = newApp(props);
      remove(chat, LINK);
      expect(linesOf(stack)).toHaveLength(1);
    }
  });
});
