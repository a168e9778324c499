import { Configuration } from './json-source';

const SUBSCRIPTION = '/subscriptions/00000000-0000-0000-0000-000000000001';
const GROUP = { location: 'westeurope', resource_group_name: 'rg-chat' };
const ID = (name: string) => `\${${name}.id}`;

/** How the estate of the tests differs. */
export interface EstateOptions {
  /** What the public network may open. */
  readonly isPublic?: readonly string[];
  /** Whether the zone is linked to the network. */
  readonly isLinked?: boolean;
  /** Names of the apps by their ids. */
  readonly apps?: Readonly<Record<string, string>>;
  /** Id of the service in Terraform. */
  readonly service?: string;
  readonly localAuth?: boolean | string;
}

/** A chat as a platform team writes it: a service with an endpoint, a zone, and apps that call from a subnet. */
export function estate(options: EstateOptions = {}): Configuration {
  const {
    isPublic = ['ClientConnection'],
    isLinked = true,
    apps = { web: 'app-chat-web' },
    service = 'chat',
    localAuth = false,
  } = options;
  const signalr = `azurerm_signalr_service.${service}`;
  return {
    resource: {
      azurerm_virtual_network: { main: { ...GROUP, name: 'vnet-chat', address_space: ['10.30.0.0/16'] } },
      azurerm_subnet: {
        app: subnet('snet-app', '10.30.0.0/26', {
          delegation: [{ name: 'web', service_delegation: [{ name: 'Microsoft.Web/serverFarms' }] }],
        }),
        endpoints: subnet('snet-endpoints', '10.30.0.64/27'),
      },
      azurerm_signalr_service: {
        [service]: {
          ...GROUP,
          name: 'sigr-chat',
          sku: [{ name: 'Standard_S1', capacity: 1 }],
          local_auth_enabled: localAuth,
          aad_auth_enabled: true,
          public_network_access_enabled: true,
          identity: [{ type: 'SystemAssigned' }],
        },
      },
      azurerm_signalr_service_network_acl: {
        chat: {
          signalr_service_id: ID(signalr),
          default_action: 'Deny',
          public_network: [{ allowed_request_types: isPublic }],
          private_endpoint: [
            { id: ID('azurerm_private_endpoint.chat'), allowed_request_types: ['ServerConnection', 'RESTAPI'] },
          ],
        },
      },
      azurerm_private_dns_zone: {
        signalr: { name: 'privatelink.service.signalr.net', resource_group_name: 'rg-chat' },
      },
      ...(isLinked && {
        azurerm_private_dns_zone_virtual_network_link: {
          main: {
            name: 'link-chat',
            resource_group_name: 'rg-chat',
            private_dns_zone_name: '${azurerm_private_dns_zone.signalr.name}',
            virtual_network_id: ID('azurerm_virtual_network.main'),
          },
        },
      }),
      azurerm_private_endpoint: {
        chat: {
          ...GROUP,
          name: 'pep-chat',
          subnet_id: ID('azurerm_subnet.endpoints'),
          private_service_connection: [
            {
              name: 'chat',
              private_connection_resource_id: ID(signalr),
              subresource_names: ['signalr'],
              is_manual_connection: false,
            },
          ],
          private_dns_zone_group: [{ name: 'default', private_dns_zone_ids: [ID('azurerm_private_dns_zone.signalr')] }],
        },
      },
      azurerm_service_plan: { main: { ...GROUP, name: 'plan-chat', os_type: 'Linux', sku_name: 'P0v3' } },
      azurerm_linux_web_app: Object.fromEntries(
        Object.entries(apps).map(([id, name]) => [
          id,
          {
            ...GROUP,
            name,
            service_plan_id: ID('azurerm_service_plan.main'),
            virtual_network_subnet_id: ID('azurerm_subnet.app'),
            https_only: true,
            site_config: [{ vnet_route_all_enabled: true }],
          },
        ]),
      ),
    },
  };
}

/** The id of a resource of the estate in Azure. */
export function idOf(rest: string): string {
  return `${SUBSCRIPTION}/resourceGroups/rg-chat/providers/${rest}`;
}

function subnet(name: string, prefix: string, more: object = {}) {
  return {
    name,
    resource_group_name: 'rg-chat',
    virtual_network_name: '${azurerm_virtual_network.main.name}',
    address_prefixes: [prefix],
    ...more,
  };
}
