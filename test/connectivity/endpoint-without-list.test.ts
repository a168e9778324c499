import { DataAzurermSignalrService } from '@cdktf/provider-azurerm/lib/data-azurerm-signalr-service';
import { SignalrServiceNetworkAcl } from '@cdktf/provider-azurerm/lib/signalr-service-network-acl';
import { TerraformVariable } from 'cdktf';
import { ConnectivityReport, Origin } from '../../src/connectivity';
import { RequestType } from '../../src/signalr';
import { pathOf } from '../support/answers';
import { verdicts } from '../support/connectivity';
import { newPlainChat, OTHER_ENDPOINT_ID, PlainChatOptions } from '../support/plain-chat';
import { newStack } from '../support/synth';

const { CLIENT_CONNECTION, SERVER_CONNECTION, REST_API, TRACE } = RequestType;
const ALL = [CLIENT_CONNECTION, SERVER_CONNECTION, REST_API, TRACE];

const OPEN = ['internet public + + + +', 'subnet private + + + +', 'private endpoint private + + + +'];

/**
 * Azure's default, which azurerm restores when a list is deleted: the public network and each endpoint take all types of
 * requests.
 *
 * @see https://github.com/Azure/bicep/issues/14384
 * @see https://github.com/hashicorp/terraform-provider-azurerm/blob/v4.55.0/internal/services/signalr/signalr_service_network_acl_resource.go
 */
describe('a service without an access control list', () => {
  const WITHOUT: PlainChatOptions = { lists: null };

  test('takes all types of requests through its private endpoint', () => {
    expect(verdicts(newPlainChat(WITHOUT).stack)).toEqual(OPEN);
  });

  test.each(ALL)('takes %s by the default of Azure, with its source', (type) => {
    const { stack, app, service } = newPlainChat(WITHOUT);
    const { verdict, code, via, reason } = ConnectivityReport.of(stack).path(Origin.of(app), service, type);
    expect([verdict, code, via]).toEqual(['allowed', 'nac/allowed', 'Prod/Endpoint']);
    expect(reason).toContain("Azure's");
    expect(reason).toContain(type);
    expect(reason).toMatch(/default/i);
  });

  test('takes them through the endpoint alone, where public network access is off', () => {
    const { stack, service } = newPlainChat(WITHOUT);
    service.publicNetworkAccessEnabled = false;
    expect(verdicts(stack)).toEqual(['internet public - - - -', ...OPEN.slice(1)]);
  });

  test('is one whose list is left out', () => {
    const { stack, acl } = newPlainChat();
    acl!.addOverride('count', 0);
    expect(verdicts(stack)).toEqual(OPEN);
  });

  test('is not proven to take anything where the list may be there', () => {
    const { stack, app, service, acl } = newPlainChat({ lists: { privateEndpoint: [] } });
    acl!.addOverride('count', new TerraformVariable(stack, 'lists', {}).value);
    const { verdict, reason } = pathOf(app, service);
    expect(verdict).toBe('unknown');
    expect(reason).toContain('var.lists');
  });

  test('is not proven to take anything where a list may be that of another service', () => {
    const { stack, app, service } = newPlainChat(WITHOUT);
    new SignalrServiceNetworkAcl(stack, 'Acl', {
      signalrServiceId: new TerraformVariable(stack, 'service', {}).stringValue,
      defaultAction: 'Deny',
      publicNetwork: {},
    });
    expect(pathOf(app, service).verdict).toBe('unknown');
  });

  test('has one where another stack defines it', () => {
    const { stack, app, service } = newPlainChat(WITHOUT);
    new SignalrServiceNetworkAcl(newStack('Other', undefined, stack.node.root), 'Acl', {
      signalrServiceId: service.id,
      defaultAction: 'Deny',
      publicNetwork: {},
      privateEndpoint: [{ id: OTHER_ENDPOINT_ID }],
    });
    expect(pathOf(app, service).verdict).toBe('denied');
  });

  test('keeps its lists to itself where it is looked up', () => {
    const { stack, endpoint } = newPlainChat(WITHOUT);
    const found = new DataAzurermSignalrService(stack, 'Found', { name: 'found', resourceGroupName: 'rg-other' });
    endpoint!.putPrivateServiceConnection({
      name: 'c',
      isManualConnection: false,
      privateConnectionResourceId: found.id,
      subresourceNames: ['signalr'],
    });
    const { paths } = ConnectivityReport.of(stack).data;
    const ofFound = paths.filter(({ service }) => service !== 'Prod/Service');
    ofFound.forEach(({ verdict }) => expect(verdict).not.toBe('allowed'));
  });
});
