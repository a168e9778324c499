import { TerraformOutput } from 'cdktf';
import { DnsIntegration, PrivateEndpoint } from '../../src/privatelink';
import { IKeyVault, KeyVault } from '../../src/vault';
import { newNetwork } from '../support/network';
import { schemaViolations } from '../support/provider-schema';
import { dataSources, only, readable, synth } from '../support/synth';

function setUp(vaultOf: (stack: ReturnType<typeof newNetwork>['stack']) => IKeyVault) {
  const { stack, resourceGroup, endpointSubnet } = newNetwork();
  const endpoint = new PrivateEndpoint(stack, 'Endpoint', {
    name: 'pep-vault',
    resourceGroup,
    subnet: endpointSubnet,
    target: vaultOf(stack),
    dns: DnsIntegration.recordsOnly(),
  });
  new TerraformOutput(stack, 'record', { value: endpoint.dnsRecords[0].name });
  return stack;
}

describe('KeyVault', () => {
  test('is a target of private endpoints by its attributes', () => {
    const stack = setUp((scope) =>
      KeyVault.fromKeyVaultAttributes(scope, 'Vault', {
        keyVaultId: '/subscriptions/0/vault',
        vaultUri: 'https://kv-chat.vault.azure.net/',
      }),
    );
    expect(only(stack, 'azurerm_private_endpoint').private_service_connection).toMatchObject({
      private_connection_resource_id: '/subscriptions/0/vault',
      subresource_names: ['vault'],
    });
    expect(readable(stack).output!.record.value).toBe(
      '${replace("kv-chat.vault.azure.net", ".vault.azure.net", ".privatelink.vaultcore.azure.net")}',
    );
  });

  test('is looked up by its name', () => {
    const stack = setUp((scope) => KeyVault.fromLookup(scope, 'Vault', { name: 'kv-chat', resourceGroupName: 'rg' }));
    expect(dataSources(stack, 'azurerm_key_vault')).toEqual([{ name: 'kv-chat', resource_group_name: 'rg' }]);
    expect(only(stack, 'azurerm_private_endpoint').private_service_connection.private_connection_resource_id).toBe(
      '${data.azurerm_key_vault.Vault.id}',
    );
    expect(readable(stack).output!.record.value).toBe(
      '${replace(element(split("/", data.azurerm_key_vault.Vault.vault_uri), 2), ".vault.azure.net", ".privatelink.vaultcore.azure.net")}',
    );
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});
