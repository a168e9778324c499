import { SecurityProfile } from '../../../../src/compliance';
import { REGISTRY_RULES } from '../../../../src/compliance/private/rules/registry';
import { Case, checkRule } from '../../../support/compliance';
import { add, PlainData } from '../../../support/plain-azurerm';

const REGISTRY = 'azurerm_container_registry';
const [registryClosed, pullsImage] = REGISTRY_RULES;

/** A registry, and an endpoint to it where one is given. */
const one =
  (attributes: object, endpoint?: object): Case[1] =>
  (s) => {
    const basics = { name: 'crcontoso', resource_group_name: 'rg', sku: 'Premium' };
    const registry = add(s, REGISTRY, 'Registry', { ...basics, ...attributes });
    if (endpoint) {
      add(s, 'azurerm_private_endpoint', 'Endpoint', {
        private_service_connection: { private_connection_resource_id: registry.ref(), ...endpoint },
      });
    }
  };
const closed = { public_network_access_enabled: false };
const OPEN = 'public_network_access_enabled is not false, and network_rule_set.default_action is not Deny';
const LONE = 'Registry: warning [Endpoint] it is closed, and no private endpoint connects to it';
const rules = (...ranges: string[]) => ({
  network_rule_set: [{ default_action: 'Deny', ip_rule: ranges.map((ip_range) => ({ action: 'Allow', ip_range })) }],
});
const runtime = (attribute: string, by: string) => `${attribute} is ${by}, which is only known when Terraform runs`;

checkRule(registryClosed, [
  ['a closed one with an endpoint', one(closed, {}), ['Registry: compliant']],
  ['azurerm’s own defaults', one({}), [`Registry: info [Network] ${OPEN}`]],
  ['the same, isolated', one({}), [`Registry: warning [Network] ${OPEN}`], SecurityProfile.ISOLATED],
  [
    'passwords and anonymous pull',
    one({ ...closed, admin_enabled: true, anonymous_pull_enabled: true }, {}),
    ['Registry: warning [Admin] admin_enabled is true', 'Registry: warning [Anonymous] anonymous_pull_enabled is true'],
  ],
  [
    'passwords of which only Terraform knows',
    one({ ...closed, admin_enabled: '${var.admin}' }, {}),
    ['Registry: unknown, admin_enabled is only known when Terraform runs'],
  ],
  ['named ranges', one(rules('203.0.113.0/28')), ['Registry: compliant']],
  [
    'named ranges, isolated',
    one(rules('203.0.113.0/28')),
    ['Registry: warning [Ranges] network_rule_set.ip_rule allows 203.0.113.0/28 from the internet'],
    SecurityProfile.ISOLATED,
  ],
  [
    'ranges of everybody',
    one(rules('0.0.0.0/1', '128.0.0.0/1')),
    ['Registry: info [Ranges] network_rule_set.ip_rule allows 0.0.0.0/1 from the internet'],
  ],
  [
    'ranges that only Terraform knows',
    one(rules('${var.range}')),
    [`Registry: unknown, ${runtime('network_rule_set.ip_rule', 'var.range')}`],
  ],
  [
    'ranges of which only Terraform knows how many there are',
    one({
      network_rule_set: [{ default_action: 'Deny', dynamic: { ip_rule: { for_each: '${var.ranges}', content: {} } } }],
    }),
    [`Registry: unknown, ${runtime('network_rule_set.ip_rule', 'dynamic')}`],
  ],
  [
    'an action that only Terraform knows',
    one({ network_rule_set: [{ default_action: '${var.action}' }] }),
    [`Registry: unknown, ${runtime('network_rule_set.default_action', 'var.action')}`],
  ],
  [
    'an access that only Terraform knows',
    one({ public_network_access_enabled: '${var.open}' }),
    [`Registry: unknown, ${runtime('public_network_access_enabled', 'var.open')}`],
  ],
  ['a closed one without an endpoint', one(closed), [LONE]],
  [
    'an endpoint to what only Terraform knows',
    one(closed, { private_connection_resource_id: '${var.id}' }),
    ['Registry: unknown, what Prod/Endpoint connects to is not known, since var.id is only known when Terraform runs'],
  ],
]);

/** What a case of the pull changes. */
interface Change {
  readonly app?: object;
  readonly site?: object;
  readonly registry?: object;
  readonly role?: object;
  readonly link?: string | false;
  readonly rule?: object;
  readonly location?: string;
  readonly zone?: string;
  readonly isLookedUp?: boolean;
}

/** Hand-written Terraform: a container whose registry is reached through an endpoint in another subnet of its network. */
const pulling =
  (change: Change = {}): Case[1] =>
  (s) => {
    const group = { resource_group_name: 'rg', location: change.location ?? 'centralus' };
    const vnet = add(s, 'azurerm_virtual_network', 'Network', {
      name: 'vnet',
      address_space: ['10.0.0.0/24'],
      ...group,
    });
    const subnet = (id: string, range: string) =>
      add(s, 'azurerm_subnet', id, {
        name: id.toLowerCase(),
        private_endpoint_network_policies: 'NetworkSecurityGroupEnabled',
        virtual_network_name: vnet.ref('name'),
        resource_group_name: 'rg',
        address_prefixes: [range],
      });
    const apps = subnet('Apps', '10.0.0.0/26');
    const endpoints = subnet('Endpoints', '10.0.0.64/27');
    const data = { name: 'crcontoso', resource_group_name: 'rg' };
    const registry = change.isLookedUp
      ? new PlainData(s, REGISTRY, 'Registry', data)
      : add(s, REGISTRY, 'Registry', {
          name: 'crcontoso',
          ...group,
          public_network_access_enabled: false,
          ...change.registry,
        });
    const zone = add(s, 'azurerm_private_dns_zone', 'Zone', {
      name: change.zone ?? 'privatelink.azurecr.io',
      resource_group_name: 'rg',
    });
    if (change.link !== false) {
      add(s, 'azurerm_private_dns_zone_virtual_network_link', 'Link', {
        name: 'link',
        resource_group_name: 'rg',
        private_dns_zone_name: zone.ref('name'),
        virtual_network_id: change.link ?? vnet.ref(),
      });
    }
    add(s, 'azurerm_private_endpoint', 'Endpoint', {
      name: 'pep',
      ...group,
      subnet_id: endpoints.ref(),
      private_service_connection: {
        name: 'registry',
        private_connection_resource_id: registry.ref(),
        subresource_names: ['registry'],
        is_manual_connection: false,
      },
      private_dns_zone_group: { name: 'default', private_dns_zone_ids: [zone.ref()] },
    });
    if (change.rule) {
      const denied = {
        name: 'deny',
        priority: 100,
        direction: 'Inbound',
        protocol: '*',
        source_address_prefix: '*',
        source_port_range: '*',
        destination_address_prefix: '*',
        destination_port_range: '*',
        ...change.rule,
      };
      const nsg = add(s, 'azurerm_network_security_group', 'Group', { name: 'nsg', ...group, security_rule: [denied] });
      add(s, 'azurerm_subnet_network_security_group_association', 'Association', {
        subnet_id: endpoints.ref(),
        network_security_group_id: nsg.ref(),
      });
    }
    const identity = add(s, 'azurerm_user_assigned_identity', 'Identity', { name: 'id', ...group });
    add(s, 'azurerm_user_assigned_identity', 'Other', { name: 'other', ...group });
    if (change.role) {
      add(s, 'azurerm_role_assignment', 'Role', {
        scope: registry.ref(),
        role_definition_name: 'AcrPull',
        principal_id: identity.ref('principal_id'),
        ...change.role,
      });
    }
    add(s, 'azurerm_linux_web_app', 'App', {
      name: 'app',
      ...group,
      virtual_network_subnet_id: apps.ref(),
      vnet_image_pull_enabled: true,
      identity: { type: 'UserAssigned', identity_ids: [identity.ref()] },
      site_config: {
        container_registry_use_managed_identity: true,
        container_registry_managed_identity_client_id: identity.ref('client_id'),
        vnet_route_all_enabled: true,
        application_stack: {
          docker_image_name: 'chat:1',
          docker_registry_url: `https://${registry.ref('login_server')}`,
        },
        ...change.site,
      },
      ...change.app,
    });
  };
const image = (docker_registry_url: string) => ({
  site: { application_stack: { docker_image_name: 'chat:1', docker_registry_url } },
});
const PULLS = { role: {} };
const NO_ROLE = 'App: warning [Role] no role permits its identity to pull images of Prod/Registry';

checkRule(pullsImage, [
  [
    'code',
    pulling({ site: { application_stack: { dotnet_version: '10.0' } } }),
    ['App: not applicable, it runs no container'],
  ],
  ['a role and a private path', pulling(PULLS), ['App: compliant']],
  ['the registry by its name', pulling({ ...PULLS, ...image('https://crContoso.azurecr.io') }), ['App: compliant']],
  [
    'a registry of others',
    pulling(image('https://mcr.microsoft.com')),
    ['App: not applicable, its image is in no registry of the configuration'],
  ],
  [
    'a registry that only Terraform knows',
    pulling(image('${var.registry}')),
    ['App: unknown, the registry of its image is var.registry, which is only known when Terraform runs'],
  ],
  ['no role', pulling(), [NO_ROLE]],
  [
    'a role of another identity than the named one',
    pulling({
      ...PULLS,
      site: { container_registry_managed_identity_client_id: '${azurerm_user_assigned_identity.Other.client_id}' },
    }),
    [NO_ROLE],
  ],
  [
    'a role of an identity that is not named',
    pulling({ ...PULLS, site: { container_registry_managed_identity_client_id: undefined } }),
    [NO_ROLE],
  ],
  [
    'a client id that only Terraform knows',
    pulling({ ...PULLS, site: { container_registry_managed_identity_client_id: '${var.client}' } }),
    ['App: compliant'],
  ],
  [
    'a role on what only Terraform knows',
    pulling({ role: { scope: '${var.scope}' } }),
    [
      'App: unknown, whether its identity may pull images of Prod/Registry is not known: whether the scope of Prod/Role holds it is not known',
    ],
  ],
  [
    'a registry of Azure for the US government',
    pulling({ ...PULLS, location: 'usgovvirginia', zone: 'privatelink.azurecr.us' }),
    ['App: compliant'],
  ],
  [
    'a registry of Azure in China by its name',
    pulling({ ...PULLS, location: 'chinanorth3', zone: 'privatelink.azurecr.cn', ...image('crcontoso.azurecr.cn/') }),
    ['App: compliant'],
  ],
  [
    'a registry whose name only Terraform knows',
    pulling({ ...PULLS, registry: { name: '${var.name}' }, ...image('https://crcontoso.azurecr.io') }),
    ['App: unknown, whether its image is in Prod/Registry is not known'],
  ],
  ['a role that pushes', pulling({ role: { role_definition_name: 'AcrPush' } }), ['App: compliant']],
  ['a role on the group', pulling({ role: { scope: '/subscriptions/0/resourceGroups/rg' } }), ['App: compliant']],
  [
    'a role on another registry',
    pulling({
      role: { scope: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/crother' },
    }),
    [NO_ROLE],
  ],
  ['a role of another service', pulling({ role: { role_definition_name: 'SignalR App Server' } }), [NO_ROLE]],
  [
    'a role of which nothing is known',
    pulling({ role: { role_definition_name: '${var.role}' } }),
    [
      'App: unknown, whether its identity may pull images of Prod/Registry is not known: whether the role of Prod/Role pulls images is not known',
    ],
  ],
  [
    'a password',
    pulling({
      ...PULLS,
      site: {
        application_stack: { docker_image_name: 'chat:1', docker_registry_url: 'crcontoso.azurecr.io' },
        container_registry_use_managed_identity: false,
      },
    }),
    [
      'App: warning [Identity] site_config.container_registry_use_managed_identity is not true, so it needs a password to pull',
    ],
  ],
  [
    'a zone without a link',
    pulling({ ...PULLS, link: false }),
    [
      'App: warning [Path] Prod/Registry: no private DNS zone for crcontoso.privatelink.azurecr.io is linked to Prod/Network, so public DNS answers [dns/not-linked]',
    ],
  ],
  [
    'the same in front of an open registry',
    pulling({ ...PULLS, link: false, registry: { public_network_access_enabled: true } }),
    ['App: compliant'],
  ],
  [
    'no subnet',
    pulling({ ...PULLS, app: { virtual_network_subnet_id: undefined } }),
    ['App: warning [Path] it calls out through no subnet, and Prod/Registry has private endpoints for its callers'],
  ],
  ['a registry that is looked up', pulling({ ...PULLS, isLookedUp: true }), ['App: compliant']],
  ['the same without a role', pulling({ isLookedUp: true }), [NO_ROLE]],
  [
    'the same without a link, where others may reach it over the internet',
    pulling({ ...PULLS, isLookedUp: true, link: false }),
    [
      'App: unknown, whether its image gets here is not known, Prod/Registry: no private DNS zone for crcontoso.privatelink.azurecr.io is linked to Prod/Network, so public DNS answers [dns/not-linked]',
    ],
  ],
  [
    'a security group in the way',
    pulling({ ...PULLS, rule: { access: 'Deny' } }),
    [
      'App: warning [Path] Prod/Registry: security rule "deny" (Prod/Group) denies HTTPS from subnet "apps" (Prod/Apps) to private endpoint "pep" (Prod/Endpoint) [network/denied]',
    ],
  ],
  [
    'an unknown subnet',
    pulling({ ...PULLS, app: { virtual_network_subnet_id: '${var.subnet}' } }),
    [
      'App: unknown, whether its image gets here is not known, Prod/Registry: the network of Prod/App is not known: var.subnet is only known when Terraform runs [dns/unknown]',
    ],
  ],
]);
