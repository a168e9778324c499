import { TerraformVariable } from 'cdktf';
import { ManagedIdentity } from '../../src/identity';
import {
  Cors,
  ServiceIdentity,
  ServiceMode,
  SignalRService,
  SignalRServiceProps,
  Upstream,
  UpstreamCategory,
  UpstreamEvent,
  UpstreamUrl,
} from '../../src/signalr';
import { KeyVault, SecretReference } from '../../src/vault';
import { graphOf, reachable } from '../support/graph';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, only, readable, resources, synth } from '../support/synth';

const AUDIENCE = '01234567-89ab-cdef-0123-456789abcdef';
const SERVICE = 'azurerm_signalr_service.SignalR';
const { CONNECTED, DISCONNECTED } = UpstreamEvent;
const url = UpstreamUrl.of('https://example.com/{hub}');
const other = UpstreamUrl.of('https://other.example.com/{hub}');
const problemsOf = (upstream: Upstream) => upstream._problems();

function setUp(props: Partial<SignalRServiceProps> = {}) {
  const { stack, resourceGroup } = newGroup();
  const vault = KeyVault.fromKeyVaultAttributes(stack, 'Vault', {
    keyVaultId: '/subscriptions/1234/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv',
    vaultUri: 'https://kv.vault.azure.net/',
  });
  const identity = new ManagedIdentity(stack, 'Identity', { name: 'id-chat', resourceGroup });
  const secretUrl = UpstreamUrl.functionApp('func.azurewebsites.net', SecretReference.of(vault, 'key'));
  const newService = (changes: Partial<SignalRServiceProps> = {}) =>
    new SignalRService(stack, 'SignalR', {
      ...{ name: 'sigr', resourceGroup, cors: Cors.allowAnyOrigin(), serviceMode: ServiceMode.SERVERLESS },
      ...props,
      ...changes,
    });
  return { stack, vault, identity, secretUrl, newService };
}

describe('Upstream', () => {
  test('gets all events unless told otherwise', () => {
    const { stack, newService } = setUp();
    newService().addUpstream(Upstream.to(url));
    expect(only(stack, 'azurerm_signalr_service').upstream_endpoint).toEqual([
      {
        url_template: 'https://example.com/{hub}',
        hub_pattern: ['*'],
        category_pattern: ['*'],
        event_pattern: ['*'],
      },
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('gets the same blocks from props as from addUpstream', () => {
    const upstreams = [
      Upstream.to(url, { hubs: ['chat', 'game'], categories: [UpstreamCategory.CONNECTIONS], audience: AUDIENCE }),
      Upstream.to(other, { hubs: ['chat'], events: [UpstreamEvent.message('send'), UpstreamEvent.message('vote')] }),
      Upstream.to(other, { hubs: ['lobby'], events: [CONNECTED, DISCONNECTED] }),
    ];
    const byProps = setUp({ identity: ServiceIdentity.systemAssigned() });
    byProps.newService({ upstreams });
    const byMethod = setUp({ identity: ServiceIdentity.systemAssigned() });
    const service = byMethod.newService();
    upstreams.forEach((upstream) => service.addUpstream(upstream));
    expect(synth(byMethod.stack)).toEqual(synth(byProps.stack));
    expect(only(byProps.stack, 'azurerm_signalr_service').upstream_endpoint).toEqual([
      {
        url_template: 'https://example.com/{hub}',
        hub_pattern: ['chat', 'game'],
        category_pattern: ['connections'],
        event_pattern: ['*'],
        user_assigned_identity_id: AUDIENCE,
      },
      {
        url_template: 'https://other.example.com/{hub}',
        hub_pattern: ['chat'],
        category_pattern: ['*'],
        event_pattern: ['send', 'vote'],
      },
      {
        url_template: 'https://other.example.com/{hub}',
        hub_pattern: ['lobby'],
        category_pattern: ['*'],
        event_pattern: ['connected', 'disconnected'],
      },
    ]);
    expect(schemaViolations(synth(byProps.stack))).toEqual([]);
  });

  test('has no block in a service without upstreams', () => {
    const { stack, newService } = setUp();
    newService({ upstreams: [] });
    expect(only(stack, 'azurerm_signalr_service')).not.toHaveProperty('upstream_endpoint');
  });

  test('takes names that only Terraform knows', () => {
    const { stack, newService } = setUp({ identity: ServiceIdentity.systemAssigned() });
    const variable = (id: string) => new TerraformVariable(stack, id, {});
    newService().addUpstream(
      Upstream.to(UpstreamUrl.of(variable('url').stringValue), {
        hubs: variable('hubs').listValue,
        events: [UpstreamEvent.message(variable('event').stringValue)],
        audience: variable('audience').stringValue,
      }),
    );
    expect(only(stack, 'azurerm_signalr_service').upstream_endpoint).toEqual([
      {
        url_template: '${var.url}',
        hub_pattern: '${var.hubs}',
        category_pattern: ['*'],
        event_pattern: ['${var.event}'],
        user_assigned_identity_id: '${var.audience}',
      },
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});

describe('Upstream secrets', () => {
  test('are read with the user-assigned identity, for whose role the service waits', () => {
    const { stack, identity, secretUrl, newService } = setUp();
    const service = newService({ identity: ServiceIdentity.userAssigned(identity) });
    service.addUpstream(Upstream.to(secretUrl, { hubs: ['chat'] }));
    service.addUpstream(Upstream.to(secretUrl, { hubs: ['game'] }));
    const role = only(stack, 'azurerm_role_assignment');
    expect(role).toMatchObject({
      scope: '/subscriptions/1234/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv',
      principal_id: '${azurerm_user_assigned_identity.Identity.principal_id}',
      role_definition_id: expect.stringContaining('4633458b-17de-408a-b874-0445c86b69e6'),
    });
    expect(only(stack, 'azurerm_signalr_service').depends_on).toEqual([
      expect.stringMatching(/^azurerm_role_assignment\.Vault_SecretsUser-Identity-/),
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('are read with the system-assigned identity, whose role must wait for the service', () => {
    const { stack, secretUrl, newService } = setUp();
    newService({ identity: ServiceIdentity.systemAssigned(), upstreams: [Upstream.to(secretUrl)] });
    expect(only(stack, 'azurerm_signalr_service').depends_on).toBeUndefined();
    const graph = graphOf(readable(stack));
    const role = [...graph.keys()].find((name) => name.startsWith('azurerm_role_assignment'))!;
    expect(reachable(graph, role)).toContain(SERVICE);
    expect(reachable(graph, SERVICE)).not.toContain(role);
  });

  test('of several vaults need a role on each', () => {
    const { stack, identity, vault, newService } = setUp();
    const second = KeyVault.fromLookup(stack, 'Second', { name: 'kv2', resourceGroupName: 'rg' });
    const secrets = url
      .withSecret('code', SecretReference.of(vault, 'a'))
      .withSecret('sig', SecretReference.of(second, 'b'));
    newService({ identity: ServiceIdentity.userAssigned(identity), upstreams: [Upstream.to(secrets)] });
    expect(resources(stack, 'azurerm_role_assignment')).toHaveLength(2);
    expect(only(stack, 'azurerm_signalr_service')).toMatchObject({
      depends_on: [expect.stringContaining('Vault_'), expect.stringContaining('Second_')],
      upstream_endpoint: [
        {
          url_template:
            'https://example.com/{hub}?code={@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/a)}&sig={@Microsoft.KeyVault(SecretUri=${data.azurerm_key_vault.Second.vault_uri}secrets/b)}',
        },
      ],
    });
  });
});

describe('Upstream problems', () => {
  test.each([ServiceMode.DEFAULT, ServiceMode.CLASSIC])('need Serverless mode, and not %s', (serviceMode) => {
    const message = `Prod/SignalR: [signalr/upstream-requires-serverless] upstreams are given, but the service is in ${serviceMode} mode, which calls no upstreams; use ServiceMode.SERVERLESS`;
    const upstream = Upstream.to(url);
    expect(messageOf(() => setUp({ serviceMode }).newService({ upstreams: [upstream] }))).toBe(message);
    expect(messageOf(() => setUp({ serviceMode }).newService().addUpstream(upstream))).toBe(message);
  });

  test('come together with all others of the service', () => {
    const { secretUrl, newService } = setUp();
    const upstreams = [
      Upstream.to(UpstreamUrl.of('http://example.com?code=c2VjcmV0'), { hubs: [], audience: 'api://chat' }),
      Upstream.to(secretUrl, { events: [CONNECTED] }),
      Upstream.to(other, { hubs: ['Chat'] }),
    ];
    const message = messageOf(() => newService({ name: '1', serviceMode: ServiceMode.DEFAULT, upstreams }));
    expect(message).toBe(
      [
        '[signalr/name] "1" is not a SignalR service name; use 3 to 63 letters, digits or inner dashes, beginning with a letter',
        '[signalr/upstream-requires-serverless] upstreams are given, but the service is in Default mode, which calls no upstreams; use ServiceMode.SERVERLESS',
        '[signalr/upstream-url] "http://example.com?..." is not the address of an upstream; use an https address without user, white space and fragment, such as https://example.com/{hub}/api/{category}/{event}',
        '[signalr/upstream-secret] the query parameter "code" of "http://example.com?..." holds a secret that all readers of the service see; keep the secret in a Key Vault and use withSecret("code", secret)',
        '[signalr/upstream-pattern] "http://example.com?..." is given no hubs; name some, or leave hubs out for all',
        '[signalr/upstream-audience] audience "api://chat" is not a UUID; give the application (client) id of the target, the only form that azurerm accepts',
        '[signalr/upstream-audience] "http://example.com?..." has an audience, but the service has no identity to sign in with; give it ServiceIdentity.userAssigned(...) or ServiceIdentity.systemAssigned()',
        '[signalr/upstream-identity] "https://func.azurewebsites.net/runtime/webhooks/signalr" contains a secret of a Key Vault, but the service has no identity that could read it; give it ServiceIdentity.userAssigned(...) or ServiceIdentity.systemAssigned()',
        '[signalr/upstream-overlap] "https://func.azurewebsites.net/runtime/webhooks/signalr" and "https://other.example.com/{hub}" both match event "connected" of category "connections" in hub "Chat", and azurerm does not keep their order; narrow one of them',
      ]
        .map((line) => `Prod/SignalR: ${line}`)
        .join('\n'),
    );
    expect(message).not.toContain('c2VjcmV0');
  });

  test('tell of an upstream that matches what another one matches already', () => {
    const service = setUp().newService();
    service.addUpstream(Upstream.to(url, { categories: [UpstreamCategory.MESSAGES] }));
    service.addUpstream(Upstream.to(other, { categories: [UpstreamCategory.CONNECTIONS] }));
    expect(messageOf(() => service.addUpstream(Upstream.to(url, { events: [UpstreamEvent.message('send')] })))).toBe(
      'Prod/SignalR: [signalr/upstream-overlap] "https://example.com/{hub}" and "https://example.com/{hub}" both match event "send" of category "messages" in hub "*", and azurerm does not keep their order; narrow one of them',
    );
  });

  test.each([
    [{ hubs: [''] }, '"" among hubs is not one name; give each name as an element of its own'],
    [{ hubs: ['a,b'] }, '"a,b" among hubs is not one name; give each name as an element of its own'],
    [{ hubs: [' a'] }, '" a" among hubs is not one name; give each name as an element of its own'],
    [
      { events: [UpstreamEvent.message('a,b')] },
      '"a,b" among events is not one name; give each name as an element of its own',
    ],
    [{ events: [] }, '"https://example.com/{hub}" is given no events; name some, or leave events out for all'],
    [
      { categories: [] },
      '"https://example.com/{hub}" is given no categories; name some, or leave categories out for all',
    ],
    [{ hubs: ['chat', '*'] }, '"*" is given together with other hubs, which it includes; give "*" alone, or the names'],
    [
      { events: [UpstreamEvent.message('*')] },
      '"*" given as hub method also matches connections; leave events out and give UpstreamCategory.MESSAGES',
    ],
    [
      { events: [UpstreamEvent.message('Connected')] },
      '"Connected" given as hub method is an event of connections; use UpstreamEvent.CONNECTED or UpstreamEvent.DISCONNECTED',
    ],
    [
      { categories: [UpstreamCategory.MESSAGES], events: [CONNECTED, DISCONNECTED] },
      '"https://example.com/{hub}" is given categories (messages) that have none of its events (connected, disconnected); leave one of the two out',
    ],
  ])('refuse the patterns %j', (options, message) => {
    expect(problemsOf(Upstream.to(url, options))).toEqual([{ code: 'signalr/upstream-pattern', message }]);
  });

  test.each([{ hubs: ['*'] }, { hubs: ['my hub'] }, { audience: AUDIENCE.toUpperCase() }])('take %j', (options) => {
    expect(problemsOf(Upstream.to(url, options))).toEqual([]);
  });
});
