import { LinuxFunctionApp } from '@cdktf/provider-azurerm/lib/linux-function-app';
import { LinuxFunctionAppSlot } from '@cdktf/provider-azurerm/lib/linux-function-app-slot';
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
          'Prod/Chat/SignalR/function-app/Resource connects to the app, and Prod/Chat/SignalR/function-app/Approval approves it',
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
      'are refused where no access restriction lets the service in',
      BY_NAME,
      { siteConfig: { ipRestrictionDefaultAction: 'Deny' } },
      {
        verdict: 'denied',
        code: 'signalr/upstream-unreachable',
        reason:
          'no access restriction of Prod/Functions allows Azure SignalR Service, and no shared private link connects to the app',
      },
    ],
    [
      'are not known where a restriction may be for the service',
      BY_NAME,
      { siteConfig: { ipRestriction: [{ ipAddress: '20.0.0.0/8', action: 'Deny' }] } },
      {
        verdict: 'unknown',
        code: 'signalr/upstream-unknown',
        reason:
          'the access restriction 20.0.0.0/8 of Prod/Functions denies Azure SignalR Service, and no shared private link connects to the app, if it applies; whether it does is not known',
      },
    ],
    [
      'nor for hosts outside of the tree',
      () => 'https://hooks.example.com:8443/{hub}',
      {},
      { verdict: 'unknown', service: 'hooks.example.com', reason: 'hooks.example.com is not in the configuration' },
    ],
    [
      'nor where only Terraform knows what restricts them',
      BY_NAME,
      { siteConfig: { ipRestrictionDefaultAction: '${var.x}' } },
      { verdict: 'unknown' },
    ],
    ['nor where the app may be disabled', BY_NAME, { enabled: '${var.x}' }, { verdict: 'unknown' }],
    [
      'are refused by an app that is disabled',
      BY_NAME,
      { enabled: false },
      { verdict: 'denied', reason: 'Prod/Functions is disabled' },
    ],
    [
      'are not known for an app that asks for certificates',
      BY_NAME,
      { clientCertificateEnabled: true },
      { verdict: 'unknown', reason: /client certificate/ },
    ],
    [
      'go elsewhere by a host of another domain that begins like the app',
      () => 'https://func-chat.example.com/x',
      {},
      { verdict: 'unknown', service: 'func-chat.example.com' },
    ],
    [
      'go elsewhere by a host that holds a part of the template',
      () => 'https://func-chat{hub}.azurewebsites.net/x',
      {},
      { verdict: 'unknown', service: 'func-chat{hub}.azurewebsites.net' },
    ],
    [
      'go elsewhere by a host that only ends like the app',
      (app) => `https://${app.name}-staging.azurewebsites.net/x`,
      {},
      { verdict: 'unknown', service: expect.stringMatching(/staging/) },
    ],
    [
      'find an app by its name that only Terraform knows',
      (app) => `https://\${azurerm_linux_function_app.${app.friendlyUniqueId}.name}.azurewebsites.net/x`,
      { name: '${var.name}' },
      { verdict: 'allowed', service: 'Prod/Functions' },
    ],
    [
      'are not known by another attribute of the app',
      (app) => `https://${app.customDomainVerificationId}/x`,
      {},
      { verdict: 'unknown', reason: /is not in the configuration$/ },
    ],
  ])('%s', (_, template, app, expected) => {
    const [path] = upstreams(newUpstream(template, app));
    const { reason, ...others } = expected as { reason?: string | RegExp };
    expect(path).toMatchObject(others);
    expect(path.reason).toMatch(reason ?? /./);
  });

  test('are not known where only Terraform knows them', () => {
    const { stack, service } = newPlainChat();
    service.addOverride('dynamic.upstream_endpoint', { for_each: '${var.x}' });
    expect(upstreams(stack)).toMatchObject([
      {
        service: 'Prod/Service/upstream_endpoint',
        verdict: 'unknown',
        reason: 'what only Terraform knows is not in the configuration',
      },
    ]);
  });

  test('of a slot take the link to the slot, and not that to its app', () => {
    const { stack, service } = newPlainChat();
    const closed = { siteConfig: {}, publicNetworkAccessEnabled: false };
    const app = new LinuxFunctionApp(stack, 'Functions', {
      ...closed,
      name: 'func-chat',
      location: 'centralus',
      resourceGroupName: 'rg',
      servicePlanId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Web/serverFarms/plan',
    });
    new LinuxFunctionAppSlot(stack, 'Slot', { ...closed, name: 'blue', functionAppId: app.id });
    const upstream = { hubPattern: ['*'], eventPattern: ['*'], categoryPattern: ['*'] };
    service.putUpstreamEndpoint([{ ...upstream, urlTemplate: 'https://func-chat-blue.azurewebsites.net/x' }]);
    const linkTo = (id: string, subResourceName: string) =>
      new SignalrSharedPrivateLinkResource(stack, id, {
        name: id,
        signalrServiceId: service.id,
        subResourceName,
        targetResourceId: app.id,
      });
    linkTo('ToApp', 'sites');
    expect(upstreams(stack)).toMatchObject([{ service: 'Prod/Slot', verdict: 'denied' }]);
    linkTo('ToSlot', 'sites-blue');
    expect(upstreams(stack)).toMatchObject([{ via: 'Prod/ToSlot', verdict: 'unknown', code: 'privatelink/pending' }]);
  });

  test('are not known by a link that may lead elsewhere, or may be left out', () => {
    const { stack } = newChat();
    const link = stack.node
      .findAll()
      .find((node: any) => node.terraformResourceType === 'azurerm_signalr_shared_private_link_resource') as any;
    link.addOverride('count', '${var.x}');
    expect(upstreams(stack)).toMatchObject([{ verdict: 'unknown', code: 'signalr/upstream-unknown' }]);
    link.addOverride('count', undefined);
    link.addOverride('target_resource_id', '${var.x}');
    expect(upstreams(stack)).toMatchObject([{ verdict: 'unknown', code: 'signalr/upstream-unknown' }]);
  });
});

test.each(['https://user:pa55@x.example/api', 'https://pa55@x.example'])(
  'the report shows no password of %s',
  (url) => {
    const report = ConnectivityReport.of(newUpstream(() => url));
    expect(JSON.stringify(report.data)).not.toContain('pa55');
    expect(upstreams(newUpstream(() => url)).map(({ service }) => service)).toEqual(['x.example']);
  },
);
