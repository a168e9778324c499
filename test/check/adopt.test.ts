import { adoptionOf, GROUP_ID, importsIn, inState, removedIn, stackOf, stateOf } from './support/adoption';

const NETWORK_ID = `${GROUP_ID}/providers/Microsoft.Network/virtualNetworks/vnet`;
const IN_GROUP = { location: 'westeurope', resource_group_name: 'rg' };
const GROUP = inState('azurerm_resource_group.main', { id: GROUP_ID, name: 'rg', location: 'westeurope' });
const NETWORK = inState('azurerm_virtual_network.main', {
  ...IN_GROUP,
  id: NETWORK_ID,
  name: 'vnet',
  address_space: ['10.0.0.0/16'],
});
const STACK_GROUP = { G: { name: 'rg', location: 'West Europe' } };
const STACK_NETWORK = {
  N: {
    name: 'vnet',
    location: 'westeurope',
    resource_group_name: '${azurerm_resource_group.G.name}',
    address_space: ['10.0.0.0/16'],
  },
};

describe('resources are told apart', () => {
  test('by names that references give, without the case of letters', async () => {
    const stack = stackOf({ azurerm_resource_group: STACK_GROUP, azurerm_virtual_network: STACK_NETWORK });
    const { json, written } = await adoptionOf(stateOf(GROUP, NETWORK), stack);
    expect(json.summary).toContain('takes over 2 of 2 resources');
    expect(importsIn(written['Chat/import.tf'])).toEqual({
      'azurerm_resource_group.G': GROUP_ID,
      'azurerm_virtual_network.N': NETWORK_ID,
    });
  });

  test('a name in other letters is that of one resource, which azurerm replaces', async () => {
    const stack = stackOf({
      azurerm_virtual_network: { N: { ...STACK_NETWORK.N, name: 'VNET', resource_group_name: 'RG' } },
    });
    const { section } = await adoptionOf(stateOf(NETWORK), stack);
    expect(section('replaced').map(({ code, message }) => `${code} ${message}`)).toEqual([
      'name is "vnet" in the state and "VNET" in the stack',
      'resource_group_name is "rg" in the state and "RG" in the stack',
    ]);
  });

  test('a name in another group is another resource', async () => {
    const stack = stackOf({ azurerm_virtual_network: { N: { ...STACK_NETWORK.N, resource_group_name: 'rg-2' } } });
    const { section } = await adoptionOf(stateOf(GROUP, NETWORK), stack);
    expect(section('created').map(({ subject }) => subject)).toEqual(['azurerm_virtual_network.N']);
    expect(section('left').map(({ subject }) => subject)).toEqual([
      'azurerm_resource_group.main',
      'azurerm_virtual_network.main',
    ]);
  });

  test('two of one name are an answer with both ids, and neither is imported', async () => {
    const other = '/subscriptions/22222222-2222-4222-8222-222222222222/resourceGroups/rg';
    const state = stateOf(
      GROUP,
      inState('azurerm_resource_group.other', { id: other, name: 'rg', location: 'westeurope' }),
    );
    const { exitCode, section, written } = await adoptionOf(state, stackOf({ azurerm_resource_group: STACK_GROUP }));
    expect(exitCode).toBe(1);
    expect(section('undecided')).toEqual([
      {
        code: 'azurerm_resource_group',
        subject: 'azurerm_resource_group.G',
        message: `the state has it more than once: azurerm_resource_group.main (${GROUP_ID}), azurerm_resource_group.other (${other})`,
        advice: 'write the import block yourself, or give the value so that synth knows it',
      },
    ]);
    expect(Object.keys(written)).toEqual(['removed.tf']);
  });

  test('two resources of the stacks that are one are an answer, too', async () => {
    const stacks = {
      one: stackOf({ azurerm_resource_group: STACK_GROUP }),
      two: stackOf({ azurerm_resource_group: STACK_GROUP }),
    };
    const { section } = await adoptionOf(stateOf(GROUP), stacks);
    expect(section('undecided').map(({ message }) => message)).toEqual(
      Array(2).fill(
        'one/azurerm_resource_group.G and two/azurerm_resource_group.G are one resource of the state, azurerm_resource_group.main',
      ),
    );
  });

  test('a name that a variable gives is an answer, unless the state has nothing of the type', async () => {
    const stack = stackOf({
      azurerm_resource_group: { G: { name: '${var.name}', location: 'westeurope' } },
      azurerm_route_table: { R: { name: '${var.name}', resource_group_name: 'rg', location: 'westeurope' } },
    });
    const { section } = await adoptionOf(stateOf(GROUP), stack);
    expect(section('undecided').map(({ message }) => message)).toEqual([
      'name is var.name, which only Terraform knows',
    ]);
    expect(section('created').map(({ code }) => code)).toEqual(['azurerm_route_table']);
  });

  test('types by what names them: settings, locks, roles, associations and links', async () => {
    const name = 'logs';
    const scope = NETWORK_ID.toUpperCase();
    const role = `/subscriptions/x/providers/Microsoft.Authorization/roleDefinitions/role-1`;
    const state = stateOf(
      NETWORK,
      inState('azurerm_monitor_diagnostic_setting.d', { id: `${scope}|logs`, name, target_resource_id: scope }),
      inState('azurerm_management_lock.l', { id: `${scope}/lock`, name, scope, lock_level: 'CanNotDelete' }),
      inState('azurerm_role_assignment.r', { id: `${scope}/r`, scope, principal_id: 'p', role_definition_id: role }),
      inState('azurerm_role_assignment.s', { id: `${scope}/s`, scope, principal_id: 'q', role_definition_id: role }),
    );
    const to = '${azurerm_virtual_network.N.id}';
    const { section, written } = await adoptionOf(
      state,
      stackOf({
        azurerm_virtual_network: { N: { ...STACK_NETWORK.N, resource_group_name: 'rg' } },
        azurerm_monitor_diagnostic_setting: { D: { name, target_resource_id: to } },
        azurerm_management_lock: { L: { name, scope: to, lock_level: 'CanNotDelete' } },
        azurerm_role_assignment: {
          R: {
            scope: to,
            principal_id: 'p',
            role_definition_id: '${join("/", [x])}/providers/Microsoft.Authorization/roleDefinitions/role-1',
          },
        },
      }),
    );
    expect(['replaced', 'undecided', 'open', 'created'].flatMap(section)).toEqual([]);
    expect(importsIn(written['Chat/import.tf'])).toEqual({
      'azurerm_virtual_network.N': NETWORK_ID,
      'azurerm_monitor_diagnostic_setting.D': `${scope}|logs`,
      'azurerm_management_lock.L': `${scope}/lock`,
      'azurerm_role_assignment.R': `${scope}/r`,
    });
    expect(section('left').map(({ subject }) => subject)).toEqual(['azurerm_role_assignment.s']);
  });

  test('a principal of an identity that Azure gives', async () => {
    const id = `${GROUP_ID}/providers/Microsoft.Web/sites/app`;
    const state = stateOf(
      inState('azurerm_linux_web_app.a', {
        ...IN_GROUP,
        id,
        name: 'app',
        identity: [{ type: 'SystemAssigned', principal_id: 'p', identity_ids: [] }],
      }),
      inState('azurerm_role_assignment.r', {
        id: `${id}/r`,
        scope: id,
        principal_id: 'p',
        role_definition_name: 'Reader',
      }),
    );
    const { json } = await adoptionOf(
      state,
      stackOf({
        azurerm_linux_web_app: { A: { ...IN_GROUP, name: 'app', identity: { type: 'SystemAssigned' } } },
        azurerm_role_assignment: {
          R: {
            scope: '${azurerm_linux_web_app.A.id}',
            principal_id: '${azurerm_linux_web_app.A.identity[0].principal_id}',
            role_definition_name: 'Reader',
          },
        },
      }),
    );
    expect(json.summary).toBe('Holds: takes over 2 of 2 resources of the state.');
  });

  test('subnets that azurerm 5 names by the id of their network, and zones that are looked up', async () => {
    const zoneId = `${GROUP_ID}/providers/Microsoft.Network/privateDnsZones/z`;
    const state = stateOf(
      NETWORK,
      inState('azurerm_private_dns_zone.z', { id: zoneId, name: 'z', resource_group_name: 'rg' }),
      inState('azurerm_private_dns_zone_virtual_network_link.l', {
        id: `${zoneId}/virtualNetworkLinks/link`,
        name: 'link',
        resource_group_name: 'rg',
        private_dns_zone_name: 'z',
        virtual_network_id: NETWORK_ID,
      }),
    );
    const stack = stackOf(
      {
        azurerm_private_dns_zone_virtual_network_link: {
          L: {
            name: 'link',
            private_dns_zone_id: '${data.azurerm_private_dns_zone.z.id}',
            virtual_network_id: '${data.azurerm_virtual_network.v.id}',
          },
        },
      },
      {
        terraform: { required_providers: { azurerm: { version: '~> 5.2' } } },
        data: {
          azurerm_private_dns_zone: { z: { name: 'z', resource_group_name: 'rg' } },
          azurerm_virtual_network: { v: { name: 'vnet', resource_group_name: 'rg' } },
        },
      },
    );
    const { section, json } = await adoptionOf(state, stack);
    expect(['replaced', 'open', 'undecided'].flatMap(section)).toEqual([]);
    expect(json.summary).toBe('Holds: takes over 1 of 3 resources of the state, 2 left over.');
  });

  test('instances by their keys', async () => {
    const state = stateOf(
      inState(
        'azurerm_resource_group.this["a"]',
        { id: `${GROUP_ID}-a`, name: 'rg-a', location: 'westeurope' },
        { type: 'azurerm_resource_group' },
      ),
      inState(
        'azurerm_resource_group.this["b"]',
        { id: `${GROUP_ID}-b`, name: 'rg-b', location: 'westeurope' },
        { type: 'azurerm_resource_group' },
      ),
      GROUP,
    );
    const stack = stackOf({
      azurerm_resource_group: {
        Each: { for_each: '${toset(["a", "b"])}', name: 'rg-${each.key}', location: 'westeurope' },
        Once: { count: 1, name: 'rg', location: 'westeurope' },
        Some: { count: '${var.n}', name: 'rg-b', location: 'westeurope' },
      },
    });
    const { section, written } = await adoptionOf(state, stack);
    expect(importsIn(written['Chat/import.tf'])).toEqual({
      'azurerm_resource_group.Each["a"]': `${GROUP_ID}-a`,
      'azurerm_resource_group.Each["b"]': `${GROUP_ID}-b`,
      'azurerm_resource_group.Once[0]': GROUP_ID,
    });
    expect(section('undecided').map(({ message }) => message)).toEqual([
      'how many instances azurerm_resource_group.Some has is only known when Terraform runs: count is var.n',
    ]);
    expect(removedIn(written['removed.tf'])).toEqual(['azurerm_resource_group.this', 'azurerm_resource_group.main']);
  });
});

describe('one state for both', () => {
  test('an address that has another name now is replaced, and what the stack lacks is forgotten', async () => {
    const stack = stackOf({ azurerm_resource_group: { main: { name: 'rg-new', location: 'westeurope' } } });
    const { section, written, exitCode } = await adoptionOf(stateOf(GROUP, NETWORK), stack, '--same-state');
    expect(exitCode).toBe(1);
    expect(section('replaced').map(({ code, message }) => `${code} ${message}`)).toEqual([
      'name is "rg" in the state and "rg-new" in the stack',
    ]);
    expect(removedIn(written['Chat/moved.tf'])).toEqual(['azurerm_virtual_network.main']);
    expect(written['Chat/moved.tf']).not.toContain('azurerm_resource_group.main');
  });

  test('is that of one stack', async () => {
    const stack = stackOf({ azurerm_resource_group: STACK_GROUP });
    const { stderr, exitCode } = await adoptionOf(stateOf(GROUP), { one: stack, two: stack }, '--same-state');
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      'secure-signalr: --same-state takes one stack, since one state is that of one; there are one, two\n',
    );
  });
});

describe('files that are something else are refused', () => {
  const stack = stackOf({ azurerm_resource_group: STACK_GROUP });
  const plan = { format_version: '1.2', resource_changes: [] };

  test.each([
    ['a plan', plan, stack, /^secure-signalr: state\.json is not a state; give what "terraform show -json" prints of/],
    ['no resources', stateOf(), stack, /^secure-signalr: state\.json has no resources; give the state that has what/],
    ['a raw state', { lineage: 'x', version: 4 }, stack, /is a raw state file of Terraform; run "terraform show -json/],
    [
      'a state twice',
      stateOf(GROUP),
      { Chat: stateOf(GROUP) },
      /cdk\.tf\.json is not a synthesized stack; give the folder/,
    ],
  ])('%s', async (_name, state, stacks, message) => {
    const { stderr, exitCode, written } = await adoptionOf(state, stacks);
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(2);
    expect(written).toEqual({});
  });
});

test('ids and keys are written so that Terraform reads nothing else in them', async () => {
  const id = `${GROUP_ID}/\${var.x}%{ if x }"\\\b`;
  const state = stateOf(inState('azurerm_resource_group.main', { id, name: 'rg', location: 'westeurope' }));
  const { written } = await adoptionOf(state, stackOf({ azurerm_resource_group: STACK_GROUP }));
  expect(written['Chat/import.tf']).toContain(`  id = "${GROUP_ID}/$\${var.x}%%{ if x }\\"\\\\\\u0008"\n`);
  const odd = stateOf(inState('azurerm_resource_group.main', { id: GROUP_ID, name: 'rg' }, { address: 'a.b\n}' }));
  const { section } = await adoptionOf(odd, stackOf({ azurerm_resource_group: STACK_GROUP }));
  expect(section('undecided')[0].message).toBe('a.b\n} is no address that Terraform reads');
});
