/** How a typical duration is known. */
export enum Basis {
  /** Read in an apply log that someone published. */
  LOG = 'log',
  /** A fixed wait that azurerm itself adds, seen with 4.55.0 against an Azure that answers at once. */
  FIXED_WAIT = 'fixed wait',
  /** Estimated: from the total of azurerm's own acceptance tests, which create, read and destroy, or from like types. */
  ESTIMATE = 'estimate',
}

/** How long Terraform typically waits for a resource that it creates. */
export interface Duration {
  readonly seconds: number;
  readonly basis: Basis;
  readonly source: string;
}

const AZURERM = 'https://github.com/hashicorp/terraform-provider-azurerm';
const STEAMPIPE = 'https://github.com/turbot/steampipe-plugin-azure';
const WORKSHOP = 'https://github.com/eficode-academy/terraform-fundamentals';

const log = (seconds: number, source: string): Duration => ({ seconds, basis: Basis.LOG, source });
const fixed = (seconds: number, source: string): Duration => ({ seconds, basis: Basis.FIXED_WAIT, source });
const estimate = (seconds: number, source: string): Duration => ({ seconds, basis: Basis.ESTIMATE, source });

/** No rule of azurerm tells the length of this wait; it was the time of the whole creation. */
const SEEN = 'seen with azurerm 4.55.0 where Azure answered at once';
const ONE_CALL = estimate(5, 'one call that Azure answers at once');
const READING = estimate(2, 'one reading call');
const FRONT_DOOR = `${AZURERM}/pull/32980: 1,415 s for a whole Front Door with destruction, which takes most of it`;
const POLLED_ONCE = estimate(12, 'one call and the first poll, which azurerm makes after 10 s');

/**
 * Typical durations of creation in seconds, by type of resource.
 *
 * They say which chain is the longest, and by how much; no run is promised to take so long. The timeouts in azurerm's
 * documentation are limits, not durations, so none is used here.
 */
export const DURATIONS: Readonly<Record<string, Duration>> = {
  azurerm_resource_group: fixed(20, SEEN),
  azurerm_user_assigned_identity: ONE_CALL,
  azurerm_role_assignment: fixed(25, 'azurerm 4.55 reads a new assignment five times, 5 s apart'),
  azurerm_log_analytics_workspace: estimate(45, 'polled every 10 s; like the workspaces of published logs'),
  azurerm_application_insights: POLLED_ONCE,
  azurerm_monitor_diagnostic_setting: ONE_CALL,
  azurerm_monitor_action_group: ONE_CALL,
  azurerm_monitor_metric_alert: fixed(120, SEEN),

  azurerm_virtual_network: POLLED_ONCE,
  azurerm_subnet: log(43, `${AZURERM}/pull/28112: subnets that wait for the lock of their network`),
  azurerm_network_security_group: POLLED_ONCE,
  azurerm_network_security_rule: POLLED_ONCE,
  azurerm_subnet_network_security_group_association: POLLED_ONCE,
  azurerm_route_table: POLLED_ONCE,
  azurerm_route: POLLED_ONCE,
  azurerm_virtual_network_peering: fixed(20, 'azurerm 4.55 waits 15 s before it asks for the state of a peering'),

  azurerm_private_dns_zone: estimate(35, `${AZURERM}/pull/32765: 150 s for zone, record and destruction`),
  azurerm_private_dns_zone_virtual_network_link: estimate(35, `${AZURERM}/pull/18045: 418 s with destruction`),
  azurerm_dns_cname_record: ONE_CALL,
  azurerm_dns_a_record: ONE_CALL,
  azurerm_public_ip: POLLED_ONCE,
  azurerm_application_gateway: estimate(480, `${STEAMPIPE}/pull/316: more than 480 s, of the older kind`),
  azurerm_private_dns_resolver: estimate(45, 'like other polled resources of Microsoft.Network'),
  azurerm_private_dns_resolver_inbound_endpoint: estimate(90, 'takes an address in its subnet, as an endpoint does'),
  azurerm_private_dns_resolver_outbound_endpoint: estimate(90, 'takes an address in its subnet, as an endpoint does'),
  azurerm_private_dns_resolver_dns_forwarding_ruleset: estimate(35, 'like a zone'),
  azurerm_private_dns_resolver_forwarding_rule: ONE_CALL,
  azurerm_private_dns_resolver_virtual_network_link: estimate(35, 'like the link of a zone'),
  azurerm_private_endpoint: estimate(75, `${AZURERM}/pull/33298: 262 to 317 s with network and destruction`),

  azurerm_signalr_service: estimate(120, `${AZURERM}/pull/33372: 142 to 263 s with group and destruction`),
  azurerm_signalr_service_network_acl: estimate(45, `${AZURERM}/pull/12434: 820 s with network, endpoint, destruction`),
  azurerm_signalr_shared_private_link_resource: estimate(
    75,
    `${AZURERM}/pull/16187: 570 s with target and destruction`,
  ),
  azurerm_signalr_service_custom_certificate: estimate(60, 'changes the service, whose changes take about a minute'),
  azurerm_signalr_service_custom_domain: fixed(200, 'azurerm 4.55 asks for the state 20 times, 10 s apart'),
  azapi_update_resource: estimate(30, 'reads and writes a connection, and polls the target'),

  azurerm_service_plan: log(18, `${WORKSHOP}: 18 s; ${STEAMPIPE}/pull/259: 13 s`),
  azurerm_linux_web_app: log(59, WORKSHOP),
  azurerm_linux_web_app_slot: estimate(60, 'like a web app'),
  azurerm_linux_function_app: estimate(60, 'like a web app'),
  azurerm_storage_account: log(39, `${STEAMPIPE}/pull/306: 39 s; ${STEAMPIPE}/pull/300: 36 s`),
  azurerm_storage_container: ONE_CALL,
  azurerm_key_vault: estimate(35, `${STEAMPIPE}/pull/306: more than 30 s; not the 120 s of one open to the public`),

  azurerm_cdn_frontdoor_profile: estimate(45, FRONT_DOOR),
  azurerm_cdn_frontdoor_endpoint: estimate(20, FRONT_DOOR),
  azurerm_cdn_frontdoor_origin_group: estimate(20, FRONT_DOOR),
  azurerm_cdn_frontdoor_origin: estimate(45, FRONT_DOOR),
  azurerm_cdn_frontdoor_route: estimate(45, FRONT_DOOR),

  azurerm_policy_set_definition: fixed(95, SEEN),
  azurerm_resource_group_policy_assignment: fixed(
    95,
    'azurerm 4.55 reads a new assignment 20 times, until all reads agree',
  ),
  azurerm_resource_policy_exemption: ONE_CALL,
  azurerm_management_lock: fixed(110, SEEN),

  'data.azapi_resource_list': READING,
  'data.azurerm_client_config': READING,
  'data.azurerm_container_registry': READING,
  'data.azurerm_log_analytics_workspace': READING,
  'data.azurerm_resource_group': READING,
  'data.azurerm_subnet': READING,
  'data.azurerm_user_assigned_identity': READING,
  'data.azurerm_virtual_network': READING,
  'data.terraform_remote_state': estimate(15, 'a run of Terraform of its own begins: it starts and plans'),
};
