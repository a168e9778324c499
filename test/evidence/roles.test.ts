import { factsIn } from './support/pack';
import { Configuration } from '../check/support/json-source';

const GROUP = { resource_group_name: 'rg', location: 'westeurope' };
const SERVICE = '${azurerm_signalr_service.chat.id}';

const configuration = (more: Record<string, Record<string, object>>): Configuration =>
  ({
    resource: {
      azurerm_signalr_service: { chat: { ...GROUP, name: 'sigr', sku: [{ name: 'Standard_S1', capacity: 1 }] } },
      azurerm_user_assigned_identity: { app: { ...GROUP, name: 'id-app' } },
      azurerm_linux_web_app: {
        web: {
          ...GROUP,
          name: 'app-web',
          identity: [
            { type: 'SystemAssigned, UserAssigned', identity_ids: ['${azurerm_user_assigned_identity.app.id}'] },
          ],
        },
      },
      ...more,
    },
  }) as Configuration;

const rolesOf = (more: Record<string, Record<string, object>>) => factsIn(configuration(more), 'roles.json');

describe('roles.json', () => {
  test('has each identity with its hosts, and its roles with their scopes', () => {
    const assignments = {
      server: {
        scope: SERVICE,
        role_definition_id:
          '/subscriptions/1/providers/Microsoft.Authorization/roleDefinitions/420fcaa2-552c-430f-98ca-3264be4806c7',
        principal_id: '${azurerm_user_assigned_identity.app.principal_id}',
        condition: 'x',
      },
      reader: {
        scope: '/subscriptions/1/resourceGroups/rg',
        role_definition_name: 'Reader',
        principal_id: '${azurerm_linux_web_app.web.identity[0].principal_id}',
      },
    };
    expect(rolesOf({ azurerm_role_assignment: assignments })).toEqual({
      identities: [
        {
          identity: 'azurerm_linux_web_app.web',
          name: 'app-web',
          kind: 'system-assigned',
          hosts: ['azurerm_linux_web_app.web'],
          roles: [
            {
              role: 'Reader',
              scope: '/subscriptions/1/resourceGroups/rg',
              scopeKind: 'ResourceGroup',
              state: 'assigned',
              writtenBy: 'azurerm_role_assignment.reader',
            },
          ],
        },
        {
          identity: 'azurerm_user_assigned_identity.app',
          name: 'id-app',
          kind: 'user-assigned',
          hosts: ['azurerm_linux_web_app.web'],
          roles: [
            {
              role: 'SignalR App Server',
              roleDefinitionId: '420fcaa2-552c-430f-98ca-3264be4806c7',
              scope: 'azurerm_signalr_service.chat',
              scopeKind: 'Resource',
              condition: 'x',
              state: 'assigned',
              writtenBy: 'azurerm_role_assignment.server',
            },
          ],
        },
      ],
      others: [],
      unknown: [],
    });
  });

  test('has roles of others, those that wait to be activated, and those that may not be there', () => {
    const role = { scope: SERVICE, role_definition_name: 'Owner' };
    const { others } = rolesOf({
      azurerm_role_assignment: {
        person: { ...role, principal_id: '11111111-1111-4111-8111-111111111111' },
        maybe: { ...role, principal_id: '${var.team}', count: '${var.count}' },
      },
      azurerm_pim_eligible_role_assignment: {
        eligible: { ...role, principal_id: '${data.azuread_group.ops.object_id}' },
      },
    });
    expect(
      others.map(({ principal, state, writtenBy, unknown }: any) => [principal, state, writtenBy, !!unknown]),
    ).toEqual([
      ['data.azuread_group.ops.object_id', 'eligible', 'azurerm_pim_eligible_role_assignment.eligible', false],
      ['var.team', 'assigned', 'azurerm_role_assignment.maybe', true],
      ['11111111-1111-4111-8111-111111111111', 'assigned', 'azurerm_role_assignment.person', false],
    ]);
  });

  test('has machines with their own identity, and says where identities are not known', () => {
    const { identities, unknown } = rolesOf({
      azurerm_linux_virtual_machine: { bastion: { ...GROUP, name: 'vm', identity: [{ type: 'SystemAssigned' }] } },
      azurerm_linux_function_app: {
        api: { ...GROUP, name: 'func', identity: [{ type: 'UserAssigned', identity_ids: '${var.identities}' }] },
      },
      azurerm_role_assignment: {
        vm: {
          scope: SERVICE,
          role_definition_name: 'SignalR REST API Reader',
          principal_id: '${azurerm_linux_virtual_machine.bastion.identity[0].principal_id}',
        },
      },
    });
    expect(identities.find(({ name }: any) => name === 'vm')).toMatchObject({
      kind: 'system-assigned',
      roles: [{ role: 'SignalR REST API Reader' }],
    });
    expect(unknown).toEqual(['which identities azurerm_linux_function_app.api has is only known when Terraform runs']);
  });

  test('leaves out what the pack is not about, but keeps the identity of an app that it is about', () => {
    const role = { scope: SERVICE, role_definition_name: 'Owner', principal_id: '1' };
    const { identities, others } = factsIn(configuration({ azurerm_role_assignment: { person: role } }), 'roles.json', {
      isAsked: ({ type }) => type === 'azurerm_linux_web_app',
    });
    expect(identities.map(({ name }: any) => name)).toEqual(['app-web', 'id-app']);
    expect(others).toEqual([]);
  });
});
