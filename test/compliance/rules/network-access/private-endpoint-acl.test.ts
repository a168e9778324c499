import { TerraformStack } from 'cdktf';
import { signalRPrivateEndpointAcl } from '../../../../src/compliance/private/rules/network-access/signalr-private-endpoint-acl';
import { verdict } from '../../../support/compliance';
import { SERVICE_ID, VAULT_ID } from '../../../support/links';
import { add, addService } from '../../../support/plain-azurerm';
import { inSubscription, newStack } from '../../../support/synth';

type Attributes = Record<string, unknown>;

const ACL = 'azurerm_signalr_service_network_acl';
const ENDPOINT_ID = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pep-a';

function addEndpoint(stack: TerraformStack, id: string, target: string, subresource = 'signalr') {
  const connection = {
    is_manual_connection: false,
    private_connection_resource_id: target,
    subresource_names: [subresource],
  };
  const basics = { name: `pep-${id.toLowerCase()}`, resource_group_name: 'rg' };
  return add(stack, 'azurerm_private_endpoint', id, { ...basics, private_service_connection: [connection] });
}

/** A service with the endpoint A, and a list with rules of endpoints. */
function newList(rules: Attributes[], service: Attributes = {}, list: Attributes = {}) {
  const stack = inSubscription(newStack());
  const target = addService(stack, service).ref();
  addEndpoint(stack, 'A', target);
  add(stack, ACL, 'Acl', { signalr_service_id: target, default_action: 'Deny', private_endpoint: rules, ...list });
  return stack;
}

const A = '${azurerm_private_endpoint.A.id}';
const rulesOf = (id: string, ...types: string[]) => ({ id, allowed_request_types: types });
const COMPLIANT = 'compliant: all private endpoints have rules, and allow servers';
const missing = (path: string) => `error [Missing::${path}] the list has no rules for ${path}`;
const blocked = (type: string, first = type) =>
  `error [Blocked::${type}] no private endpoint allows ${type}: no rule of the private endpoint names ${first}, and the default action denies it (Prod/Acl) [nac/denied]`;
const MAY_BE_BLOCKED =
  'whether a private endpoint allows ServerConnection is not known: what Prod/Acl allows is only known when Terraform runs [nac/unknown]';

const SERVERS = ['ServerConnection', 'RESTAPI'];
const NO_KEYS = { local_auth_enabled: false };
const NO_REST =
  'no rule of the private endpoint names RESTAPI, and the default action denies it (Prod/Acl) [nac/denied]';
const NEEDS_REST = 'whether servers need RESTAPI, which no private endpoint with ServerConnection allows, is not known';
const noKey = (severity: string, reason: string) =>
  `violated: ${severity} [Blocked::RESTAPI] no private endpoint with ServerConnection allows RESTAPI, by which a server with an identity gets its key: ${reason}`;

test.each<[string, Attributes[], Attributes, string]>([
  ['a hub server gets through', [rulesOf(A, ...SERVERS)], {}, COMPLIANT],
  ['an endpoint by its id', [rulesOf(ENDPOINT_ID, ...SERVERS)], {}, COMPLIANT],
  ['functions get through', [rulesOf(A, 'RESTAPI')], { service_mode: 'Serverless' }, COMPLIANT],
  ['a Classic service needs either', [rulesOf(A, 'RESTAPI')], { service_mode: 'Classic' }, COMPLIANT],
  [
    'another endpoint is for servers',
    [rulesOf(A, 'ClientConnection'), rulesOf('${azurerm_private_endpoint.Hub.id}', ...SERVERS)],
    {},
    COMPLIANT,
  ],
  ['a hub server gets no key', [rulesOf(A, 'ServerConnection')], NO_KEYS, noKey('error', NO_REST)],
  ['a hub server may have a key', [rulesOf(A, 'ServerConnection')], {}, noKey('warning', NO_REST)],
  [
    'a hub server gets its key at another endpoint than it connects to',
    [rulesOf(A, 'RESTAPI'), rulesOf('${azurerm_private_endpoint.Hub.id}', 'ServerConnection')],
    NO_KEYS,
    noKey('error', 'the list does not allow RESTAPI [nac/denied]'),
  ],
  [
    'a hub server gets through one of two endpoints',
    [rulesOf(A, ...SERVERS), rulesOf('${azurerm_private_endpoint.Hub.id}', 'ServerConnection')],
    NO_KEYS,
    COMPLIANT,
  ],
  ['all servers have a key', [rulesOf(A, 'ServerConnection')], { aad_auth_enabled: false }, COMPLIANT],
  [
    'a hub server of a Classic service gets no key',
    [rulesOf(A, 'ServerConnection')],
    { ...NO_KEYS, service_mode: 'Classic' },
    noKey('error', NO_REST),
  ],
  [
    'a variable decides whether servers have a key',
    [rulesOf(A, 'ServerConnection')],
    { local_auth_enabled: '${var.keys}' },
    `unknown: ${NEEDS_REST}: local_auth_enabled is var.keys, which is only known when Terraform runs`,
  ],
  [
    'a variable decides whether servers sign in with an identity',
    [rulesOf(A, 'ServerConnection')],
    { ...NO_KEYS, aad_auth_enabled: '${var.entra}' },
    `unknown: ${NEEDS_REST}: aad_auth_enabled is var.entra, which is only known when Terraform runs`,
  ],
  ['no rules', [], {}, `violated: ${missing('Prod/A')}`],
  [
    'rules of another endpoint',
    [rulesOf(ENDPOINT_ID.replace('pep-a', 'pep-b'), ...SERVERS)],
    {},
    `violated: ${missing('Prod/A')}`,
  ],
  ['servers are blocked', [rulesOf(A, 'RESTAPI')], {}, `violated: ${blocked('ServerConnection')}`],
  [
    'functions are blocked',
    [rulesOf(A, 'ServerConnection')],
    { service_mode: 'Serverless' },
    `violated: ${blocked('RESTAPI')}`,
  ],
  [
    'a Classic service lets neither in',
    [rulesOf(A)],
    { service_mode: 'Classic' },
    `violated: ${blocked('ServerConnection or RESTAPI', 'ServerConnection')}`,
  ],
  [
    'live traces get through',
    [rulesOf(A, ...SERVERS, 'Trace')],
    {},
    'violated: warning [Trace::Prod/A] Prod/A allows live traces',
  ],
  [
    'live traces get through an unknown endpoint',
    [rulesOf(A, ...SERVERS), rulesOf('${var.id}', 'Trace')],
    {},
    'violated: warning [Trace::private endpoint 1] private endpoint 1 allows live traces',
  ],
  [
    'the endpoint may be another',
    [rulesOf('${var.id}', ...SERVERS)],
    {},
    'unknown: whether Prod/A has rules is not known',
  ],
  ['the types are not known', [{ id: A, allowed_request_types: '${var.types}' }], {}, `unknown: ${MAY_BE_BLOCKED}`],
  [
    'the mode is not known',
    [rulesOf(A, 'ServerConnection')],
    { service_mode: '${var.mode}' },
    'unknown: the mode of the service is not known',
  ],
])('NAC5: %s', (_, rules, service, expected) => {
  expect(verdict(signalRPrivateEndpointAcl, newList(rules, service))).toBe(expected);
});

test('NAC5: everything gets through an endpoint without rules of its own where the default is Allow', () => {
  const stack = newList([{ id: A }], {}, { default_action: 'Allow' });
  expect(verdict(signalRPrivateEndpointAcl, stack)).toBe('violated: warning [Trace::Prod/A] Prod/A allows live traces');
});

test('NAC5 knows nothing of dynamic rules', () => {
  const stack = newList([], {}, { private_endpoint: undefined, dynamic: { private_endpoint: {} } });
  expect(verdict(signalRPrivateEndpointAcl, stack)).toBe('unknown: the rules of private endpoints are not known');
});

test('NAC5 is not applicable without endpoints; those of other targets do not count', () => {
  const stack = newStack();
  addEndpoint(stack, 'OfVault', VAULT_ID, 'vault');
  addEndpoint(stack, 'OfUnknown', '${var.target}', 'vault');
  add(stack, ACL, 'Acl', { signalr_service_id: addService(stack).ref(), default_action: 'Deny' });
  expect(verdict(signalRPrivateEndpointAcl, stack)).toBe('not applicable: the service has no private endpoint');
});

test('NAC5 matches endpoints of another stack with a service outside of the tree, whose mode it does not know', () => {
  const stack = newStack();
  const endpoint = addEndpoint(newStack('Other', undefined, stack.node.root), 'Far', SERVICE_ID.toUpperCase());
  const list = (...private_endpoint: Attributes[]) => ({
    signalr_service_id: SERVICE_ID,
    default_action: 'Deny',
    private_endpoint,
  });
  const acl = add(stack, ACL, 'Acl', list());
  expect(verdict(signalRPrivateEndpointAcl, stack)).toBe(`violated: ${missing('Other/Far')}`);
  acl.addOverride('private_endpoint', [rulesOf(endpoint.ref(), ...SERVERS)]);
  expect(verdict(signalRPrivateEndpointAcl, stack)).toBe('unknown: the mode of the service is not known');
});
