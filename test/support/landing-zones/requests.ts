import { TerraformJson } from '../synth';

type Body = Record<string, any>;

/** A request to Azure Resource Manager, or to the data plane of a vault, with what policies of landing zones look at. */
export interface ArmRequest {
  /** When azurerm sends it, such as `create azurerm_subnet.Apps`. */
  readonly when: string;
  /** Type of the resource that it writes. */
  readonly type: string;
  readonly name?: string;
  readonly kind?: string;
  readonly properties: Readonly<Body>;
}

/** How azurerm creates a resource: the requests of `apply`, and those of `destroy` that write. */
interface Sender {
  readonly create: (body: Body, json: TerraformJson) => Omit<ArmRequest, 'when'>[];
  readonly destroy?: (body: Body, json: TerraformJson) => Omit<ArmRequest, 'when'>[];
}

const isGiven = (value: unknown) => value !== undefined && value !== null && value !== '';
const enabled = (value: unknown) => (value === false ? 'Disabled' : 'Enabled');

/**
 * azurerm reads a subnet, changes one attachment and writes all of it. Terraform does not order associations, so each may
 * find the subnet as it was created, with what it was created with:
 * https://github.com/hashicorp/terraform-provider-azurerm/blob/v4.55.0/internal/services/network/subnet_network_security_group_association_resource.go
 */
function subnetOf({ subnet_id: id }: Body, json: TerraformJson) {
  const [, type, address] = /\$\{(azurerm_\w+)\.(\w+)\.id\}/.exec(id) ?? [];
  const owner = json.resource?.[type]?.[address];
  if (type === 'azurerm_subnet') return { name: owner!.name, hasGroup: isGiven(owner!.network_security_group_id_wo) };
  const name = id.slice(id.lastIndexOf('/') + 1);
  const block = owner?.subnet?.find((each: Body) => each.name === name);
  return { name, hasGroup: isGiven(block?.security_group) };
}

const subnet = (name: string, networkSecurityGroup: boolean) => ({
  type: 'Microsoft.Network/virtualNetworks/subnets',
  name,
  properties: { networkSecurityGroup },
});

/** An association that leaves the security group as it is. */
const OTHER_ASSOCIATION: Sender = {
  create: (body, json) => [subnet(subnetOf(body, json).name, subnetOf(body, json).hasGroup)],
  destroy: (body, json) => [subnet(subnetOf(body, json).name, subnetOf(body, json).hasGroup)],
};

const site = (kind: string, type = 'Microsoft.Web/sites'): Sender => ({
  create: ({ name, https_only: httpsOnly, public_network_access_enabled: isPublic, site_config: config }) => [
    {
      type,
      name,
      kind,
      properties: {
        httpsOnly: httpsOnly === true,
        publicNetworkAccess: enabled(isPublic),
        // azurerm's default.
        minTlsVersion: config?.minimum_tls_version ?? '1.2',
      },
    },
  ],
});

/** What azurerm 4.55 and 5.2 send; types that no policy of the table looks at are left out. */
const SENDERS: Readonly<Record<string, Sender>> = {
  azurerm_virtual_network: {
    create: ({ name, subnet: blocks = [], ddos_protection_plan: plan }) => [
      {
        type: 'Microsoft.Network/virtualNetworks',
        name,
        properties: {
          subnets: blocks.map((each: Body) => ({
            name: each.name,
            networkSecurityGroup: isGiven(each.security_group),
          })),
          enableDdosProtection: plan?.enable === true,
          ddosProtectionPlan: plan?.id,
        },
      },
    ],
  },
  azurerm_subnet: { create: (body) => [subnet(body.name, isGiven(body.network_security_group_id_wo))] },
  azurerm_subnet_network_security_group_association: {
    create: (body, json) => [subnet(subnetOf(body, json).name, true)],
    destroy: (body, json) => [subnet(subnetOf(body, json).name, false)],
  },
  azurerm_subnet_route_table_association: OTHER_ASSOCIATION,
  azurerm_subnet_nat_gateway_association: OTHER_ASSOCIATION,
  azurerm_network_security_rule: {
    create: (rule) => [
      {
        type: 'Microsoft.Network/networkSecurityGroups/securityRules',
        name: rule.name,
        properties: {
          access: rule.access,
          direction: rule.direction,
          ports: [rule.destination_port_range ?? rule.destination_port_ranges].flat(),
          sources: [rule.source_address_prefix ?? rule.source_address_prefixes].flat(),
        },
      },
    ],
  },
  azurerm_private_dns_zone: {
    create: ({ name }) => [{ type: 'Microsoft.Network/privateDnsZones', name, properties: {} }],
  },
  azurerm_linux_web_app: site('app,linux'),
  azurerm_windows_web_app: site('app'),
  azurerm_linux_function_app: site('functionapp,linux'),
  azurerm_windows_function_app: site('functionapp'),
  azurerm_function_app_flex_consumption: site('functionapp,linux'),
  azurerm_linux_web_app_slot: site('app,linux', 'Microsoft.Web/sites/slots'),
  azurerm_storage_account: {
    create: (account) => [
      {
        type: 'Microsoft.Storage/storageAccounts',
        name: account.name,
        properties: {
          publicNetworkAccess: enabled(account.public_network_access_enabled),
          allowBlobPublicAccess: account.allow_nested_items_to_be_public !== false,
          supportsHttpsTrafficOnly: account.https_traffic_only_enabled !== false,
          minimumTlsVersion: account.min_tls_version ?? 'TLS1_2',
        },
      },
    ],
  },
  azurerm_key_vault: {
    create: (vault) => [
      {
        type: 'Microsoft.KeyVault/vaults',
        name: vault.name,
        properties: {
          publicNetworkAccess: enabled(vault.public_network_access_enabled),
          enableSoftDelete: true,
          enablePurgeProtection: vault.purge_protection_enabled === true,
          enableRbacAuthorization: (vault.rbac_authorization_enabled ?? vault.enable_rbac_authorization) === true,
        },
      },
    ],
  },
  azurerm_monitor_diagnostic_setting: {
    create: ({ name, target_resource_id: target, log_analytics_workspace_id: workspace }) => [
      {
        type: 'Microsoft.Insights/diagnosticSettings',
        name,
        properties: { target: /\$\{(azurerm_\w+)\./.exec(target)?.[1], toWorkspace: isGiven(workspace) },
      },
    ],
  },
};

/** The requests that deploy a stack, and those that destroy it and write what is left. */
export function requestsOf(json: TerraformJson): ArmRequest[] {
  return Object.entries(json.resource ?? {}).flatMap(([type, bodies]) => {
    const sender = SENDERS[type];
    if (!sender) return [];
    return Object.entries(bodies).flatMap(([id, body]) => {
      const address = `${type}.${id.replace(/_[0-9A-F]{8}$/, '')}`;
      return [
        ...sender.create(body, json).map((request) => ({ when: `create ${address}`, ...request })),
        ...(sender.destroy?.(body, json) ?? []).map((request) => ({ when: `destroy ${address}`, ...request })),
      ];
    });
  });
}

/** The request of `az keyvault secret set` with some options. */
export function secretRequest(command: string): ArmRequest {
  const validity = /--expires "\$\(date -u -d '\+(\d+) days'/.exec(command)?.[1];
  return {
    when: 'az keyvault secret set',
    type: 'Microsoft.KeyVault.Data/vaults/secrets',
    properties: {
      hasContentType: command.includes('--content-type'),
      validityInDays: validity === undefined ? undefined : Number(validity),
    },
  };
}
