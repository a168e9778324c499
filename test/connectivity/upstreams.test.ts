import { LinuxFunctionApp } from '@cdktf/provider-azurerm/lib/linux-function-app';
import { SignalrSharedPrivateLinkResource } from '@cdktf/provider-azurerm/lib/signalr-shared-private-link-resource';
import { ConnectivityReport } from '../../src/connectivity';
import { Approval } from '../../src/signalr';
import { newPlainChat } from '../support/plain-chat';
import { newChat } from '../support/serverless';

const upstreams = (stack: Parameters<typeof ConnectivityReport.of>[0]) =>
  ConnectivityReport.of(stack).data.paths.filter(({ requestType }) => requestType === 'Upstream');

/** The plain service with an upstream, its app, and what the test says of them. */
function newUpstream(template: (app: LinuxFunctionApp) => string, app: object = {}, hasLink: boolean = false) {
  const { stack, service } = newPlainChat();
  const functionApp = new LinuxFunctionApp(stack, 'Functions', {
    name: 'func-chat',
    location: 'centralus',
    resourceGroupName: 'rg',
    servicePlanId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Web/serverFarms/plan',
    siteConfig: {},
    ...app,
  });
  service.putUpstreamEndpoint([
    { urlTemplate: template(functionApp), hubPattern: ['*'], eventPattern: ['*'], categoryPattern: ['*'] },
  ]);
  if (hasLink) {
    new SignalrSharedPrivateLinkResource(stack, 'SharedLink', {
      name: 'link',
      signalrServiceId: service.id,
      subResourceName: 'sites',
      targetResourceId: functionApp.id,
    });
  }
  return stack;
}

const BY_NAME = () => 'https://func-chat.azurewebsites.net/runtime/webhooks/signalr';

describe('calls of a service to its upstream', () => {
  test('of SecureServerlessSignalR take the shared private link, which is approved by itself', () => {
    const { stack, chat } = newChat();
    expect(upstreams(stack)).toEqual([
      {
        service: 'Prod/Chat/FunctionApp/Resource',
        origin: chat.signalr.resource.node.path,
        requestType: 'Upstream',
        verdict: 'allowed',
        via: 'Prod/Chat/SignalR/function-app/Resource',
        reason:
          'Prod/Chat/SignalR/function-app/Resource leads to the app, and Prod/Chat/SignalR/function-app/Approval approves it',
        code: 'privatelink/approved',
        resolution: {
          kind: 'private',
          chain: [
            expect.stringMatching(/^func-.*\.azurewebsites\.net$/),
            'A (address of Prod/Chat/SignalR/function-app/Resource)',
          ],
          reason: 'Prod/Chat/SignalR/function-app/Resource resolves the name inside of Azure SignalR Service',
          privateEndpoint: 'Prod/Chat/SignalR/function-app/Resource',
        },
      },
    ]);
  });

  test('wait for a link that the owner of the app approves by hand', () => {
    expect(upstreams(newChat({ approval: Approval.manual() }).stack)).toMatchObject([
      {
        verdict: 'unknown',
        code: 'privatelink/pending',
        reason: 'Prod/Chat/SignalR/function-app/Resource is Pending until the owner of the app approves it',
      },
    ]);
    expect(upstreams(newUpstream(BY_NAME, {}, true))).toMatchObject([{ code: 'privatelink/pending' }]);
  });

  test.each<[string, (app: LinuxFunctionApp) => string, object, object]>([
    [
      'are public without a link',
      BY_NAME,
      {},
      { verdict: 'allowed', code: 'signalr/upstream-public', via: 'public endpoint', service: 'Prod/Functions' },
    ],
    [
      'find the app by a reference to its host name',
      (app) => `https://${app.defaultHostname}/x`,
      {},
      { verdict: 'allowed', service: 'Prod/Functions' },
    ],
    [
      'are refused by an app without public access',
      BY_NAME,
      { publicNetworkAccessEnabled: false },
      { verdict: 'denied', code: 'signalr/upstream-unreachable' },
    ],
    [
      'are not known where access restrictions decide',
      BY_NAME,
      { siteConfig: { ipRestrictionDefaultAction: 'Deny' } },
      {
        verdict: 'unknown',
        code: 'signalr/upstream-unknown',
        reason: 'the access restrictions of Prod/Functions decide',
      },
    ],
    [
      'nor where one restriction is set',
      BY_NAME,
      { siteConfig: { ipRestriction: [{ ipAddress: '10.0.0.0/8', action: 'Deny' }] } },
      { verdict: 'unknown' },
    ],
    [
      'nor for hosts outside of the tree',
      () => 'https://hooks.example.com:8443/{hub}',
      {},
      { verdict: 'unknown', service: 'hooks.example.com', reason: 'hooks.example.com is not in the tree' },
    ],
  ])('%s', (_, template, app, expected) => {
    expect(upstreams(newUpstream(template, app))).toMatchObject([expected]);
  });
});
