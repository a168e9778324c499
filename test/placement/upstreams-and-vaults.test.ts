import { KeyVault as KeyVaultResource } from '@cdktf/provider-azurerm/lib/key-vault';
import { TerraformStack, TerraformVariable } from 'cdktf';
import {
  Approval,
  Cors,
  NetworkAccess,
  ServiceIdentity,
  ServiceMode,
  SignalRService,
  SignalRServiceProps,
  Sku,
  Upstream,
  UpstreamUrl,
} from '../../src/signalr';
import { CertificateReference, KeyVault, KeyVaultProps, SecretReference } from '../../src/vault';
import { add } from '../support/plain-azurerm';
import { messageOf, newGroup, problemsOf, synth } from '../support/synth';

type Group = ReturnType<typeof newGroup>;

function newService({ stack, resourceGroup }: Group, props: Partial<SignalRServiceProps> = {}): SignalRService {
  return new SignalRService(stack, 'SignalR', {
    name: 'sigr',
    resourceGroup,
    cors: Cors.allowAnyOrigin(),
    networkAccess: NetworkAccess.publicClientsPrivateServers(),
    sku: Sku.premium(1),
    identity: ServiceIdentity.systemAssigned(),
    ...props,
  });
}

function newVault({ stack, resourceGroup }: Group, props: Partial<KeyVaultProps> = {}): KeyVault {
  return new KeyVault(stack, 'Vault', { name: 'kv-chat', resourceGroup, location: 'centralus', ...props });
}

const lines = (stack: TerraformStack, code: string) =>
  messageOf(() => synth(stack))
    .split('\n')
    .filter((line) => line.includes(code));

describe('a vault that a service reads from', () => {
  const unreachable = (what = 'Prod/Vault/Resource') =>
    `[signalr/vault-unreachable] Prod/SignalR/Resource reads from ${what}, which is closed to the public network, and no shared private link connects to it; add one with addSharedPrivateLink(...)`;

  test('must be reached for a certificate, by a shared private link where it is closed', () => {
    const group = newGroup();
    const service = newService(group);
    const vault = newVault(group);
    service.addCustomCertificate('Certificate', { name: 'chat', certificate: CertificateReference.of(vault, 'chat') });
    expect(problemsOf(group.stack)).toEqual([unreachable()]);
    service.addSharedPrivateLink('Link', { target: vault, approval: Approval.manual() });
    expect(() => synth(group.stack)).not.toThrow();
  });

  test('must be reached for a secret of an upstream', () => {
    const group = newGroup();
    const vault = newVault(group);
    const key = SecretReference.of(vault, 'key');
    const upstream = Upstream.to(UpstreamUrl.of('https://example.com/{hub}').withSecret('code', key));
    newService(group, { serviceMode: ServiceMode.SERVERLESS, upstreams: [upstream] });
    expect(problemsOf(group.stack)).toEqual([unreachable()]);
  });

  test('is not reached over the link of another service', () => {
    const group = newGroup();
    const service = newService(group);
    const vault = newVault(group);
    const other = new SignalRService(group.stack, 'Other', {
      name: 'sigr-other',
      resourceGroup: group.resourceGroup,
      cors: Cors.allowAnyOrigin(),
      networkAccess: NetworkAccess.publicClientsPrivateServers(),
    });
    other.addSharedPrivateLink('Link', { target: vault, approval: Approval.manual() });
    service.addCustomCertificate('Certificate', { name: 'chat', certificate: CertificateReference.of(vault, 'chat') });
    expect(lines(group.stack, 'signalr/vault-unreachable')).toHaveLength(1);
  });

  test.each<[string, Partial<KeyVaultProps>, (resource: KeyVaultResource, stack: TerraformStack) => void]>([
    ['open', {}, (resource) => void (resource.publicNetworkAccessEnabled = true)],
    ['left to trusted services', { allowTrustedServices: true }, () => undefined],
    [
      'closed by a variable',
      {},
      (resource, stack) =>
        resource.addOverride('public_network_access_enabled', new TerraformVariable(stack, 'open', {}).value),
    ],
    ['there several times, or not', {}, (resource) => resource.addOverride('count', '${var.vaults}')],
  ])('is not judged where it is %s', (_, props, change) => {
    const group = newGroup();
    const service = newService(group);
    const vault = newVault(group, props);
    service.addCustomCertificate('Certificate', { name: 'chat', certificate: CertificateReference.of(vault, 'chat') });
    change(vault.resource, group.stack);
    expect(() => synth(group.stack)).not.toThrow();
  });
});

describe('an upstream that is the SignalR trigger of a function app', () => {
  const URL = 'https://func-chat.azurewebsites.net/runtime/webhooks/signalr';
  const missing = (answer: string) =>
    `[signalr/upstream-trigger-key] upstream 0 of Prod/SignalR/Resource calls the SignalR trigger of a function app without its system key, and the trigger ${answer}; use UpstreamUrl.functionApp(hostname, key) with the key signalr_extension in a Key Vault`;
  const problemsWith = (upstream: Upstream) => {
    const group = newGroup();
    newService(group, { serviceMode: ServiceMode.SERVERLESS, upstreams: [upstream] });
    return lines(group.stack, 'signalr/upstream').map((line) => line.replace(/^ *\[Prod\] /, ''));
  };

  test.each([URL, `${URL}/`, URL.toUpperCase().replace('HTTPS', 'https'), `${URL}?code=`, `${URL}?clientId=a`])(
    'needs its key: %s',
    (url) => {
      expect(problemsWith(Upstream.to(UpstreamUrl.of(url)))).toEqual([missing('answers 401 without it')]);
    },
  );

  test('takes no identity in its place', () => {
    const audience = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
    expect(problemsWith(Upstream.to(UpstreamUrl.of(URL), { audience }))).toEqual([
      missing('answers 403 to an identity alone'),
    ]);
  });

  test('is found by a reference to the app, and in a service of azurerm', () => {
    const group = newGroup();
    newService(group);
    const { stack } = group;
    const app = add(stack, 'azurerm_linux_function_app', 'app', { name: 'func', location: 'centralus' });
    add(stack, 'azurerm_signalr_service', 'raw', {
      service_mode: 'Serverless',
      upstream_endpoint: [{ url_template: `https://${app.ref('default_hostname')}/runtime/webhooks/signalr` }],
    });
    expect(messageOf(() => synth(stack))).toContain(
      '[signalr/upstream-trigger-key] upstream 0 of Prod/raw calls the SignalR trigger',
    );
  });

  test.each([
    'https://gateway.example.com/runtime/webhooks/signalr',
    'https://func-chat.azurewebsites.net/api/{hub}',
    'https://func-chat.azurewebsites.net/runtime/webhooks/signalr/{hub}',
    'https://func-chat.azurewebsites.net/runtime/webhooks/signalr?${var.query}',
    'https://${var.host}/runtime/webhooks/signalr',
  ])('is not what only looks like it, or is not known: %s', (url) => {
    const group = newGroup();
    newService(group);
    const { stack } = group;
    add(stack, 'azurerm_signalr_service', 'raw', {
      service_mode: 'Serverless',
      upstream_endpoint: [{ url_template: url }],
    });
    expect(() => synth(stack)).not.toThrow();
  });

  test('takes its key from a Key Vault', () => {
    const group = newGroup();
    const vault = KeyVault.fromLookup(group.stack, 'Vault', { name: 'kv', resourceGroupName: 'rg' });
    const url = UpstreamUrl.functionApp('func-chat.azurewebsites.net', SecretReference.of(vault, 'key'));
    newService(group, { serviceMode: ServiceMode.SERVERLESS, upstreams: [Upstream.to(url)] });
    expect(() => synth(group.stack)).not.toThrow();
  });
});
