import { TerraformStack } from 'cdktf';
import { NETWORK_RULES } from '../../../../src/compliance/private/rules/network';
import { checkRule } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';

const [flows, used] = NETWORK_RULES.filter(({ id }) => ['NET9', 'NET10'].includes(id));

const NETWORK_ID = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet';
const network = (s: TerraformStack, attributes: object = {}) =>
  add(s, 'azurerm_virtual_network', 'Network', { name: 'vnet', resource_group_name: 'rg', ...attributes });
const log = (s: TerraformStack, target_resource_id: string, attributes: object = {}) =>
  add(s, 'azurerm_network_watcher_flow_log', 'Flows', { target_resource_id, enabled: true, ...attributes });
const UNRECORDED = 'Network: info [] no flow log records the flows of the network';

checkRule(flows, [
  ['no network', (s) => add(s, 'azurerm_subnet', 'Subnet'), []],
  ['no flow log', (s) => network(s), [UNRECORDED]],
  ['a flow log', (s) => log(s, network(s).ref()), ['Network: compliant']],
  [
    'a flow log by id, of a subscription that the provider does not name',
    (s) => [network(s), log(s, NETWORK_ID)],
    [
      `Network: unknown, whose traffic Prod/Flows records is not known, since whether ${NETWORK_ID} is Prod/Network is not known: the provider azurerm of Prod names no subscription, so it is only known when Terraform runs`,
    ],
  ],
  [
    'a flow log that is off',
    (s) => log(s, network(s).ref(), { enabled: false }),
    ['Network: info [] enabled of Prod/Flows is false'],
  ],
  ['a flow log of another network', (s) => [network(s), log(s, `${NETWORK_ID}-2`)], [UNRECORDED]],
  [
    'a flow log of a group',
    (s) => [network(s), log(s, add(s, 'azurerm_network_security_group', 'Group').ref())],
    [UNRECORDED],
  ],
  [
    'a variable for the target',
    (s) => [network(s), log(s, '${var.x}')],
    ['Network: unknown, whose traffic Prod/Flows records is not known, since var.x is only known when Terraform runs'],
  ],
  [
    'a variable for the switch',
    (s) => log(s, network(s).ref(), { enabled: '${var.x}' }),
    ['Network: unknown, enabled of its flow log is var.x, which is only known when Terraform runs'],
  ],
]);

const group = (s: TerraformStack) =>
  add(s, 'azurerm_network_security_group', 'Group', { name: 'nsg', resource_group_name: 'rg' });
const associate = (s: TerraformStack, network_security_group_id: string) =>
  add(s, 'azurerm_subnet_network_security_group_association', 'Association', {
    subnet_id: add(s, 'azurerm_subnet', 'Subnet', { name: 'apps' }).ref(),
    network_security_group_id,
  });
const UNUSED = 'Group: info [] no subnet and no network interface has the group';

checkRule(used, [
  ['no group', (s) => add(s, 'azurerm_subnet', 'Subnet'), []],
  ['a group alone', (s) => group(s), [UNUSED]],
  ['a group of a subnet', (s) => associate(s, group(s).ref()), ['Group: compliant']],
  [
    'a group of a subnet block',
    (s) => network(s, { subnet: [{ name: 'apps', security_group: group(s).ref() }] }),
    ['Group: compliant'],
  ],
  [
    'a group of a subnet in the form of azurerm 5',
    (s) => add(s, 'azurerm_subnet', 'Subnet', { name: 'apps', network_security_group_id_wo: group(s).ref() }),
    ['Group: compliant'],
  ],
  [
    'a group of a network interface',
    (s) =>
      add(s, 'azurerm_network_interface_security_group_association', 'Association', {
        network_security_group_id: group(s).ref(),
      }),
    ['Group: compliant'],
  ],
  [
    'beside a scale set',
    (s) => [group(s), add(s, 'azurerm_linux_virtual_machine_scale_set', 'Machines')],
    ['Group: unknown, whether the machines of Prod/Machines have the group is not read'],
  ],
  [
    'an association with what only Terraform knows',
    (s) => [group(s), associate(s, '${var.x}')],
    ['Group: unknown, what Prod/Association attaches is not known, since var.x is only known when Terraform runs'],
  ],
]);
