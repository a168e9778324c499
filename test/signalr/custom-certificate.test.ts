import { TerraformStack } from 'cdktf';
import { ManagedIdentity } from '../../src/identity';
import { Cors, CustomCertificate, ServiceIdentity, SignalRService, Sku } from '../../src/signalr';
import { CertificateReference } from '../../src/vault';
import { existingService, newCertificate, newDomainService } from '../support/domain';
import { graphOf, reachable } from '../support/graph';
import { newHub, providers } from '../support/hub';
import { schemaViolations } from '../support/provider-schema';
import {
  messageOf,
  newGroup,
  newStack,
  only,
  problemsOf,
  readable,
  resources,
  synth,
  warnings,
} from '../support/synth';

const OBJECT_ID = '00000000-0000-0000-0000-000000000001';
const TYPE = 'azurerm_signalr_service_custom_certificate';
const ROLE = 'azurerm_role_assignment';

describe('CustomCertificate', () => {
  test('reads a certificate of a Key Vault, after the identity of the service may', () => {
    const { stack, service, certificate } = newDomainService();
    const added = service.addCustomCertificate('Certificate', { name: 'chat', certificate });
    expect(only(stack, TYPE)).toEqual({
      name: 'chat',
      signalr_service_id: '${azurerm_signalr_service.SignalR.id}',
      custom_certificate_id: 'https://kv.vault.azure.net/certificates/chat',
      depends_on: [
        expect.stringMatching(/^azurerm_role_assignment\.Vault_SecretsUser-/),
        'azurerm_signalr_service_network_acl.SignalR_NetworkAcl',
      ],
    });
    expect(only(stack, ROLE)).toMatchObject({
      scope: '/subscriptions/1234/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv',
      principal_id: '${azurerm_signalr_service.SignalR.identity[0].principal_id}',
      role_definition_id: expect.stringContaining('4633458b-17de-408a-b874-0445c86b69e6'),
    });
    expect(added.service).toBe(service);
    expect(added.node.path).toBe('Prod/SignalR/Certificate');
    expect(warnings(stack)).toEqual([]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('is the same without addCustomCertificate', () => {
    const byMethod = newDomainService();
    byMethod.service.addCustomCertificate('Certificate', { name: 'chat', certificate: byMethod.certificate });
    const { stack, service, certificate } = newDomainService();
    new CustomCertificate(service, 'Certificate', { name: 'chat', certificate, service });
    expect(synth(stack)).toEqual(synth(byMethod.stack));
  });

  test('needs one role for all certificates of a vault', () => {
    const { stack, service, certificate } = newDomainService();
    service.addCustomCertificate('One', { name: 'one', certificate });
    const version = '0123456789abcdef0123456789abcdef';
    const second = CertificateReference.of(certificate.vault, 'chat', version);
    service.addCustomCertificate('Two', { name: 'two', certificate: second });
    expect(resources(stack, ROLE)).toHaveLength(1);
    expect(resources(stack, TYPE)[1].custom_certificate_id).toBe(
      `https://kv.vault.azure.net/certificates/chat/${version}`,
    );
  });

  test('is read with the user-assigned identity of the service', () => {
    const { stack, resourceGroup } = newGroup();
    const identity = new ManagedIdentity(stack, 'Identity', { name: 'id-chat', resourceGroup });
    const service = new SignalRService(stack, 'SignalR', {
      ...{ name: 'sigr', resourceGroup, cors: Cors.allowAnyOrigin(), sku: Sku.premium(1) },
      identity: ServiceIdentity.userAssigned(identity),
    });
    service.addCustomCertificate('Certificate', { name: 'chat', certificate: newCertificate(stack) });
    expect(only(stack, ROLE).principal_id).toBe('${azurerm_user_assigned_identity.Identity.principal_id}');
    expect(only(stack, TYPE).depends_on[0]).toMatch(/^azurerm_role_assignment\.Vault_SecretsUser-Identity-/);
  });

  test('waits for role, access control list and the certificate before it', () => {
    const { stack, service, certificate } = newDomainService();
    service.addCustomCertificate('One', { name: 'one', certificate });
    service.addCustomCertificate('Two', { name: 'two', certificate });
    const graph = graphOf(readable(stack));
    const awaited = reachable(graph, `${TYPE}.SignalR_Two`);
    const role = [...graph.keys()].find((name) => name.startsWith(ROLE))!;
    [role, 'azurerm_signalr_service_network_acl.SignalR_NetworkAcl', `${TYPE}.SignalR_One`].forEach((name) =>
      expect(awaited).toContain(name),
    );
    expect(reachable(graph, role)).toContain('azurerm_signalr_service.SignalR');
  });

  test('lives in the subscription of its service', () => {
    const stack = newStack();
    const provider = newHub(stack);
    const { serviceId, hostname } = existingService(stack, 'Known', 'sigr');
    const service = SignalRService.fromSignalRServiceAttributes(stack, 'SignalR', { serviceId, hostname, provider });
    service.addCustomCertificate('Certificate', { name: 'chat', certificate: newCertificate(stack) });
    expect(providers(stack)).toEqual({ [`${TYPE}.SignalR_Certificate`]: 'azurerm.hub' });
  });

  test('of an existing service is granted the role where the identity is known', () => {
    const stack = newStack();
    const service = existingService(stack, 'SignalR', 'sigr', OBJECT_ID);
    service.addCustomCertificate('Certificate', { name: 'chat', certificate: newCertificate(stack) });
    expect(only(stack, ROLE).principal_id).toBe(OBJECT_ID);
    expect(only(stack, TYPE).depends_on).toEqual([
      expect.stringContaining('azurerm_role_assignment.Vault_SecretsUser-'),
    ]);
    expect(warnings(stack)).toEqual([]);
  });

  test('of an existing service warns where the identity is not known', () => {
    const stack = newStack();
    const service = existingService(stack, 'SignalR', 'sigr');
    service.addCustomCertificate('Certificate', { name: 'chat', certificate: newCertificate(stack) });
    expect(resources(stack, ROLE)).toEqual([]);
    expect(only(stack, TYPE)).not.toHaveProperty('depends_on');
    expect(warnings(stack)).toEqual([
      '[signalr/certificate-access] the identity of Prod/SignalR is not known, so it gets no role; the owner of the vault must assign the identity the role Key Vault Secrets User before the certificate is added',
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('finds its role in its own stack, also where the vault is told in another one', () => {
    const { stack, service } = newDomainService();
    const other = new TerraformStack(stack.node.root, 'Other');
    service.addCustomCertificate('Certificate', { name: 'chat', certificate: newCertificate(other) });
    expect(only(stack, TYPE).depends_on).toEqual([
      expect.stringMatching(/^azurerm_role_assignment.SignalR_Principal_SecretsUser-Vault-/),
      'azurerm_signalr_service_network_acl.SignalR_NetworkAcl',
    ]);
    expect(resources(other, ROLE)).toEqual([]);
  });

  test('reports all violations at once', () => {
    const { service, certificate } = newDomainService({ sku: Sku.standard(1), identity: undefined });
    const { vault } = certificate;
    const bad = CertificateReference.fromCertificateUri(vault, 'https://kv.vault.azure.net/secrets/chat');
    expect(messageOf(() => service.addCustomCertificate('Certificate', { name: 'a/b', certificate: bad }))).toBe(
      [
        'Prod/SignalR/Certificate: [signalr/certificate-resource-name] "a/b" cannot be the name of a certificate; use letters, digits, dashes, underscores and periods, beginning with a letter or digit',
        'Prod/SignalR/Certificate: [vault/certificate-id] "https://kv.vault.azure.net/secrets/chat" is not the address of a certificate; use https://VAULT/certificates/NAME, and neither the address of a secret nor an Azure resource id',
        'Prod/SignalR/Certificate: [signalr/custom-domain-requires-premium] Standard_S1 cannot have certificates of its own; choose Sku.premium(1) or higher',
        'Prod/SignalR/Certificate: [signalr/certificate-identity] Prod/SignalR has no identity that could read the certificate; give it ServiceIdentity.userAssigned(...) or ServiceIdentity.systemAssigned()',
      ].join('\n'),
    );
  });

  test.each([Sku.premium(1), Sku.premiumP2(100)])('is taken by $name', (sku) => {
    const { service, certificate } = newDomainService({ sku });
    expect(() => service.addCustomCertificate('Certificate', { name: 'chat', certificate })).not.toThrow();
  });

  test.each([Sku.free(), Sku.standard(1)])('is not taken by $name', (sku) => {
    const { service, certificate } = newDomainService({ sku });
    expect(messageOf(() => service.addCustomCertificate('Certificate', { name: 'chat', certificate }))).toBe(
      `Prod/SignalR/Certificate: [signalr/custom-domain-requires-premium] ${sku.name} cannot have certificates of its own; choose Sku.premium(1) or higher`,
    );
  });

  test('needs a name of its own in the service', () => {
    const { stack, service, certificate } = newDomainService();
    service.addCustomCertificate('One', { name: 'chat', certificate });
    service.addCustomCertificate('Two', { name: 'Chat', certificate });
    expect(problemsOf(stack)).toEqual([
      '[signalr/certificate-resource-name] Prod/SignalR/One/Resource and Prod/SignalR/Two/Resource are certificates named "Chat" of one service; give one of them another name',
    ]);
  });
});
