import { synthesized } from '../support/examples';

describe('custom-domain', () => {
  const { 'custom-domain': stack } = synthesized('custom-domain');

  test('holds no key, only the address of one', () => {
    const [service] = Object.values(stack.resource!.azurerm_signalr_service);
    expect(service.upstream_endpoint[0].url_template).toBe(
      'https://func-estate.azurewebsites.net/runtime/webhooks/signalr?code={@Microsoft.KeyVault(SecretUri=https://kv-estate.vault.azure.net/secrets/signalr-extension-key)}',
    );
    expect(JSON.stringify(stack)).not.toMatch(/AccessKey|access_key|connection_string/);
  });

  test('tells the owner of the function app which settings it needs', () => {
    expect(Object.keys(stack.output!['function-app-settings'].value)).toEqual([
      'AzureSignalRConnectionString__clientEndpoint',
      'AzureSignalRConnectionString__clientId',
      'AzureSignalRConnectionString__credential',
      'AzureSignalRConnectionString__serviceUri',
    ]);
  });

  test('leads clients to its domain, as the negotiating functions hand it out', () => {
    const [domain] = Object.values(stack.resource!.azurerm_signalr_service_custom_domain);
    expect(domain.domain_name).toBe('chat.contoso.com');
    expect(stack.output!['function-app-settings'].value).toMatchObject({
      AzureSignalRConnectionString__clientEndpoint: 'https://chat.contoso.com',
    });
  });

  test('adds the certificate after the approval of the link to the vault, and requires azapi for it', () => {
    const [certificate] = Object.values(stack.resource!.azurerm_signalr_service_custom_certificate);
    expect(certificate.depends_on).toContainEqual(
      expect.stringMatching(/^azapi_update_resource\.SignalR_link-vault_Approval/),
    );
    expect(stack).toMatchObject({ terraform: { required_providers: { azapi: { source: 'Azure/azapi' } } } });
  });
});
