import { estateOfJson } from '../../support/terraform-files';

type Json = Record<string, unknown>;

const ENDPOINTS = ['one', 'other'];
const REFERENCES = ENDPOINTS.map((name) => ({
  references: [`azurerm_private_endpoint.${name}.id`, `azurerm_private_endpoint.${name}`],
}));
const SERVER = { allowed_request_types: ['ServerConnection'], denied_request_types: [] };
const NOTHING = { allowed_request_types: null, denied_request_types: null };

/** An access control list with some blocks in a plan that creates it, and what the configuration writes. */
function listOf(planned: Json[], written: object, ids: Record<string, string> = {}): unknown {
  const change = (type: string, name: string, after: object, unknown: object) => ({
    address: `${type}.${name}`,
    type,
    change: { actions: ['create'], before: null, after, after_unknown: { id: true, ...unknown } },
  });
  const type = 'azurerm_signalr_service_network_acl';
  const configured = [
    { address: `${type}.list`, expressions: { private_endpoint: written } },
    ...ENDPOINTS.map((name) => ({ address: `azurerm_private_endpoint.${name}`, expressions: {} })),
  ];
  const { after } = estateOfJson({
    format_version: '1.2',
    resource_changes: [
      change(
        type,
        'list',
        { private_endpoint: planned },
        { private_endpoint: planned.map(({ id }) => (id ? {} : { id: true })) },
      ),
      ...ENDPOINTS.map((name) =>
        change('azurerm_private_endpoint', name, { name, id: ids[name] }, ids[name] ? { id: false } : {}),
      ),
    ],
    configuration: { root_module: { resources: configured } },
  });
  return after
    .resources(type)[0]
    .blocks('private_endpoint')
    ?.map((block) => block.at('id').json);
}

const UNKNOWN = '${azurerm_signalr_service_network_acl.list.private_endpoint.id}';
const [ONE, OTHER] = ENDPOINTS.map((name) => `\${azurerm_private_endpoint.${name}.id}`);

describe('a block of a set that a plan sorts', () => {
  const types = { allowed_request_types: { constant_value: ['ServerConnection'] } };

  test('has what is left where another one has what only that can have', () => {
    const written = [{ id: REFERENCES[0], ...types }, { id: REFERENCES[1] }];
    expect(listOf([NOTHING, SERVER], written)).toEqual([OTHER, ONE]);
  });

  test('may have any of what is alike', () => {
    const written = REFERENCES.map((id) => ({ id, ...types }));
    expect(listOf([SERVER, SERVER], written)).toEqual([ONE, OTHER]);
  });

  test('is alike where one has an empty list and the other none', () => {
    const written = [{ id: REFERENCES[0], allowed_request_types: { constant_value: [] } }, { id: REFERENCES[1] }];
    expect(listOf([{ ...NOTHING, allowed_request_types: [] }, NOTHING], written)).toEqual([ONE, OTHER]);
  });

  test('has what leads to the id that it has, and the other one what is left', () => {
    const id = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/one';
    const written = REFERENCES.map((each) => ({ id: each }));
    expect(listOf([NOTHING, { ...NOTHING, id }], written, { one: id })).toEqual([OTHER, ONE]);
  });

  test('is not known where a dynamic block may have made it', () => {
    expect(listOf([SERVER, NOTHING], [{ id: REFERENCES[0] }])).toEqual([UNKNOWN, UNKNOWN]);
  });

  test('has what a configuration in JSON gives in one list, also where azurerm adds to it', () => {
    const written = {
      constant_value: [{ id: ONE, allowed_request_types: ['ServerConnection'], block: [{ a: 1 }] }, { id: OTHER }],
      references: REFERENCES.flatMap(({ references }) => references),
    };
    expect(listOf([NOTHING, { ...SERVER, block: [{ a: 1, b: null }] }], written)).toEqual([OTHER, ONE]);
  });
});

test('a list names an endpoint letter for letter, and other things in any letters', () => {
  const id = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pep';
  const resource = (type: string, values: object) => ({ address: `${type}.this`, type, mode: 'managed', values });
  const { after } = estateOfJson({
    format_version: '1.0',
    values: {
      root_module: {
        resources: [
          resource('azurerm_private_endpoint', { id, name: 'pep' }),
          resource('azurerm_signalr_service_network_acl', { private_endpoint: [{ id: id.toUpperCase() }, { id }] }),
          resource('azurerm_monitor_diagnostic_setting', { target_resource_id: id.toUpperCase() }),
        ],
      },
    },
  });
  const [list] = after.resources('azurerm_signalr_service_network_acl');
  const reference = '${azurerm_private_endpoint.this.id}';
  expect(list.blocks('private_endpoint')!.map((block) => block.at('id').json)).toEqual([id.toUpperCase(), reference]);
  const [setting] = after.resources('azurerm_monitor_diagnostic_setting');
  expect(setting.at('target_resource_id').json).toBe(reference);
});

test('a map that is an attribute of something else may hold anything', () => {
  const { after } = estateOfJson({
    format_version: '1.2',
    resource_changes: ['azurerm_signalr_service', 'azurerm_linux_web_app'].map((type) => ({
      address: `${type}.this`,
      type,
      change: { actions: ['create'], after: {}, after_unknown: { app_settings: true, hostname: true } },
    })),
    configuration: {
      root_module: {
        resources: [
          { address: 'azurerm_signalr_service.this', expressions: {} },
          {
            address: 'azurerm_linux_web_app.this',
            expressions: { app_settings: { references: ['azurerm_signalr_service.this.hostname'] } },
          },
        ],
      },
    },
  });
  expect(after.resources('azurerm_linux_web_app')[0].at('app_settings').entries).toBeUndefined();
});
