import { TerraformStack } from 'cdktf';
import { classBasedFunctions } from './class-based-functions';
import { denyLists } from './deny-lists';
import { gatewayChat } from './gateway-chat';
import { hubAndSpokeBaseline } from './hub-and-spoke-baseline';
import { privateBroadcast } from './private-broadcast';
import { privateChat } from './private-chat';

/** An estate that somebody has published, written with this library. */
export interface Estate {
  /** Its file beside this one. */
  readonly name: string;
  readonly define: (stack: TerraformStack) => void;
  /** Where it is published, as a link. */
  readonly source: string;
  readonly form: string;
  /** How many lines of code the published one has for the same resources; none where people do it by hand. */
  readonly lines?: number;
  /** Names that it has in Azure, as `type: name`, by which it must be possible to take it over. */
  readonly names: readonly string[];
  /** Names of what it has not, which this library adds. */
  readonly added: readonly string[];
  /** Whether the program names all that exists; otherwise the names that it leaves to the library are not listed. */
  readonly leavesNames?: true;
  /** Lines that set what no option sets, and why. */
  readonly overrides: readonly string[];
  /** Who reaches the service: origin, what its name resolves to, and verdicts of client, server, REST and trace. */
  readonly paths: readonly string[];
  /** What the baseline finds with severity error, or does not know. */
  readonly findings: readonly string[];
  /** Codes of what synth warns of. */
  readonly warnings: readonly string[];
}

const RULES = ['AllowAppsInbound', 'DenyAllInbound'].map((name) => `azurerm_network_security_rule: ${name}`);
const OUTBOUND = ['AllowAzureSignalROutbound', 'AllowPrivateEndpointsOutbound'].map(
  (name) => `azurerm_network_security_rule: ${name}`,
);
const SIGNALR_ZONE = 'azurerm_private_dns_zone: privatelink.service.signalr.net';
const ZONE_GROUP = 'azurerm_private_endpoint.private_dns_zone_group: default';
const HUB_NET = 'sec-baseline-hub-eus2-vnet-eslztest-dev';
const SPOKE = 'sec-baseline-spoke-eus2';
const CHAT = 'signalrchat-prod-plc';

/** Names of an endpoint, its connection and its network interface. */
const endpoint = (name: string, connection: string, nic?: string) => [
  `azurerm_private_endpoint: ${name}`,
  `azurerm_private_endpoint.private_service_connection: ${connection}`,
  ...(nic ? [`azurerm_private_endpoint.custom_network_interface_name: ${nic}`] : []),
];

export const ESTATES: readonly Estate[] = [
  {
    name: 'gateway-chat',
    define: gatewayChat,
    source: '[azure-signalr-example](https://github.com/nhatthaiquang-agilityio/azure-signalr-example)',
    form: 'Terraform',
    lines: 128,
    names: [
      'azurerm_network_security_group: example-security-group',
      SIGNALR_ZONE,
      'azurerm_private_dns_zone_virtual_network_link: signalr-dns-link',
      ...endpoint('pe-signalr-test-example', 'pe-signalr-test-example', 'nic-signalr-test-example'),
      'azurerm_private_endpoint.ip_configuration: pv-endpoint-ip-config',
      'azurerm_private_endpoint.private_dns_zone_group: signalr-dns-zone-group',
      'azurerm_signalr_service: signalr-test-example',
      'azurerm_subnet.delegation: example-delegation',
      'azurerm_subnet: subnet-apim-az-signalr',
      'azurerm_subnet: subnet-int-az-signalr',
      'azurerm_subnet: subnet-pe-az-signalr',
      'azurerm_virtual_network: az-signalr-vn-vnet',
    ],
    added: RULES,
    overrides: [],
    paths: ['internet public - - - -', 'private endpoint private + + + -'],
    // The published estate has a security group that it attaches to no subnet, and sends no logs.
    findings: ['NET1 Network/ApiManagement/Resource', 'NET1 Network/Internal/Resource', 'LOG1 SignalR/Resource'],
    warnings: [],
  },
  {
    name: 'private-broadcast',
    define: privateBroadcast,
    source: 'a module of a larger estate',
    form: 'Terraform',
    lines: 39,
    names: [
      'azurerm_signalr_service: sigr-aiutility',
      ...endpoint('sigr-aiutility-pe', 'sigr-aiutility-psc'),
      ZONE_GROUP,
    ],
    added: ['azurerm_monitor_diagnostic_setting: sigr-aiutility-logs'],
    overrides: [],
    paths: ['internet public - - - -', 'private endpoint unknown + - + +'],
    findings: [],
    warnings: [],
  },
  {
    name: 'deny-lists',
    define: denyLists,
    source:
      '[Azure Verified Module](https://github.com/Azure/bicep-registry-modules/tree/main/avm/res/signal-r-service/signal-r/tests/e2e/max)',
    form: 'Bicep',
    lines: 110,
    names: [
      'azurerm_management_lock: myCustomLockName',
      SIGNALR_ZONE,
      'azurerm_private_dns_zone_virtual_network_link: dep-avm-vnet-srssrmax-vnetlink',
      ...endpoint('pep-avm-srssrmax-001-signalr-0', 'avm-srssrmax-001-signalr-0'),
      ZONE_GROUP,
      'azurerm_resource_group: dep-avm-signalrservice.signalr-srssrmax-rg',
      'azurerm_signalr_service: avm-srssrmax-001',
      'azurerm_subnet: defaultSubnet',
      'azurerm_user_assigned_identity: dep-avm-msi-srssrmax',
      'azurerm_virtual_network: dep-avm-vnet-srssrmax',
    ],
    added: [],
    overrides: [],
    paths: ['internet public + + - -', 'private endpoint private + - + -'],
    findings: [
      'LOG1 SignalR/Resource',
      'NAC2 SignalR/NetworkAcl',
      'NAC3[Public::ServerConnection] SignalR/NetworkAcl',
      'NAC5[Blocked::ServerConnection] SignalR/NetworkAcl',
      'NET1 Network/Subnet/Resource',
    ],
    warnings: ['nac/entra-needs-rest'],
  },
  {
    name: 'class-based-functions',
    define: classBasedFunctions,
    source:
      '[AzureSignalR-samples](https://github.com/aspnet/AzureSignalR-samples/tree/main/samples/DotnetIsolated-ClassBased)',
    form: 'two CLI scripts and 15 steps in the portal',
    names: [
      'azurerm_function_app_flex_consumption: myserverlessfunc',
      'azurerm_key_vault: my-unique-keyvault',
      'azurerm_resource_group: myResourceGroup',
      'azurerm_signalr_service: mySignalRName',
      'azurerm_storage_account: mystorageaccount',
    ],
    added: [],
    leavesNames: true,
    overrides: [],
    paths: ['internet public + - - -', 'subnet private - - + -', 'private endpoint private - - + -'],
    findings: [],
    warnings: ['core/provider-settings'],
  },
  {
    name: 'private-chat',
    define: privateChat,
    source: '[SignalR-Chat](https://github.com/smereczynski/SignalR-Chat)',
    form: 'Bicep',
    lines: 933,
    names: [
      `azurerm_linux_web_app: ${CHAT}`,
      `azurerm_log_analytics_workspace: law-${CHAT}`,
      `azurerm_monitor_diagnostic_setting: diagnostics-${CHAT}`,
      `azurerm_monitor_diagnostic_setting: diagnostics-sigr-${CHAT}`,
      'azurerm_network_security_group: nsg-10-2-0-0--27',
      'azurerm_network_security_group: nsg-10-2-0-32--27',
      ...['redis-', '', 'sigr-'].flatMap((kind) => [
        ...endpoint(`pe-${kind}${CHAT}`, `pe-${kind}${CHAT}-connection`, `nic-pe-${kind}${CHAT}`),
        'azurerm_private_endpoint.ip_configuration: ipconfig1',
      ]),
      `azurerm_resource_group: rg-${CHAT}`,
      `azurerm_resource_group: rg-vnet-${CHAT}`,
      'azurerm_route: InternetRoute',
      'azurerm_route_table: rt-10-2-0-0--27',
      'azurerm_route_table: rt-10-2-0-32--27',
      `azurerm_service_plan: serverfarm-${CHAT}`,
      `azurerm_signalr_service: sigr-${CHAT}`,
      'azurerm_subnet.delegation: Microsoft.Web.serverFarms',
      'azurerm_subnet: 10-2-0-0--27',
      'azurerm_subnet: 10-2-0-32--27',
      `azurerm_virtual_network: vnet-${CHAT}`,
    ],
    added: [
      ...RULES,
      'azurerm_network_security_rule: DenyAllInbound',
      'azurerm_network_security_rule: AllowClientsInbound',
      ...OUTBOUND,
      `azurerm_user_assigned_identity: id-${CHAT}`,
    ],
    overrides: [],
    // What the DNS servers of the network answer, the configuration does not show.
    paths: ['internet public + - - -', 'subnet unknown ? ? ? -', 'private endpoint unknown - + + -'],
    findings: [],
    warnings: ['APP19[Public]', 'PE4', 'PE4'],
  },
  {
    name: 'hub-and-spoke-baseline',
    define: hubAndSpokeBaseline,
    source: '[appservice-landing-zone-accelerator](https://github.com/Azure/appservice-landing-zone-accelerator)',
    form: 'Terraform',
    lines: 929,
    names: [
      `azurerm_application_insights: ${SPOKE}-appi-eslztest-dev`,
      'azurerm_key_vault: kv-eslztest-dev-1234',
      'azurerm_log_analytics_workspace: log-eslztest-dev',
      `azurerm_monitor_diagnostic_setting: ${SPOKE}-app-eslztest-dev-diagnostic-settings`,
      'azurerm_private_dns_zone: privatelink.azurewebsites.net',
      'azurerm_private_dns_zone: privatelink.vaultcore.azure.net',
      ...endpoint('pe-eslztest', 'pe-eslztest'),
      ...endpoint('pe-kv-eslztest', 'pe-kv-eslztest'),
      ...endpoint(`${SPOKE}-app-eslztest-dev-staging`, `${SPOKE}-app-eslztest-dev-staging`),
      'azurerm_resource_group: sec-baseline-hub-eus2-rg-eslztest-dev',
      `azurerm_resource_group: ${SPOKE}-rg-eslztest-dev`,
      'azurerm_route: defaultRoute',
      'azurerm_route_table: route-egress-lockdown',
      `azurerm_service_plan: ${SPOKE}-plan-eslztest-dev`,
      'azurerm_subnet.delegation: Microsoft.Web/serverFarms',
      ...['AzureBastionSubnet', 'AzureFirewallSubnet', 'devops', 'ingress', 'privateLink', 'serverFarm'].map(
        (name) => `azurerm_subnet: ${name}`,
      ),
      `azurerm_user_assigned_identity: ${SPOKE}-uai-eslztest-reader`,
      `azurerm_virtual_network: ${HUB_NET}`,
      `azurerm_virtual_network: ${SPOKE}-vnet-eslztest-dev`,
      'azurerm_virtual_network_peering: hub-to-spoke-eslztest',
      'azurerm_virtual_network_peering: spoke-to-hub-eslztest',
      `azurerm_windows_web_app: ${SPOKE}-app-eslztest-dev`,
      'azurerm_windows_web_app_slot: staging',
    ],
    added: [
      // The published estate has no SignalR service, no security group, and writes records by hand.
      `azurerm_signalr_service: ${SPOKE}-sigr-eslztest-dev`,
      SIGNALR_ZONE,
      ...endpoint('pe-signalr', 'pe-signalr'),
      ...Array.from({ length: 4 }, () => ZONE_GROUP),
      'azurerm_monitor_diagnostic_setting: logs',
      'azurerm_monitor_diagnostic_setting: logs',
      `azurerm_monitor_diagnostic_setting: ${SPOKE}-app-eslztest-dev-staging-diagnostic-settings`,
      ...['devops', 'ingress', 'privateLink', 'serverFarm'].map(
        (name) => `azurerm_network_security_group: nsg-${name}`,
      ),
      ...[...RULES, ...RULES, ...OUTBOUND, ...OUTBOUND],
      'azurerm_network_security_rule: DenyAllInbound',
      'azurerm_network_security_rule: DenyAllInbound',
    ],
    overrides: [],
    paths: ['internet public + - - -', 'subnet private - + + -', 'private endpoint private - + + -'],
    findings: ['NET1 Hub/Bastion/Resource'],
    warnings: ['core/provider-settings'],
  },
];
