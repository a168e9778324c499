import { DataAzurermResourceGroup } from '@cdktf/provider-azurerm/lib/data-azurerm-resource-group';
import { ResourceGroup } from '../../src/core';
import { CustomRole, IPrincipal, Principal, Role, RoleAssignment, RoleScope } from '../../src/identity';
import { Cors, GrantOptions, ISignalRService, SignalRService } from '../../src/signalr';
import { newHub, providers } from '../support/hub';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, newStack, only, resources, synth, warnings } from '../support/synth';

const GUID = '11111111-2222-3333-4444-555555555555';
const SERVICE_ID = '/subscriptions/1234/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/chat';

type Grant = (service: ISignalRService, principal: IPrincipal, options?: GrantOptions) => RoleAssignment;

const GRANTS: [string, Role, Grant][] = [
  ['AppServer', Role.SIGNALR_APP_SERVER, (service, ...how) => service.grantAppServer(...how)],
  ['ServiceOwner', Role.SIGNALR_SERVICE_OWNER, (service, ...how) => service.grantServiceOwner(...how)],
  ['RestApiOwner', Role.SIGNALR_REST_API_OWNER, (service, ...how) => service.grantRestApiOwner(...how)],
  ['RestApiReader', Role.SIGNALR_REST_API_READER, (service, ...how) => service.grantRestApiReader(...how)],
  ['AccessKeyReader', Role.SIGNALR_ACCESS_KEY_READER, (service, ...how) => service.grantAccessKeyReader(...how)],
  ['Contributor', Role.SIGNALR_CONTRIBUTOR, (service, ...how) => service.grantContributor(...how)],
];

function setUp() {
  const { stack, resourceGroup } = newGroup();
  const service = new SignalRService(stack, 'SignalR', { name: 'sigr', resourceGroup, cors: Cors.allowAnyOrigin() });
  return { stack, resourceGroup, service, principal: Principal.group(stack, 'Admins', GUID) };
}

function existing(stack = newStack()) {
  const attributes = { serviceId: SERVICE_ID, hostname: 'chat.service.signalr.net' };
  const service = SignalRService.fromSignalRServiceAttributes(stack, 'Existing', attributes);
  return { stack, service, principal: Principal.group(stack, 'Admins', GUID) };
}

describe.each(GRANTS)('SignalRService.grant%s', (stem, role, grant) => {
  test('grants the role once, on this service only', () => {
    const { stack, service, principal } = setUp();
    const assignment = grant(service, principal);
    expect(assignment.node.id).toBe(`${stem}-Admins-${principal.node.addr.slice(-6)}`);
    expect(grant(service, principal)).toBe(assignment);
    expect(service.grant(principal, role)).toBe(assignment);
    expect(only(stack, 'azurerm_role_assignment')).toEqual({
      scope: '${azurerm_signalr_service.SignalR.id}',
      principal_id: GUID,
      principal_type: 'Group',
      role_definition_id: `\${join("/", slice(split("/", azurerm_signalr_service.SignalR.id), 0, 3))}/providers/Microsoft.Authorization/roleDefinitions/${role.id}`,
    });
    expect(warnings(stack)).toEqual([]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('works on an existing service, also on one that is looked up', () => {
    const { stack, service, principal } = existing();
    grant(service, principal);
    const lookup = { name: 'chat', resourceGroupName: 'rg', provider: newHub(stack) };
    const found = SignalRService.fromLookup(stack, 'Found', lookup);
    grant(found, principal, { description: 'as agreed' });
    expect(resources(stack, 'azurerm_role_assignment')).toMatchObject([
      {
        scope: SERVICE_ID,
        role_definition_id: `/subscriptions/1234/providers/Microsoft.Authorization/roleDefinitions/${role.id}`,
      },
      { scope: '${data.azurerm_signalr_service.Found.id}', description: 'as agreed', provider: 'azurerm.hub' },
    ]);
    expect(Object.values(providers(stack))).toEqual([undefined, 'azurerm.hub', 'azurerm.hub']);
  });
});

const CONDITION = "@Environment[UtcNow] DateTimeLessThan '2030-01-01T00:00:00.0Z'";

describe('SignalRService.grant', () => {
  test('grants a role at a wider scope beside that of the service, and warns', () => {
    const { stack, resourceGroup, service, principal } = setUp();
    const narrow = service.grantAppServer(principal);
    const wide = service.grantAppServer(principal, { scope: RoleScope.resourceGroup(resourceGroup) });
    expect(wide.node.id).toMatch(new RegExp(`^${narrow.node.id}-[0-9a-f]{6}$`));
    expect(service.grantAppServer(principal, { scope: RoleScope.resourceGroup(resourceGroup) })).toBe(wide);
    expect(
      resources(stack, 'azurerm_role_assignment')
        .map(({ scope }) => scope)
        .sort(),
    ).toEqual(['${azurerm_resource_group.Group.id}', '${azurerm_signalr_service.SignalR.id}']);
    expect(warnings(stack)).toEqual([
      '[identity/wide-scope] role SignalR App Server at resource group Prod/Group applies to all its resources, also to those added later; use RoleScope.resource(id) for one resource',
    ]);
  });

  test('hangs on the service where it holds on the service alone, so that a lock waits for it', () => {
    const { stack, resourceGroup, service, principal } = setUp();
    const lock = new ResourceGroup(stack, 'Waiting', { name: 'rg-waiting', location: 'centralus' }).resource;
    (service as any)._attached.awaitedBy(lock);
    const grant = service.grantAppServer(principal);
    service.grantAppServer(principal);
    service.grantAppServer(principal, { scope: RoleScope.resourceGroup(resourceGroup) });
    const waiting = resources(stack, 'azurerm_resource_group').find(({ name }) => name === 'rg-waiting')!;
    const edges = (waiting.depends_on as string[]).filter((edge) => edge.startsWith('azurerm_role_assignment'));
    expect(edges).toEqual([`azurerm_role_assignment.SignalR_${grant.node.id}`]);
  });

  test('knows the scope of the service, and one of which the id is read twice', () => {
    const { stack, service, principal } = setUp();
    const own = RoleScope.resource(service.resource.id);
    expect(service.grantAppServer(principal, { scope: own })).toBe(service.grantAppServer(principal));
    const found = new DataAzurermResourceGroup(stack, 'Found', { name: 'rg' });
    const grants = [1, 2].map(() => service.grantAppServer(principal, { scope: RoleScope.resource(found.id) }));
    expect(grants[0]).toBe(grants[1]);
  });

  test('has the same ids in every synthesis', () => {
    const ids = () => {
      const { resourceGroup, service, principal } = setUp();
      const scope = RoleScope.resourceGroup(resourceGroup);
      return service.grantServiceOwner(principal, { scope, condition: CONDITION }).node.id;
    };
    expect(ids()).toBe(ids());
  });

  test('grants under a condition, by the same id as without, so that Azure replaces the assignment', () => {
    const { stack, service, principal } = setUp();
    const description = 'until the move';
    const conditional = service.grantServiceOwner(principal, { condition: CONDITION, description });
    expect(conditional.node.id).toMatch(/^ServiceOwner-Admins-[0-9a-f]{6}$/);
    expect(service.grantServiceOwner(principal, { condition: CONDITION })).toBe(conditional);
    expect(only(stack, 'azurerm_role_assignment')).toMatchObject({
      condition: CONDITION,
      condition_version: '2.0',
      description,
    });
  });

  test('fails for a second condition, which Azure would take for the same assignment', () => {
    const { service, principal } = setUp();
    service.grantServiceOwner(principal);
    expect(messageOf(() => service.grantServiceOwner(principal, { condition: CONDITION }))).toBe(
      'Prod/SignalR: [identity/duplicate-assignment] Prod/Admins has the role SignalR Service Owner at this scope already (Prod/SignalR/ServiceOwner-Admins-8cd755), with another condition or without one, and Azure accepts one assignment of a role to a principal at a scope; join the conditions',
    );
  });

  test('tells custom roles apart, also those of which only Terraform knows the ids', () => {
    const { stack, resourceGroup, service, principal } = setUp();
    const [first, second] = ['First', 'Second'].map(
      (name) =>
        new CustomRole(stack, name, {
          name,
          dataActions: ['Microsoft.SignalRService/SignalR/hub/send/action'],
          assignableScopes: [RoleScope.resourceGroup(resourceGroup)],
        }).role,
    );
    const grants = [first, second, first].map((role) => service.grant(principal, role));
    expect(grants[0]).toBe(grants[2]);
    expect(grants.map(({ node }) => node.id.replace(/[0-9a-f]{6}/g, 'x'))).toEqual(Array(3).fill('Role-Admins-x-x'));
    const definitions = resources(stack, 'azurerm_role_assignment').map((body) => body.role_definition_id);
    expect(definitions.map((id) => /[A-Z][a-z]+(?=\.role_definition_resource_id)/.exec(id)![0]).sort()).toEqual([
      'First',
      'Second',
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('takes another built-in role by its GUID', () => {
    const { stack, service, principal } = existing();
    const reader = Role.builtIn('Reader', 'acdd72a7-3385-48ef-bd42-f606fba81ae7');
    service.grant(principal, reader);
    service.grant(principal, Role.builtIn('Reader', reader.id.toUpperCase()));
    expect(only(stack, 'azurerm_role_assignment').role_definition_id).toContain(reader.id);
  });
});

describe('SignalRService.connectMonitor', () => {
  test('grants the role that reads the REST API', () => {
    const { stack, service, principal } = existing();
    expect(service.connectMonitor(principal)).toBe(service.grantRestApiReader(principal));
    expect(only(stack, 'azurerm_role_assignment').role_definition_id).toContain(Role.SIGNALR_REST_API_READER.id);
  });

  test('takes another role that reads', () => {
    const { service, principal } = existing();
    const role = Role.SIGNALR_REST_API_OWNER;
    expect(service.connectMonitor(principal, { role })).toBe(service.grantRestApiOwner(principal));
  });

  test('fails for a role that does not read', () => {
    const { stack, service, principal } = existing();
    expect(messageOf(() => service.connectMonitor(principal, { role: Role.SIGNALR_APP_SERVER }))).toBe(
      'Prod/Existing: [identity/role-mode] Prod/Admins cannot be a monitor with the role SignalR App Server, which does not permit group/read or user/read or clientConnection/read of Microsoft.SignalRService/SignalR; use the role SignalR REST API Reader',
    );
    expect(synth(stack).resource).toBeUndefined();
  });
});
