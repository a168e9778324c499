import { SecurityProfile } from '../../../../src/compliance';
import { signalRNetworkAclConsistent } from '../../../../src/compliance/private/rules/network-access/signalr-network-acl-consistent';
import { signalRNetworkAclDefaultDeny } from '../../../../src/compliance/private/rules/network-access/signalr-network-acl-default-deny';
import { signalRNetworkAclDefined } from '../../../../src/compliance/private/rules/network-access/signalr-network-acl-defined';
import { signalRNoPublicServerTraffic } from '../../../../src/compliance/private/rules/network-access/signalr-no-public-server-traffic';
import { signalRPublicClients } from '../../../../src/compliance/private/rules/network-access/signalr-public-clients';
import { verdict, verdicts } from '../../../support/compliance';
import { SERVICE_ID } from '../../../support/links';
import { add, addService, stackWithService } from '../../../support/plain-azurerm';
import { newStack } from '../../../support/synth';

type Attributes = Record<string, unknown>;

const ACL = 'azurerm_signalr_service_network_acl';

/** A service with an access control list. */
function newList(list: Attributes, service: Attributes = {}) {
  const stack = newStack();
  const basics = { signalr_service_id: addService(stack, service).ref(), default_action: 'Deny', public_network: {} };
  add(stack, ACL, 'Acl', { ...basics, ...list });
  return stack;
}

describe('NAC1', () => {
  const LISTED = 'compliant: the service has an access control list';
  const OPEN =
    'violated: error no azurerm_signalr_service_network_acl belongs to the service, so every request type is public';

  test.each<[string, Attributes, string | undefined, string]>([
    ['no list', {}, undefined, OPEN],
    [
      'no list, but no public network',
      { public_network_access_enabled: false },
      undefined,
      'compliant: public_network_access_enabled is false',
    ],
    [
      'no list, and a public network only Terraform knows',
      { public_network_access_enabled: '${var.x}' },
      undefined,
      'unknown: public_network_access_enabled is not known',
    ],
    ['a list by reference', {}, '${azurerm_signalr_service.Service.id}', LISTED],
    ['a list by id', { name: 'SIGR-old' }, SERVICE_ID, LISTED],
    ['a list of another service', {}, SERVICE_ID, OPEN],
    [
      'a list only Terraform knows',
      {},
      '${var.service}',
      'unknown: whether Prod/Acl is for Prod/Service is only known when Terraform runs',
    ],
    [
      'a list of something else',
      {},
      SERVICE_ID.replace('signalR/', 'webPubSub/'),
      'violated: error no azurerm_signalr_service_network_acl belongs to the service, so every request type is public',
    ],
  ])('%s', (_, service, id, expected) => {
    const stack = stackWithService(service);
    if (id) add(stack, ACL, 'Acl', { signalr_service_id: id });
    expect(verdict(signalRNetworkAclDefined, stack)).toBe(expected);
  });

  test('a list in another stack', () => {
    const stack = newStack();
    const service = addService(stack);
    add(newStack('Lists', undefined, stack.node.root), ACL, 'Acl', { signalr_service_id: service.ref() });
    expect(verdict(signalRNetworkAclDefined, stack)).toBe(LISTED);
  });
});

test.each<[unknown, string]>([
  ['Deny', 'compliant: default_action is Deny'],
  ['Allow', 'violated: error default_action is Allow'],
  ['${var.action}', 'unknown: default_action is not known'],
  [undefined, 'unknown: default_action is not known'],
])('NAC2 of %s: %s', (action, expected) => {
  expect(verdict(signalRNetworkAclDefaultDeny, newList({ default_action: action }))).toBe(expected);
});

const allow = (...types: string[]) => ({ default_action: 'Deny', public_network: { allowed_request_types: types } });
const deny = (...types: string[]) => ({ default_action: 'Allow', public_network: [{ denied_request_types: types }] });

describe('NAC3', () => {
  const CLOSED = 'compliant: the public network may open none of ServerConnection, RESTAPI, Trace';
  const isPublic = (type: string) => `error [Public::${type}] the public network may open ${type}`;
  const isUnknown = (type: string) => `whether the public network may open ${type} is not known`;
  const all = ['ServerConnection', 'RESTAPI', 'Trace'];

  test.each<[Attributes, Attributes, string]>([
    [allow('ClientConnection'), {}, CLOSED],
    [{ public_network: undefined }, {}, CLOSED],
    [deny(...all), {}, CLOSED],
    [allow('ServerConnection', 'Trace'), {}, `violated: ${isPublic('ServerConnection')}; ${isPublic('Trace')}`],
    [deny('ServerConnection', 'Trace'), {}, `violated: ${isPublic('RESTAPI')}`],
    [{ default_action: 'Allow' }, {}, `violated: ${all.map(isPublic).join('; ')}`],
    [
      allow('RESTAPI'),
      { public_network_access_enabled: false },
      'compliant: public_network_access_enabled of the service is false',
    ],
    [
      allow('RESTAPI'),
      { public_network_access_enabled: '${var.x}' },
      'unknown: public_network_access_enabled of Prod/Service is var.x, which is only known when Terraform runs',
    ],
    [allow('ClientConnection'), { public_network_access_enabled: '${var.x}' }, CLOSED],
    [allow('ClientConnection', '${var.type}'), {}, `unknown: ${all.map(isUnknown).join('; ')}`],
    [{ public_network: { allowed_request_types: '${var.types}' } }, {}, `unknown: ${all.map(isUnknown).join('; ')}`],
    [
      { public_network: { denied_request_types: ['${var.type}', 'Trace'] } },
      {},
      `unknown: ${all.slice(0, 2).map(isUnknown).join('; ')}`,
    ],
    [{ default_action: '${var.action}' }, {}, `unknown: ${all.map(isUnknown).join('; ')}`],
    [{ dynamic: { public_network: {} } }, {}, `unknown: ${all.map(isUnknown).join('; ')}`],
  ])('of %j for the service %j: %s', (list, service, expected) => {
    expect(verdict(signalRNoPublicServerTraffic, newList(list, service))).toBe(expected);
  });
});

describe('NAC4', () => {
  test.each<[SecurityProfile, Attributes, string]>([
    [
      SecurityProfile.PUBLIC_CLIENTS,
      allow('ClientConnection'),
      'not applicable: the profile publicClients does not require it',
    ],
    [
      SecurityProfile.ISOLATED,
      allow('ClientConnection'),
      'violated: error [Public::ClientConnection] the public network may open ClientConnection',
    ],
    [SecurityProfile.ISOLATED, allow(), 'compliant: the public network may open none of ClientConnection'],
    [
      SecurityProfile.ISOLATED,
      allow('${var.x}'),
      'unknown: whether the public network may open ClientConnection is not known',
    ],
  ])('in the profile %s, of %j: %s', (profile, list, expected) => {
    expect(verdict(signalRPublicClients, newList(list), profile)).toBe(expected);
  });
});

describe('NAC6', () => {
  const COMPLIANT = 'compliant: azurerm accepts the list';
  const both = { allowed_request_types: ['Trace'], denied_request_types: ['RESTAPI'] };

  test.each<[Attributes, string]>([
    [{ ...allow('ClientConnection'), private_endpoint: [{ id: 'x', allowed_request_types: ['RESTAPI'] }] }, COMPLIANT],
    [deny('Trace'), COMPLIANT],
    [{ default_action: '${var.action}' }, COMPLIANT],
    [
      { ...allow('Trace'), default_action: 'Allow' },
      'violated: error [Allowed::the public network] the public network has allowed types, but default_action is Allow',
    ],
    [
      { ...deny('Trace'), default_action: 'Deny' },
      'violated: error [Denied::the public network] the public network has denied types, but default_action is Deny',
    ],
    [
      { public_network: both, private_endpoint: [{ id: 'x' }, { id: 'y', ...both }] },
      'violated: error [Both::the public network] the public network has allowed and denied types; error [Both::private endpoint 1] private endpoint 1 has allowed and denied types',
    ],
    [
      { ...allow('Trace'), default_action: '${var.action}' },
      'unknown: whether the rules of the public network fit default_action is not known',
    ],
    [
      { public_network: { allowed_request_types: '${var.x}' } },
      'unknown: whether the rules of the public network fit default_action is not known',
    ],
    [{ dynamic: { private_endpoint: {} } }, 'unknown: the rules of the list are not known'],
  ])('of %j: %s', (list, expected) => {
    expect(verdict(signalRNetworkAclConsistent, newList(list))).toBe(expected);
  });

  test('finds two lists of one service, also of one outside of the tree', () => {
    const stack = newStack();
    ['One', 'Two'].forEach((id) => add(stack, ACL, id, { signalr_service_id: SERVICE_ID, default_action: 'Deny' }));
    expect(verdicts(signalRNetworkAclConsistent, stack)).toEqual([
      'Prod/One violated: error [Second::Prod/Two] Prod/Two is a list of the same service, and only one of the two applies',
      'Prod/Two violated: error [Second::Prod/One] Prod/One is a list of the same service, and only one of the two applies',
    ]);
  });

  test.each([
    [
      'a service that only Terraform knows',
      { signalr_service_id: '${var.x}' },
      'whether Prod/Two is a list of the same service is not known',
    ],
    [
      'a count that only Terraform knows',
      { signalr_service_id: SERVICE_ID },
      'how many instances Prod/Two has is only known when Terraform runs: count is var.x',
    ],
  ])('does not know whether a second list is one of the service, with %s', (title, attributes, because) => {
    const stack = newStack();
    add(stack, ACL, 'One', { signalr_service_id: SERVICE_ID, default_action: 'Deny' });
    const two = add(stack, ACL, 'Two', { ...attributes, default_action: 'Deny' });
    if (title.startsWith('a count')) two.addOverride('count', '${var.x}');
    expect(verdicts(signalRNetworkAclConsistent, stack)).toContain(`Prod/One unknown: ${because}`);
  });
});
