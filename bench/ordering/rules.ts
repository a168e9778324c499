import { Edge, Step } from './graph';

/** Why one kind of resource must wait for another. */
export interface Rule {
  /** Pattern of the waiting type, without `azurerm_`. */
  readonly from: RegExp;
  /** Pattern of the type that it waits for, without `azurerm_`. */
  readonly to: RegExp;
  /** Pattern of the attribute that refers, or `depends_on`, or `state`. */
  readonly via: RegExp;
  readonly reason: string;
  readonly source: string;
  /**
   * `any` where the two only may not run at the same time, whichever comes first; `stage` where all of one kind come
   * after all of the other, one at a time.
   */
  readonly order?: 'any' | 'stage';
  /** Whether the rule speaks of these two resources; the types alone decide without it. */
  applies?(edge: Edge): boolean;
}

const ARM = 'https://learn.microsoft.com/azure/azure-resource-manager/templates/resource-dependency';
const AZURERM = 'https://github.com/hashicorp/terraform-provider-azurerm';
const ANY = /./;
const APP = /^(linux|windows)_(web|function)_app(_slot)?$|^function_app_flex_consumption$/;
const SERVICE = /^signalr_service$/;
const LINK = /^signalr_shared_private_link_resource$/;

/** The addresses that an attribute refers to, at any depth. */
const refers = (value: unknown) =>
  [...JSON.stringify(value ?? '').matchAll(/(?:data\.)?[a-z]+_[a-z_]+\.[\w-]+/g)].map(String);
const shares = (one: unknown, other: unknown) => refers(one).some((address) => refers(other).includes(address));
const subnetOf = ({ body }: Step) => [body.subnet_id, body.virtual_network_subnet_id, body.ip_configurations];
const ofOneSubnet = ({ from, to }: Edge) => shares(subnetOf(from), subnetOf(to));
const ofOneService = ({ from, to }: Edge) => shares(from.body.signalr_service_id, to.body.signalr_service_id);
const usesRole = ({ from, to }: Edge) => shares(from.body.identity, to.body.principal_id);

/** Rules of references: Terraform itself waits for what a value comes from. */
const REFERENCES: readonly Rule[] = [
  {
    from: ANY,
    to: /^(data\.)?resource_group$/,
    via: /resource_group_name$/,
    reason: 'A resource is created in a group that exists.',
    source: ARM,
  },
  {
    from: ANY,
    to: ANY,
    via: /^(virtual_network_name|network_security_group_name|route_table_name|private_dns_zone_name|private_dns_resolver_id|dns_forwarding_ruleset_id|service_plan_id|app_service_id|signalr_service_id|storage_account_id|cdn_frontdoor_(profile|endpoint|origin_group)_id)$/,
    reason: 'A part is created in its whole, which exists.',
    source: ARM,
  },
  {
    from: ANY,
    to: ANY,
    via: /^(subnet_id|subnet\.security_group|subnet\.route_table_id|virtual_network_subnet_id|ip_configurations\.subnet_id|virtual_network_id|remote_virtual_network_id|network_security_group_id|target_resource_id|log_analytics_workspace_id|workspace_id|resource_group_id|resource_id|policy_definition_id|policy_assignment_id|scopes|scope|action\.action_group_id|identity\.identity_ids|key_vault_reference_identity_id|storage_account_name|private_service_connection\.private_connection_resource_id|private_dns_zone_group\.private_dns_zone_ids|signalr_custom_certificate_id|private_dns_resolver_outbound_endpoint_ids|parent_id)$/,
    reason: 'Azure rejects the id of a resource that does not exist.',
    source: ARM,
  },
  {
    from: /^role_assignment$/,
    to: ANY,
    via: /^(principal_id|role_definition_id)$/,
    reason:
      'The principal is made by Azure; the subscription of the role is that of the scope, which is waited for anyway.',
    source: 'https://learn.microsoft.com/azure/role-based-access-control/role-assignments',
  },
  {
    from: /^signalr_service_network_acl$/,
    to: /^private_endpoint$/,
    via: /^private_endpoint\.id$/,
    reason: 'The list drops an endpoint that is not there yet, without an error.',
    source: `${AZURERM}/pull/12434`,
  },
  {
    from: APP,
    to: /^user_assigned_identity$/,
    via: /^app_settings\./,
    reason: 'The client id is made by Azure.',
    source: 'https://learn.microsoft.com/azure/azure-signalr/signalr-howto-authorize-managed-identity',
  },
  {
    from: APP,
    to: SERVICE,
    via: /^app_settings\./,
    reason: 'The host name is made by Azure; the app waits for its role on the service anyway.',
    source: 'https://learn.microsoft.com/azure/azure-signalr/concept-connection-string',
  },
  {
    from: APP,
    to: /^application_insights$/,
    via: /^site_config\.application_insights_connection_string$/,
    reason: 'The connection string is made by Azure.',
    source: 'https://learn.microsoft.com/azure/azure-monitor/app/connection-strings',
  },
  {
    from: SERVICE,
    to: /^key_vault$/,
    via: /^upstream_endpoint\.url_template$/,
    reason: 'The upstream names a secret of the vault; the service waits for its role on the vault anyway.',
    source: 'https://learn.microsoft.com/azure/azure-signalr/concept-upstream',
  },
  {
    from: /^dns_cname_record$/,
    to: SERVICE,
    via: /^record$/,
    reason: 'A record that points to a name which no one owns yet lets anyone take over the name.',
    source: 'https://learn.microsoft.com/azure/security/fundamentals/subdomain-takeover',
  },
  {
    from: SERVICE,
    to: /^cdn_frontdoor_endpoint$/,
    via: /^cors\.allowed_origins$/,
    reason: 'Azure makes a part of the host name from which browsers get their pages.',
    source: 'https://learn.microsoft.com/azure/frontdoor/endpoint',
  },
  {
    from: APP,
    to: /^cdn_frontdoor_profile$/,
    via: /^site_config\.ip_restriction\.headers\.x_azure_fdid$/,
    reason: 'The id by which the app knows its Front Door is made by Azure.',
    source: 'https://learn.microsoft.com/azure/frontdoor/origin-security',
  },
  {
    from: /^cdn_frontdoor_origin$/,
    to: APP,
    via: /^(host_name|origin_host_header)$/,
    reason: 'The host name is made by Azure.',
    source: 'https://learn.microsoft.com/azure/frontdoor/origin',
  },
  {
    from: /^cdn_frontdoor_route$/,
    to: /^cdn_frontdoor_origin$/,
    via: /^cdn_frontdoor_origin_ids$/,
    reason: 'Azure rejects a route while its group of origins is empty.',
    source: 'https://github.com/aztfmod/terraform-azurerm-caf/pull/2006',
  },
  {
    from: /^key_vault$/,
    to: /^data\.client_config$/,
    via: /^tenant_id$/,
    reason: 'The tenant is that of who runs Terraform.',
    source: 'https://learn.microsoft.com/azure/key-vault/general/authentication',
  },
  {
    from: LINK,
    to: SERVICE,
    via: /^request_message$/,
    reason: 'The message names the service, which is waited for anyway.',
    source: 'https://learn.microsoft.com/azure/azure-signalr/howto-shared-private-endpoints',
  },
  {
    from: /^azapi_update_resource$/,
    to: /^signalr_/,
    via: /^(lifecycle\.replace_triggered_by|body\.properties\.privateLinkServiceConnectionState\.description)$/,
    reason: 'The approval is of the connection that the link has opened.',
    source: 'https://learn.microsoft.com/azure/azure-signalr/howto-shared-private-endpoints',
  },
  {
    from: /_slot$/,
    to: APP,
    via: /^lifecycle\.replace_triggered_by$/,
    reason: 'A slot is a part of its app, and goes with it.',
    source: 'https://learn.microsoft.com/azure/app-service/deploy-staging-slots',
  },
  {
    from: ANY,
    to: /^data\.terraform_remote_state$/,
    via: ANY,
    reason: 'The value lies in the state of another stack.',
    source: 'https://developer.hashicorp.com/terraform/cdktf/concepts/stacks',
  },
  {
    from: /^data\.terraform_remote_state$/,
    to: ANY,
    via: /^state$/,
    reason: 'A stack is applied as a whole, before those that read its state.',
    source: 'https://developer.hashicorp.com/terraform/cdktf/concepts/stacks',
  },
];

/** Rules of edges that the library states, because no reference gives them. */
const STATED: readonly Rule[] = [
  {
    from: /^(private_endpoint|private_dns_resolver_(in|out)bound_endpoint)$/,
    to: /^subnet_.*_association$/,
    via: /^depends_on$/,
    applies: ofOneSubnet,
    reason: 'An association writes the whole subnet; Azure answers 409 to what joins the subnet meanwhile.',
    source: `${AZURERM}/issues/32089`,
  },
  {
    from: APP,
    to: /^subnet_.*_association$/,
    via: /^depends_on$/,
    applies: ofOneSubnet,
    reason: 'An association writes the whole subnet; Azure answers 409 to an app that joins the subnet meanwhile.',
    source: `${AZURERM}/issues/32089`,
  },
  {
    from: APP,
    to: APP,
    via: /^depends_on$/,
    order: 'any',
    applies: ofOneSubnet,
    reason:
      'Azure rejects two apps or slots that join one subnet at the same time, and azurerm does not separate them.',
    source: `${AZURERM}/issues/32089`,
  },
  {
    from: APP,
    to: /^role_assignment$/,
    via: /^depends_on$/,
    applies: usesRole,
    reason: 'An app starts as soon as it is created, and the service would reject it before its identity has the role.',
    source: 'https://learn.microsoft.com/azure/azure-signalr/signalr-howto-authorize-managed-identity',
  },
  {
    from: /^private_endpoint$/,
    to: /^private_dns_zone_virtual_network_link$/,
    via: /^depends_on$/,
    applies: ({ from, to }) => shares(from.body.private_dns_zone_group, to.body.private_dns_zone_name),
    reason:
      'A network whose zone is linked after the endpoint looks the name up publicly meanwhile, and keeps the answer.',
    source: 'https://learn.microsoft.com/azure/private-link/private-endpoint-dns',
  },
  {
    from: /^private_endpoint$/,
    to: /^private_endpoint$/,
    via: /^depends_on$/,
    order: 'any',
    applies: ({ from, to }) => shares(from.body.private_service_connection, to.body.private_service_connection),
    reason: 'Azure accepts one change of a SignalR service at a time; azurerm takes no lock for endpoints.',
    source: 'https://github.com/Azure/azure-rest-api-specs/issues/23986',
  },
  {
    from: LINK,
    to: /^signalr_service_network_acl$/,
    via: /^depends_on$/,
    order: 'stage',
    applies: ofOneService,
    reason: 'Azure accepts one change of a SignalR service at a time; azurerm takes no lock for shared private links.',
    source: 'https://github.com/Azure/azure-rest-api-specs/issues/23986',
  },
  {
    from: LINK,
    to: LINK,
    via: /^depends_on$/,
    order: 'any',
    applies: ofOneService,
    reason: 'Azure accepts one change of a SignalR service at a time; azurerm takes no lock for shared private links.',
    source: 'https://github.com/Azure/azure-rest-api-specs/issues/23986',
  },
  {
    from: /^data\.azapi_resource_list$/,
    to: LINK,
    via: /^depends_on$/,
    reason: 'The link opens the connection that is looked for in the list of its target.',
    source: 'https://learn.microsoft.com/azure/azure-signalr/howto-shared-private-endpoints',
  },
  {
    from: SERVICE,
    to: /^role_assignment$/,
    via: /^depends_on$/,
    applies: usesRole,
    reason: 'The service reads the secrets of its upstreams once it is created, and again only after 30 minutes.',
    source: 'https://learn.microsoft.com/azure/azure-signalr/concept-upstream',
  },
  {
    from: /^signalr_service_custom_certificate$/,
    to: /^role_assignment$/,
    via: /^depends_on$/,
    reason: 'The service reads the certificate from the vault while it is added.',
    source: 'https://learn.microsoft.com/azure/azure-signalr/howto-custom-domain',
  },
  {
    from: /^signalr_service_custom_certificate$/,
    to: LINK,
    via: /^depends_on$/,
    order: 'stage',
    applies: ofOneService,
    reason: 'Azure accepts one change of a SignalR service at a time.',
    source: 'https://github.com/Azure/azure-rest-api-specs/issues/23986',
  },
  {
    from: /^signalr_service_custom_certificate$/,
    to: /^azapi_update_resource$/,
    via: /^depends_on$/,
    reason: 'A vault that is closed to the internet is read through the link, once that is approved.',
    source: 'https://learn.microsoft.com/azure/azure-signalr/howto-custom-domain',
  },
  {
    from: /^signalr_service_custom_domain$/,
    to: /^dns_cname_record$/,
    via: /^depends_on$/,
    reason: 'Azure looks up the record while it adds the domain.',
    source: 'https://learn.microsoft.com/azure/azure-signalr/howto-custom-domain',
  },
  {
    from: /^signalr_service_custom_domain$/,
    to: /^signalr_service_custom_certificate$/,
    via: /^depends_on$/,
    applies: ofOneService,
    reason: 'Azure accepts one change of a SignalR service at a time.',
    source: 'https://github.com/Azure/azure-rest-api-specs/issues/23986',
  },
  {
    from: /policy_assignment$/,
    to: ANY,
    via: /^depends_on$/,
    reason: 'The assignment would deny a resource that is exempted from it, and an exemption needs the resource.',
    source: 'https://learn.microsoft.com/azure/governance/policy/concepts/exemption-structure',
  },
  {
    from: /^management_lock$/,
    to: ANY,
    via: /^depends_on$/,
    reason: 'A lock refuses changes of what it covers, so it comes last, and goes first.',
    source: 'https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources',
  },
];

/** All rules that force an edge; those of the library's own edges last. */
export const RULES: readonly Rule[] = [...REFERENCES, ...STATED];

/** The rule that forces an edge, if there is one. */
export function ruleOf(edge: Edge): Rule | undefined {
  const [from, to] = [edge.from, edge.to].map(({ type }) => shortName(type));
  return RULES.find(
    (rule) =>
      rule.from.test(from) && rule.to.test(to) && rule.via.test(edge.via) && (rule.applies ? rule.applies(edge) : true),
  );
}

/** A type as the rules and the document name it. */
export function shortName(type: string): string {
  return type.replace('azurerm_', '');
}
