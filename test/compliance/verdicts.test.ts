import { Testing } from 'cdktf';
import { IConstruct } from 'constructs';
import { EXAMPLES } from '../../examples/stacks';
import { AppHost, AppNetwork, appservice, network, signalr } from '../../src';
import { ComplianceStatus, SecurityBaseline, SecurityProfile } from '../../src/compliance';
import { CATALOGUE } from '../../src/compliance/private/rules/catalogue';
import { newApp } from '../support/app';
import { addInsecureChat } from '../support/insecure-chat';
import { add } from '../support/plain-azurerm';
import { newStack } from '../support/synth';

/** The ids of the rules that have a status nowhere in some constructs, in no profile. */
function rulesWithout(status: ComplianceStatus, scopes: IConstruct[]): string[] {
  const findings = scopes.flatMap((scope) =>
    Object.values(SecurityProfile).flatMap((profile) =>
      SecurityBaseline.evaluate(scope, { profile }).withStatus(status),
    ),
  );
  const found = new Set(findings.map(({ rule }) => rule));
  return CATALOGUE.map(({ id }) => id).filter((id) => !found.has(id));
}

/** What the stack of azurerm's documentation does right, or does not have: every part is connected wrongly. */
function addMisconnectedChat() {
  const stack = newStack();
  const inGroup = { resource_group_name: 'rg', location: 'centralus' };
  const sku = { name: 'Standard_S1', capacity: 1 };
  const open = add(stack, 'azurerm_signalr_service', 'Open', {
    ...inGroup,
    name: 'open',
    sku,
    aad_auth_enabled: false,
  });
  const listed = add(stack, 'azurerm_signalr_service', 'Listed', {
    ...inGroup,
    name: 'listed',
    sku,
    service_mode: 'Serverless',
    upstream_endpoint: [{ url_template: 'https://app-private.azurewebsites.net/api' }],
  });
  add(stack, 'azurerm_signalr_service_network_acl', 'Acl', {
    signalr_service_id: listed.ref(),
    default_action: 'Allow',
    public_network: { allowed_request_types: ['ClientConnection'] },
  });
  add(stack, 'azurerm_signalr_service_custom_certificate', 'Certificate', {
    name: 'certificate',
    signalr_service_id: open.ref(),
    custom_certificate_id: 'https://example.com/certificate',
  });

  const virtualNetwork = add(stack, 'azurerm_virtual_network', 'Network', {
    ...inGroup,
    name: 'vnet',
    address_space: ['10.0.0.0/24'],
  });
  const subnet = add(stack, 'azurerm_subnet', 'Subnet', {
    name: 'snet',
    resource_group_name: 'rg',
    virtual_network_name: virtualNetwork.ref('name'),
    address_prefixes: ['10.0.0.0/29'],
  });
  const securityGroup = add(stack, 'azurerm_network_security_group', 'SecurityGroup', { ...inGroup, name: 'nsg' });
  add(stack, 'azurerm_subnet_network_security_group_association', 'Association', {
    subnet_id: subnet.ref(),
    network_security_group_id: securityGroup.ref(),
  });
  const zone = add(stack, 'azurerm_private_dns_zone', 'Zone', {
    name: 'privatelink.service.signalr.net',
    resource_group_name: 'rg',
  });
  const other = add(stack, 'azurerm_virtual_network', 'Other', {
    ...inGroup,
    name: 'other',
    address_space: ['10.1.0.0/24'],
  });
  add(stack, 'azurerm_private_dns_zone_virtual_network_link', 'Link', {
    name: 'link',
    resource_group_name: 'rg',
    private_dns_zone_name: zone.ref('name'),
    virtual_network_id: other.ref(),
    registration_enabled: true,
  });
  add(stack, 'azurerm_private_endpoint', 'Endpoint', {
    ...inGroup,
    name: 'pep',
    subnet_id: subnet.ref(),
    private_service_connection: {
      name: 'c',
      is_manual_connection: false,
      private_connection_resource_id: listed.ref(),
      subresource_names: ['sites'],
    },
    private_dns_zone_group: { name: 'default', private_dns_zone_ids: [zone.ref()] },
  });

  const app = add(stack, 'azurerm_linux_web_app', 'App', {
    ...inGroup,
    name: 'app-private',
    service_plan_id: 'plan',
    virtual_network_subnet_id: subnet.ref(),
    public_network_access_enabled: false,
    site_config: { cors: { allowed_origins: ['*'] } },
    app_settings: { WEBSITE_DNS_SERVER: '10.9.0.4' },
  });
  add(stack, 'azurerm_signalr_shared_private_link_resource', 'SharedLink', {
    name: 'link',
    signalr_service_id: open.ref(),
    target_resource_id: app.ref(),
    sub_resource_name: 'vault',
  });
  return stack;
}

/** What the examples do not show: nothing over the internet, a second worker, a secret with its dates, Azure's DNS. */
function addIsolatedChat() {
  const { stack } = newApp({
    networkAccess: signalr.NetworkAccess.privateOnly(),
    host: AppHost.linuxWebApp({
      accessRestrictions: appservice.AccessRestrictions.privateEndpointOnly(),
      appSettings: { WEBSITE_DNS_SERVER: '168.63.129.16' },
    }),
    network: AppNetwork.define({
      integrationRules: [
        network.SecurityRule.deny({
          name: 'DenyInternetOutbound',
          direction: network.RuleDirection.OUTBOUND,
          priority: 4000,
          protocol: network.RuleProtocol.ANY,
          destination: network.RuleAddress.serviceTag('Internet'),
        }),
      ],
    }),
  });
  add(stack, 'azurerm_service_plan', 'Plan', { sku_name: 'P1v3', worker_count: 2, zone_balancing_enabled: true });
  add(stack, 'azurerm_key_vault_secret', 'Secret', {
    value_wo: 'x',
    content_type: 'text/plain',
    expiration_date: '2099-12-31T00:00:00Z',
  });
  return stack;
}

test('every rule is violated by a stack that is written without care', () => {
  const insecure = newStack();
  addInsecureChat(insecure);
  expect(rulesWithout(ComplianceStatus.VIOLATED, [insecure, addMisconnectedChat()])).toEqual([]);
});

test('every rule finds compliant what the examples and an isolated architecture define', () => {
  const examples = Object.values(EXAMPLES).map((addStacks) => {
    const app = Testing.app();
    addStacks(app);
    return app;
  });
  expect(rulesWithout(ComplianceStatus.COMPLIANT, [...examples, addIsolatedChat()])).toEqual([]);
});
