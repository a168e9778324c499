import { dependable, TerraformResource } from 'cdktf';
import {
  AccessRules,
  Cors,
  NetworkAccess,
  RequestType,
  ServiceIdentity,
  ServiceMode,
  SignalRService,
  Upstream,
  UpstreamUrl,
} from '../../src/signalr';
import { SecretReference } from '../../src/vault';
import { newCertificate } from '../support/domain';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, synth } from '../support/synth';
import { setUpLinux } from '../support/web-app';

/** An app, and a service without keys that it may call. */
function setUp() {
  const { stack, resourceGroup, define } = setUpLinux();
  const publicNetwork = AccessRules.allow(RequestType.REST_API, RequestType.CLIENT_CONNECTION);
  const service = new SignalRService(stack, 'SignalR', {
    name: 'sigr-chat',
    resourceGroup,
    cors: Cors.allowAnyOrigin(),
    serviceMode: ServiceMode.SERVERLESS,
    identity: ServiceIdentity.systemAssigned(),
    networkAccess: NetworkAccess.custom({ publicNetwork }),
  });
  const { vault } = newCertificate(stack);
  return { stack, service, app: define(), key: SecretReference.of(vault, 'key') };
}

const refusal = (shown: string, path: string) =>
  `[Prod/SignalR] [signalr/upstream-cycle] "${shown}" refers to ${path}, which waits for this service, so Terraform could create neither first; write the host name as text, such as NAME.azurewebsites.net`;

describe('An upstream that is connected to its service', () => {
  test('cannot be known by what Terraform tells of it', () => {
    const { stack, service, app, key } = setUp();
    service.addUpstream(Upstream.to(UpstreamUrl.functionApp(app.defaultHostname, key)));
    service.connectNegotiator(app);
    expect(messageOf(() => synth(stack))).toContain(refusal('https://.../runtime/webhooks/signalr', 'Prod/App'));
  });

  test('can be known by its name', () => {
    const { stack, service, app, key } = setUp();
    service.addUpstream(Upstream.to(UpstreamUrl.functionApp('app-test.azurewebsites.net', key)));
    service.connectNegotiator(app);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('is told of beside another that does no harm', () => {
    const { stack, service, app } = setUp();
    service.addUpstream(Upstream.to(UpstreamUrl.of('https://example.com/{hub}'), { hubs: ['one'] }));
    service.addUpstream(Upstream.to(UpstreamUrl.of(`https://${app.defaultHostname}/x`), { hubs: ['two'] }));
    service.connectRestSender(app);
    expect(messageOf(() => synth(stack))).toContain(refusal('https://.../x', 'Prod/App'));
  });

  test('is found behind what waits for it', () => {
    const { stack, service, app } = setUp();
    const behind = new TerraformResource(stack, 'Binding', { terraformResourceType: 'test_binding' });
    behind.dependsOn = [dependable(app.resource)];
    app.addAppSetting('SERVICE', service.hostname);
    service.addUpstream(Upstream.to(UpstreamUrl.of(`https://${behind.getStringAttribute('host')}/x`)));
    expect(messageOf(() => synth(stack))).toContain(refusal('https://.../x', 'Prod/Binding'));
  });
});

describe('An upstream that is not connected to its service', () => {
  test('may be known by what Terraform tells of it', () => {
    const { stack, service, app, key } = setUp();
    service.addUpstream(Upstream.to(UpstreamUrl.functionApp(app.defaultHostname, key)));
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});
