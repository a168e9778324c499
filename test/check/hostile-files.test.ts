import { assess } from '../../src/check/private/assessment';
import { Estate } from '../../src/check/private/reading/estate';
import { SourcePlaces } from '../../src/check/private/source-places';
import { Verdict } from '../../src/connectivity';
import { TerraformModel } from '../../src/model/terraform-model';
import { estateOfJson, pathsOf } from '../support/terraform-files';

const SECRET = 'SENSITIVE-MARKER';
const IN_GROUP = '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers';
const CHAT = `${IN_GROUP}/Microsoft.SignalRService/signalR/sigr-chat`;
const APP = `${IN_GROUP}/Microsoft.Web/sites/func`;

function resource(type: string, values: object, sensitive: object = {}): object {
  return { address: `${type}.this`, type, mode: 'managed', values, sensitive_values: sensitive };
}

function stateOf(...resources: object[]) {
  return estateOfJson({ format_version: '1.0', values: { root_module: { resources } } });
}

/** What the rules say of a resource, by rule. */
function findingsOf(model: TerraformModel, path: string): Map<string, string> {
  const io = { cwd: '/', env: {}, readFolder: () => undefined } as unknown as ConstructorParameters<
    typeof SourcePlaces
  >[0];
  const { compliance } = assess(model, { places: new SourcePlaces(io, []) });
  return new Map(compliance.findings.filter((each) => each.path === path).map(({ rule, reason }) => [rule, reason]));
}

describe('what nobody may read', () => {
  test('is not named, also where it is an id of something outside of the files', () => {
    const network = `/subscriptions/${SECRET}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet`;
    const values = { virtual_network_id: network, name: 'link' };
    const { missing } = stateOf(
      resource('azurerm_private_dns_zone_virtual_network_link', values, { virtual_network_id: true }),
    );
    expect(missing).toEqual([]);
  });

  test.each([
    ['known', { app_settings: { KEY: `x${SECRET}` } }, {}],
    ['not known', {}, { app_settings: true }],
  ])('is not read from a configuration in JSON, where the value is %s', (_, after, unknown) => {
    const type = 'azurerm_linux_web_app';
    const { after: model } = estateOfJson({
      format_version: '1.2',
      resource_changes: [
        {
          address: `${type}.this`,
          type,
          change: { after, after_unknown: unknown, after_sensitive: { app_settings: true } },
        },
      ],
      configuration: {
        root_module: {
          resources: [
            {
              address: `${type}.this`,
              expressions: { app_settings: { constant_value: `\${var.x}${SECRET}`, references: ['var.x'] } },
            },
          ],
        },
      },
    });
    expect(model.resources(type)[0].at('app_settings').json).toBe('${var.x}');
  });
});

test('what is nested deeper than any plan is refused', () => {
  const nested = '['.repeat(100_000) + ']'.repeat(100_000);
  const text = `{"format_version":"1.0","values":{"x":${nested}}}`;
  expect(() => Estate.of([{ name: 'state.json', text }])).toThrow(
    'state.json is nested in more than 200 levels; run "terraform show -json FILE" and give what it prints',
  );
});

describe('values of other kinds than azurerm writes', () => {
  test('leave a security rule open', () => {
    const { after } = stateOf(
      resource('azurerm_network_security_rule', {
        direction: 'Inbound',
        access: 'Allow',
        source_address_prefix: { toString: 'x' },
        source_address_prefixes: 7,
        source_port_range: { toString: null },
      }),
    );
    const findings = findingsOf(after, 'azurerm_network_security_rule.this');
    expect([...findings.values()].filter((reason) => reason.includes('the rule failed'))).toEqual([]);
    expect(findings.size).toBeGreaterThan(0);
  });

  test('leave open what a role permits', () => {
    const { after } = stateOf(
      resource('azurerm_role_definition', { id: 'role', name: 'x', permissions: [{ actions: [1, { a: 1 }] }] }),
      resource('azurerm_role_assignment', { scope: CHAT, role_definition_id: 'role', principal_id: 'x' }),
    );
    const findings = findingsOf(after, 'azurerm_role_assignment.this');
    expect([...findings.values()].filter((reason) => reason.includes('the rule failed'))).toEqual([]);
  });
});

test('an approval by a message that is not known may be that of any link', () => {
  const upstream_endpoint = [{ url_template: 'https://func.azurewebsites.net/x', category_pattern: ['*'] }];
  const link = { signalr_service_id: CHAT, target_resource_id: APP, request_message: 'please', status: 'Pending' };
  const state = (description: string, sensitive: object) =>
    stateOf(
      resource('azurerm_signalr_service', {
        id: CHAT,
        name: 'sigr-chat',
        service_mode: 'Serverless',
        upstream_endpoint,
      }),
      resource('azurerm_linux_function_app', { id: APP, name: 'func', public_network_access_enabled: false }),
      resource('azurerm_signalr_shared_private_link_resource', link),
      resource(
        'azapi_update_resource',
        {
          type: 'Microsoft.Web/sites/privateEndpointConnections@2024-04-01',
          resource_id: `${APP}/privateEndpointConnections/x`,
          body: { properties: { privateLinkServiceConnectionState: { status: 'Approved', description } } },
        },
        sensitive,
      ),
    );
  const verdictOf = (description: string, sensitive: object) =>
    pathsOf(state(description, sensitive).after).find(({ requestType }) => requestType === 'Upstream')!.verdict;
  const marks = { body: { properties: { privateLinkServiceConnectionState: { description: true } } } };
  expect(verdictOf('please', {})).toBe(Verdict.ALLOWED);
  expect(verdictOf('something else', {})).not.toBe(Verdict.ALLOWED);
  expect(verdictOf('please', marks)).toBe(Verdict.UNKNOWN);
});
