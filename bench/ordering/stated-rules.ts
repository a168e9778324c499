import { Edge, Step } from './graph';
import { ANY, APP, AZURERM, LINK, SERVICE, Rule } from './rule';

/** The addresses that an attribute refers to, at any depth. */
const refers = (value: unknown) =>
  [...JSON.stringify(value ?? '').matchAll(/(?:data\.)?[a-z]+_[a-z_]+\.[\w-]+/g)].map(String);
const shares = (one: unknown, other: unknown) => refers(one).some((address) => refers(other).includes(address));
const subnetOf = ({ body }: Step) => [body.subnet_id, body.virtual_network_subnet_id, body.ip_configurations];
const ofOneSubnet = ({ from, to }: Edge) => shares(subnetOf(from), subnetOf(to));
const ofOneService = ({ from, to }: Edge) => shares(from.body.signalr_service_id, to.body.signalr_service_id);
const usesRole = ({ from, to }: Edge) => shares(from.body.identity, to.body.principal_id);

/** Rules of edges that the library states, because no reference gives them. */
export const STATED: readonly Rule[] = [
  {
    from: APP,
    to: /^private_endpoint$/,
    via: /^depends_on$/,
    reason: 'App Service pulls the image once the app is created, from a registry that may take private calls alone.',
    source: 'https://learn.microsoft.com/azure/container-registry/container-registry-private-link',
  },
  {
    from: APP,
    to: /^signalr_service_network_acl$/,
    via: /^depends_on$/,
    reason:
      'A container, or a package at an address, runs as soon as the app is created, and would connect over the internet until the zone is linked, the endpoint is there and the list names it.',
    source: 'https://learn.microsoft.com/azure/azure-signalr/howto-private-endpoints',
  },
  {
    from: /^(private_endpoint|private_dns_resolver_(in|out)bound_endpoint)$/,
    to: /^subnet_.*_association$/,
    via: /^depends_on$/,
    applies: ofOneSubnet,
    reason: 'An association writes the whole subnet; Azure rejects what joins the subnet meanwhile.',
    source: `${AZURERM}/issues/21293`,
  },
  {
    from: APP,
    to: /^subnet_.*_association$/,
    via: /^depends_on$/,
    applies: ofOneSubnet,
    reason: 'An association writes the whole subnet; Azure rejects an app that joins the subnet meanwhile.',
    source: `${AZURERM}/issues/21293`,
  },
  {
    from: /^application_gateway$/,
    to: /^subnet_.*_association$/,
    via: /^depends_on$/,
    reason: 'An association writes the whole subnet; Azure rejects what joins the subnet meanwhile.',
    source: `${AZURERM}/issues/21293`,
  },
  {
    from: /^application_gateway$/,
    to: /^private_endpoint$/,
    via: /^depends_on$/,
    reason: 'A gateway that looked a name up before there was an endpoint goes on calling the public address.',
    source: 'https://learn.microsoft.com/azure/azure-signalr/signalr-howto-work-with-app-gateway',
  },
  {
    from: /^application_gateway$/,
    to: /^role_assignment$/,
    via: /^depends_on$/,
    applies: usesRole,
    reason: 'The gateway reads its certificate from the vault while it is created.',
    source: 'https://learn.microsoft.com/azure/application-gateway/key-vault-certs',
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
    reason:
      'The service reads the secrets of its upstreams once it is created, and again after 30 minutes, or when its upstreams or its identity change.',
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
    reason: 'A lock prevents changes of what it covers, so it comes last, and goes first.',
    source: 'https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources',
  },
];
