import { PrivateLinkSubresource } from '../../src/privatelink';
import { Approval } from '../../src/signalr';
import { FUNCTION_APP_ID, functionApp, newService, oldService, SERVICE_ID, targetOf, VAULT_ID } from '../support/links';
import { schemaViolations } from '../support/provider-schema';
import { dataSources, newStack, only, readable, resources, synth } from '../support/synth';

const LINK = 'azurerm_signalr_shared_private_link_resource';

function setUp() {
  const { stack, service } = newService();
  const approval = Approval.automatic();
  return {
    stack,
    service,
    approval,
    link: service.addSharedPrivateLink('Upstream', { target: functionApp(stack), approval }),
  };
}

/** The id of the only connection with the link's message in a state, as a Terraform expression. */
function onlyIn(status: string) {
  const state = 'connection.properties.privateLinkServiceConnectionState';
  return (
    'try(one([for connection in data.azapi_resource_list.SignalR_Upstream_Connections.output.value : connection.id' +
    ` if try(${state}.status == "${status}" && lower(${state}.description) == lower(${LINK}.SignalR_Upstream.request_message), false)]), null)`
  );
}

describe('Approval.automatic', () => {
  test('lists the connections of the target, once the link exists', () => {
    const { stack } = setUp();
    expect(dataSources(stack, 'azapi_resource_list')).toEqual([
      {
        type: 'Microsoft.Web/sites/privateEndpointConnections@2024-04-01',
        parent_id: FUNCTION_APP_ID,
        response_export_values: ['value'],
        depends_on: [`${LINK}.SignalR_Upstream`],
      },
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('approves the one Pending connection with the message of the link, and never looks back', () => {
    const { stack, link } = setUp();
    const none =
      `\${${LINK}.SignalR_Upstream.target_resource_id}/privateEndpointConnections/` +
      `no-pending-connection-of-link-\${${LINK}.SignalR_Upstream.name}`;
    expect(only(stack, 'azapi_update_resource')).toEqual({
      type: 'Microsoft.Web/sites/privateEndpointConnections@2024-04-01',
      resource_id: `\${coalesce(${onlyIn('Pending')}, ${onlyIn('Approved')}, "${none}")}`,
      body: {
        properties: {
          privateLinkServiceConnectionState: {
            status: 'Approved',
            description: 'Approve link Upstream of ${azurerm_signalr_service.SignalR.hostname}',
          },
        },
      },
      lifecycle: {
        ignore_changes: ['resource_id', 'body'],
        replace_triggered_by: [`${LINK}.SignalR_Upstream.id`],
      },
    });
    expect(only(stack, LINK).request_message).toBe(
      'Approve link Upstream of ${azurerm_signalr_service.SignalR.hostname}',
    );
    expect(link.approvalResource!.terraformResourceType).toBe('azapi_update_resource');
  });

  test('keeps the next change of the service from waiting for an approval', () => {
    const { stack, service, approval } = setUp();
    const target = targetOf(stack, 'Vault', VAULT_ID, PrivateLinkSubresource.VAULT);
    service.addSharedPrivateLink('Secrets', { target, approval });
    const edges = resources(stack, LINK).map(({ name, depends_on }) => [name, depends_on]);
    expect(Object.fromEntries(edges).Upstream).toEqual([`${LINK}.SignalR_Secrets`]);
    expect(Object.keys(readable(stack).resource!.azapi_update_resource).sort()).toEqual([
      'SignalR_Secrets_Approval',
      'SignalR_Upstream_Approval',
    ]);
  });

  test('approves connections of Key Vaults, also for a service that others own', () => {
    const stack = newStack();
    const target = targetOf(stack, 'Vault', VAULT_ID, PrivateLinkSubresource.VAULT);
    oldService(stack).addSharedPrivateLink('Secrets', { target, approval: Approval.automatic() });
    const type = 'Microsoft.KeyVault/vaults/privateEndpointConnections@2023-07-01';
    expect(dataSources(stack, 'azapi_resource_list')).toMatchObject([{ type, parent_id: VAULT_ID }]);
    expect(only(stack, 'azapi_update_resource')).toMatchObject({ type });
    expect(only(stack, LINK).signalr_service_id).toBe(SERVICE_ID);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});

describe('Approval.manual', () => {
  test('is the default, and leaves azapi out', () => {
    const { stack, service } = newService();
    const link = service.addSharedPrivateLink('Upstream', { target: functionApp(stack), approval: Approval.manual() });
    expect(link.approvalResource).toBeUndefined();
    expect(JSON.stringify(synth(stack))).not.toContain('azapi');
  });
});
