import { sharedLinkApproval } from '../../../../src/compliance/private/rules/shared-private-link/shared-link-approval';
import { sharedLinkSubresource } from '../../../../src/compliance/private/rules/shared-private-link/shared-link-subresource';
import { upstreamUsesSharedLink } from '../../../../src/compliance/private/rules/shared-private-link/upstream-uses-shared-link';
import { verdict } from '../../../support/compliance';
import { FUNCTION_APP_ID, SERVICE_ID, VAULT_ID } from '../../../support/links';
import { add, addService, stackWithService } from '../../../support/plain-azurerm';
import { newStack } from '../../../support/synth';

type Attributes = Record<string, unknown>;

const LINK = 'azurerm_signalr_shared_private_link_resource';

describe('SPL1', () => {
  const COMPLIANT = 'compliant: no upstream app is closed for the service';
  const CLOSED =
    'violated: warning [Upstream::0] upstream 0: Prod/App accepts nothing from the internet, and no shared private link connects to it [signalr/upstream-unreachable]';
  const unclear = (reason: string) => `unknown: upstream 0: ${reason} [signalr/upstream-unknown]`;
  const UNCLEAR = unclear('whether Prod/Link connects to the app is only known when Terraform runs');
  const outside = (host: string) => unclear(`${host} is not in the configuration`);
  const REFERENCE = 'https://${azurerm_linux_function_app.App.default_hostname}/api';
  const LITERAL = 'https://FUNC-chat.azurewebsites.net/api?code=x';
  const closed = { public_network_access_enabled: false };
  const app = '${azurerm_linux_function_app.App.id}';
  const rules = (...ip_restriction: object[]) => ({ site_config: [{ ip_restriction }] });
  const denying = (...ip_restriction: object[]) => ({
    site_config: [{ ip_restriction_default_action: 'Deny', ip_restriction }],
  });
  const refused = (by: string) =>
    `violated: warning [Upstream::0] upstream 0: ${by}, and no shared private link connects to the app [signalr/upstream-unreachable]`;
  const SIGNALR = { name: 'signalr', service_tag: 'AzureSignalR', priority: 200 };
  const NOBODY = refused('no access restriction of Prod/App allows Azure SignalR Service');
  const RULE = refused('the access restriction all of Prod/App denies Azure SignalR Service');
  const restrictedCases = (
    [
      ['restricted to nobody', denying(), NOBODY],
      [
        'restricted to others',
        denying({ ip_address: '10.0.0.0/8' }, { service_tag: 'AzureFrontDoor.Backend' }),
        NOBODY,
      ],
      ['restricted to a subnet', denying({ virtual_network_subnet_id: '/subnet' }), NOBODY],
      ['restricted to the service', denying(SIGNALR), COMPLIANT],
      ['restricted to Azure', denying({ service_tag: 'AzureCloud' }), COMPLIANT],
      ['restricted to all addresses', denying({ ip_address: '0.0.0.0/1,128.0.0.0/1' }), COMPLIANT],
      ['closed by a rule', rules({ name: 'all', ip_address: 'Any', action: 'Deny' }), RULE],
      ['closed by a rule after that of the service', rules(SIGNALR, { ip_address: 'Any', action: 'Deny' }), COMPLIANT],
      [
        'closed by a rule before that of the service',
        denying(SIGNALR, { name: 'all', ip_address: '0.0.0.0/0', action: 'Deny', priority: 100 }),
        RULE,
      ],
      ['open but for a private range', rules({ ip_address: '10.0.0.0/8', action: 'Deny' }), COMPLIANT],
      [
        'restricted to the service in a region',
        denying({ name: 'signalr', service_tag: 'AzureSignalR.WestEurope' }),
        unclear(
          'the access restriction signalr of Prod/App allows Azure SignalR Service, if it applies; whether it does is not known',
        ),
      ],
      [
        'restricted to what only Terraform knows',
        denying({ name: 'office', ip_address: '${var.office}' }),
        unclear(
          'the access restriction office of Prod/App allows Azure SignalR Service, if it applies; whether it does is not known: var.office decides',
        ),
      ],
      [
        'restricted by rules that only Terraform knows',
        { site_config: [{ ip_restriction_default_action: 'Deny', ip_restriction: '${var.rules}' }] },
        unclear('the access restrictions of Prod/App decide'),
      ],
      [
        'restricted by a default that only Terraform knows',
        { site_config: [{ ip_restriction_default_action: '${var.action}' }] },
        unclear('the access restrictions of Prod/App decide'),
      ],
    ] as const
  ).map(([title, attributes, expected]): [string, string, Attributes, undefined, string] => [
    title,
    REFERENCE,
    attributes,
    undefined,
    expected,
  ]);

  test.each<[string, string, Attributes, string | undefined, string]>([
    ['closed, by reference', REFERENCE, closed, undefined, CLOSED],
    ['closed, by name', LITERAL, closed, undefined, CLOSED],
    ['closed, with a link', REFERENCE, closed, app, COMPLIANT],
    ['closed, with a link by id', LITERAL, closed, FUNCTION_APP_ID, COMPLIANT],
    ['closed, with a link to something else', REFERENCE, closed, VAULT_ID, CLOSED],
    ['closed, with a link only Terraform knows', REFERENCE, closed, '${var.app}', UNCLEAR],
    ['public', REFERENCE, {}, undefined, COMPLIANT],
    [
      'only Terraform knows',
      REFERENCE,
      { public_network_access_enabled: '${var.x}' },
      undefined,
      unclear('the access restrictions of Prod/App decide'),
    ],
    ...restrictedCases,
    [
      'outside of the tree',
      'https://other.azurewebsites.net/api',
      closed,
      undefined,
      outside('other.azurewebsites.net'),
    ],
    [
      'outside of the tree, with a link',
      'https://other.azurewebsites.net',
      closed,
      FUNCTION_APP_ID.replace('func-chat', 'Other'),
      COMPLIANT,
    ],
    ['no app', 'https://api.contoso.com', closed, undefined, COMPLIANT],
    ['an address only Terraform knows', '${var.url}', closed, undefined, outside('${var.url}')],
    ['a host only Terraform knows', 'https://${var.host}/api', closed, undefined, outside('${var.host}')],
  ])('an upstream that is %s', (_, url_template, attributes, linked, expected) => {
    const stack = stackWithService({ service_mode: 'Serverless', upstream_endpoint: [{ url_template }] });
    const basics = { name: 'func-chat', resource_group_name: 'rg-upstream' };
    add(stack, 'azurerm_linux_function_app', 'App', { ...basics, ...attributes });
    const signalr_service_id = '${azurerm_signalr_service.Service.id}';
    if (linked) add(stack, LINK, 'Link', { signalr_service_id, target_resource_id: linked });
    expect(verdict(upstreamUsesSharedLink, stack)).toBe(expected);
  });

  test('a link of a service only Terraform knows, and an app in another stack', () => {
    const stack = newStack();
    const far = add(newStack('Apps', undefined, stack.node.root), 'azurerm_windows_function_app', 'Far', closed);
    const url_template = `https://${far.ref('default_hostname')}/api`;
    addService(stack, { service_mode: 'Serverless', upstream_endpoint: [{ url_template }] });
    expect(verdict(upstreamUsesSharedLink, stack)).toBe(CLOSED.replace('Prod/App', 'Apps/Far'));
    add(stack, LINK, 'Link', { signalr_service_id: '${var.service}', target_resource_id: far.ref() });
    expect(verdict(upstreamUsesSharedLink, stack)).toBe(UNCLEAR);
  });

  test.each<[Attributes, string]>([
    [
      { upstream_endpoint: [{ url_template: 'https://x' }] },
      'not applicable: only a Serverless service calls upstreams',
    ],
    [{ service_mode: 'Serverless' }, 'not applicable: the service calls no upstream'],
    [{ service_mode: 'Serverless', dynamic: { upstream_endpoint: {} } }, 'unknown: the upstreams are not known'],
  ])('of %j: %s', (attributes, expected) => {
    expect(verdict(upstreamUsesSharedLink, stackWithService(attributes))).toBe(expected);
  });
});

describe('SPL2', () => {
  const COMPLIANT = 'compliant: the link names what its target has';
  test.each<[string, unknown, Attributes, string]>([
    [FUNCTION_APP_ID, 'sites', {}, COMPLIANT],
    ['${azurerm_key_vault.Vault.id}', 'vault', {}, COMPLIANT],
    [VAULT_ID, 'sites', {}, 'violated: error [Subresource] sub_resource_name is sites, but a Key Vault has vault'],
    [
      SERVICE_ID,
      'signalr',
      {},
      'violated: error [Subresource] sub_resource_name is signalr, but an app has sites, sites-* and a Key Vault has vault',
    ],
    [
      FUNCTION_APP_ID,
      'sites',
      { sku: { name: 'Free_F1' } },
      'violated: error [Free] Prod/Service is Free_F1, which has no shared links',
    ],
    [FUNCTION_APP_ID, 'sites', { sku: { name: '${var.sku}' } }, 'unknown: sku.name of Prod/Service is not known'],
    ['${var.target}', 'sites', {}, 'unknown: the kind of the target is not known'],
    [VAULT_ID, '${var.name}', {}, 'unknown: sub_resource_name is not known'],
  ])('to %s as %s of %j: %s', (target_resource_id, sub_resource_name, service, expected) => {
    const stack = newStack();
    const signalr_service_id = addService(stack, service).ref();
    add(stack, 'azurerm_key_vault', 'Vault');
    add(stack, LINK, 'Link', { signalr_service_id, target_resource_id, sub_resource_name });
    expect(verdict(sharedLinkSubresource, stack)).toBe(expected);
  });

  test('of a service outside of the tree: unknown', () => {
    const stack = newStack();
    const link = { signalr_service_id: SERVICE_ID, target_resource_id: VAULT_ID, sub_resource_name: 'vault' };
    add(stack, LINK, 'Link', link);
    expect(verdict(sharedLinkSubresource, stack)).toBe('unknown: the configuration does not define the service');
  });
});

describe('SPL3', () => {
  const PENDING = 'violated: info the connection starts Pending, until the owner of the target approves it';
  const APPROVED = 'compliant: Terraform approves the connection';
  const type = 'Microsoft.Web/sites/privateEndpointConnections@2024-04-01';
  const bodyOf = (status: string) => ({ properties: { privateLinkServiceConnectionState: { status } } });
  const connections = { type, body: bodyOf('Approved') };
  const resource_id = `\${one([for x in y : x if x.z == ${LINK}.Link.name])}`;

  test.each<[string, Attributes | undefined, string]>([
    ['nobody', undefined, PENDING],
    ['a resource of azapi', { ...connections, resource_id }, APPROVED],
    [
      'a resource of azapi with its body as text',
      { type, resource_id, body: JSON.stringify(bodyOf('Approved')) },
      APPROVED,
    ],
    ['a resource of azapi that rejects it', { type, resource_id, body: bodyOf('Rejected') }, PENDING],
    ['a resource of azapi that sets no state', { type, resource_id }, PENDING],
    [
      'a resource of azapi whose state only Terraform knows',
      { type, resource_id, body: bodyOf('${var.status}') },
      'unknown: whose connection is approved is only known when Terraform runs',
    ],
    ['a resource of azapi for another link', { ...connections, resource_id: `\${${LINK}.Other.id}` }, PENDING],
    [
      'a resource of azapi for what only Terraform knows',
      { ...connections, resource_id: '${var.connection}' },
      'unknown: whose connection is approved is only known when Terraform runs',
    ],
    [
      'a resource of azapi for a connection with a known id',
      { ...connections, resource_id: '/subscriptions/0/sites/app/privateEndpointConnections/c' },
      PENDING,
    ],
    ['a resource of azapi that does something else', { ...connections, type: 'x', resource_id }, PENDING],
  ])('approved by %s', (_, approval, expected) => {
    const stack = newStack();
    add(stack, LINK, 'Link');
    if (approval) add(stack, 'azapi_update_resource', 'Approval', approval);
    expect(verdict(sharedLinkApproval, stack)).toBe(expected);
  });

  test('approved by a resource of azapi that may not be there', () => {
    const stack = newStack();
    add(stack, LINK, 'Link');
    add(stack, 'azapi_update_resource', 'Approval', { ...connections, resource_id }).addOverride(
      'count',
      '${var.count}',
    );
    expect(verdict(sharedLinkApproval, stack)).toBe(
      'unknown: whose connection is approved is only known when Terraform runs',
    );
  });

  test('approved in another stack', () => {
    const stack = newStack();
    const link = add(stack, LINK, 'Link');
    const other = newStack('Other', undefined, stack.node.root);
    add(other, 'azapi_update_resource', 'Approval', { ...connections, resource_id: link.ref('name') });
    expect(verdict(sharedLinkApproval, stack)).toBe(APPROVED);
  });
});
