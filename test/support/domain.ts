import { TerraformStack } from 'cdktf';
import { newGroup } from './synth';
import { Cors, ServiceIdentity, SignalRService, SignalRServiceProps, Sku } from '../../src/signalr';
import { CertificateReference, KeyVault } from '../../src/vault';

const KEY_VAULT_ID = '/subscriptions/1234/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv';

/** A Premium service with an identity, a certificate in a Key Vault, and what the test changes of the service. */
export function newDomainService(props: Partial<SignalRServiceProps> = {}) {
  const { stack, resourceGroup } = newGroup();
  const service = new SignalRService(stack, 'SignalR', {
    ...{ name: 'sigr', resourceGroup, cors: Cors.allowAnyOrigin() },
    ...{ sku: Sku.premium(1), identity: ServiceIdentity.systemAssigned() },
    ...props,
  });
  return { stack, resourceGroup, service, certificate: newCertificate(stack) };
}

/** A service that exists already. */
export function existingService(stack: TerraformStack, id: string, name: string, principalId?: string) {
  return SignalRService.fromSignalRServiceAttributes(stack, id, {
    serviceId: `/subscriptions/1234/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/${name}`,
    hostname: `${name}.service.signalr.net`,
    principalId,
  });
}

/** A certificate in an existing Key Vault. */
export function newCertificate(stack: TerraformStack): CertificateReference {
  const vaultUri = 'https://kv.vault.azure.net/';
  const vault = KeyVault.fromKeyVaultAttributes(stack, 'Vault', { keyVaultId: KEY_VAULT_ID, vaultUri });
  return CertificateReference.of(vault, 'chat');
}
