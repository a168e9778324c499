import { idOfResource } from './azure-ids';
import { Deployment, Instance } from './deployment';
import { SUBSCRIPTION_IDS } from '../estate';
import { RawJson, RawResource } from '../terraform';

/** What stands wherever Terraform says that it is sensitive. */
export const SECRET = 'SENSITIVE-MARKER';

/** What is so where nothing is given: https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs */
export const DEFAULTS: RawJson = {
  aad_auth_enabled: true,
  allow_virtual_network_access: true,
  bgp_route_propagation_enabled: true,
  default_outbound_access_enabled: true,
  enabled: true,
  ftp_publish_basic_authentication_enabled: true,
  ip_restriction_default_action: 'Allow',
  local_auth_enabled: true,
  peer_complete_virtual_networks_enabled: true,
  private_endpoint_network_policies: 'Disabled',
  private_endpoint_vnet_policies: 'Disabled',
  private_link_service_network_policies_enabled: true,
  public_network_access: 'Enabled',
  public_network_access_enabled: true,
  resolution_policy: 'Default',
  scm_ip_restriction_default_action: 'Allow',
  service_mode: 'Default',
  serverless_connection_timeout_in_seconds: 30,
};

/** Resources as they are once Terraform has created them, and read them again. */
export function applied(resources: readonly RawResource[], isOn: boolean): Deployment {
  return new Deployment(resources, isOn, computedByAzure);
}

/** What Azure, or azurerm, makes of an attribute that is not given. */
export function computedByAzure(deployment: Deployment, instance: Instance, path: string): unknown {
  const { type, subscription, key } = instance.resource;
  const text = (name: string) => String(deployment.attribute(instance.address, name));
  switch (path) {
    case 'id':
      return idOfResource(type, SUBSCRIPTION_IDS[subscription], deployment.given(instance));
    case 'hostname':
      return `${text('name')}.service.signalr.net`;
    case 'default_hostname':
      return `${siteOf(deployment, instance)}.azurewebsites.net`;
    case 'status':
      return 'Pending';
    case 'fqdn':
      return `${text('name')}.${text('zone_name')}.`;
    case 'private_service_connection[0].private_ip_address':
      return deployment.attribute(instance.address, 'ip_configuration[0].private_ip_address');
    case 'private_dns_zone_group[0].id':
      return `${text('id')}/privateDnsZoneGroups/default`;
    case 'network_interface':
      return [{ id: `${text('id')}.nic`, name: `${key}.nic` }];
    case 'private_dns_zone_configs':
      return zoneConfigs(deployment, instance);
    case 'subnet':
      return type === 'azurerm_virtual_network' ? subnetsOf(deployment, instance) : undefined;
    case 'dns_servers':
      return serversOf(deployment, text('id'));
    case 'security_rule':
      return partsOf(deployment, instance, 'azurerm_network_security_rule', 'network_security_group_name');
    case 'route':
      return partsOf(deployment, instance, 'azurerm_route', 'route_table_name');
    case 'virtual_network_subnet_id':
      return swiftOf(deployment, text('id'));
    default:
      return undefined;
  }
}

/** The name of an app, with that of the slot. */
function siteOf(deployment: Deployment, { address, resource }: Instance): string {
  const name = String(deployment.attribute(address, 'name'));
  if (!resource.type.endsWith('_slot')) return name;
  const { app_service_id: app, function_app_id: owner = app } = deployment.given(deployment.at(address)!);
  return `${String(owner).split('/').pop()}-${name}`;
}

function zoneConfigs(deployment: Deployment, { address }: Instance): RawJson[] {
  const zones = deployment.attribute(address, 'private_dns_zone_group[0].private_dns_zone_ids') as string[] | undefined;
  return (zones ?? []).map((zone) => {
    const name = zone.split('/').pop();
    const id = `${String(deployment.attribute(address, 'id'))}/privateDnsZoneGroups/default/privateDnsZoneConfigs/${name}`;
    const ip = deployment.attribute(address, 'ip_configuration[0].private_ip_address');
    const record = { fqdn: `sigr-chat.${name}`, ip_addresses: [ip], name: 'sigr-chat', ttl: 10, type: 'A' };
    return { id, name, private_dns_zone_id: zone, record_sets: [record] };
  });
}

/** Azure shows the subnets of a network with what is attached to them. */
function subnetsOf(deployment: Deployment, network: Instance): RawJson[] {
  const id = String(deployment.attribute(network.address, 'id'));
  const attached = (type: string, attribute: string, subnet: string) => {
    const found = deployment.ofType(type).map((each) => deployment.given(each));
    return found.find(({ subnet_id: own }) => own === subnet)?.[attribute] ?? '';
  };
  return deployment
    .ofType('azurerm_subnet')
    .map(
      (subnet) => ({ ...deployment.given(subnet), id: String(deployment.attribute(subnet.address, 'id')) }) as RawJson,
    )
    .filter((subnet) => String(subnet.id).startsWith(`${id}/`))
    .map(({ resource_group_name: group, virtual_network_name: name, ...subnet }) => ({
      ...subnet,
      security_group: attached(
        'azurerm_subnet_network_security_group_association',
        'network_security_group_id',
        String(subnet.id),
      ),
      route_table_id: attached('azurerm_subnet_route_table_association', 'route_table_id', String(subnet.id)),
    }));
}

function serversOf(deployment: Deployment, network: string): unknown {
  const apart = deployment.ofType('azurerm_virtual_network_dns_servers').map((each) => deployment.given(each));
  return apart.find(({ virtual_network_id: id }) => id === network)?.dns_servers;
}

/** Rules and routes that are resources of their own. */
function partsOf(deployment: Deployment, whole: Instance, type: string, attribute: string): RawJson[] {
  const { resource } = whole;
  return deployment
    .ofType(type)
    .filter((part) => part.resource.subscription === resource.subscription)
    .map((part) => deployment.given(part))
    .filter((part) => part[attribute] === resource.body.name)
    .map(({ resource_group_name: group, [attribute]: owner, ...part }) => part);
}

/** The subnet of a swift connection is shown as that of the app. */
function swiftOf(deployment: Deployment, app: string): unknown {
  const found = ['', '_slot'].flatMap((kind) =>
    deployment.ofType(`azurerm_app_service${kind}_virtual_network_swift_connection`).map((swift) => ({
      id: String(deployment.attribute(swift.address, 'id')),
      subnet: deployment.given(swift).subnet_id,
    })),
  );
  return found.find(({ id }) => id.toLowerCase() === `${app}/config/virtualNetwork`.toLowerCase())?.subnet;
}
