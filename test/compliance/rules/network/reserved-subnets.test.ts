import { TerraformStack } from 'cdktf';
import { subnetHasNsg } from '../../../../src/compliance/private/rules/network/subnet-has-nsg';
import { Case, checkRule } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';

const ASSOCIATION = 'azurerm_subnet_network_security_group_association';

const subnet = (stack: TerraformStack, attributes: object) =>
  add(stack, 'azurerm_subnet', 'Subnet', { name: 'apps', virtual_network_name: 'vnet', ...attributes });

checkRule(subnetHasNsg, [
  [
    'of a gateway, with one',
    (s) => add(s, ASSOCIATION, 'A', { subnet_id: subnet(s, { name: 'GatewaySubnet' }).ref() }),
    [
      'Subnet: warning [Gateway::GatewaySubnet] GatewaySubnet has a security group, with which its gateway stops working',
    ],
  ],
  [
    'of a gateway, with one by a variable that may be null',
    (s) => subnet(s, { name: 'GatewaySubnet', network_security_group_id_wo: '${var.nsg}' }),
    [
      'Subnet: unknown, whether GatewaySubnet has a security group is not known: what is attached to the subnet is not known, since var.nsg is not',
    ],
  ],
  ...['AzureFirewallSubnet', 'AzureFirewallManagementSubnet', 'RouteServerSubnet'].map((name): Case => [
    `of ${name}`,
    (s) => subnet(s, { name }),
    [`Subnet: not applicable, Azure controls the traffic of ${name}`],
  ]),
  [
    'of a bastion host',
    (s) => subnet(s, { name: 'AzureBastionSubnet' }),
    ['Subnet: error [] no security group is associated with the subnet'],
  ],
  ...['Microsoft.Netapp/volumes', 'Microsoft.NetApp/volumes'].map((name): Case => [
    `of ${name}`,
    (s) => subnet(s, { delegation: { service_delegation: { name } } }),
    [`Subnet: not applicable, subnets of ${name} do not support a security group`],
  ]),
  [
    'without one, delegated to what only Terraform knows',
    (s) => subnet(s, { delegation: { service_delegation: { name: '${var.service}' } } }),
    ['Subnet: unknown, what the subnet is delegated to is only known when Terraform runs'],
  ],
  [
    'a network with reserved subnets of its own',
    (s) =>
      add(s, 'azurerm_virtual_network', 'Network', {
        subnet: [
          { name: 'GatewaySubnet', security_group: '/nsg' },
          { name: 'AzureBastionSubnet' },
          { name: 'RouteServerSubnet' },
          { name: 'files', delegation: [{ service_delegation: [{ name: 'Microsoft.Netapp/volumes' }] }] },
        ],
      }),
    [
      'Network: warning [Gateway::GatewaySubnet] GatewaySubnet has a security group, with which its gateway stops working',
      'Network: error [Subnet::AzureBastionSubnet] the subnet AzureBastionSubnet has no security group',
    ],
  ],
]);
