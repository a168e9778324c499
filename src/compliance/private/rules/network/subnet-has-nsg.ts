import { Certainty } from '../../../../core/internal/certainty';
import { ModelResource } from '../../../../model/model-resource';
import { Target } from '../../../../model/target';
import {
  delegationsOf,
  isGatewayName,
  isReservedName,
  serviceWithoutGroup,
} from '../../../../topology/network/subnets';
import { Block, isGiven } from '../../../../topology/values';
import { ControlBaseline } from '../../../control-status';
import { Severity } from '../../../severity';
import { Judgement, runtimeOnly } from '../../judgement';
import { Finding, Rule, RuleVerdict } from '../../rule';

const NETWORK = 'azurerm_virtual_network';

export const subnetHasNsg: Rule = {
  id: 'NET1',
  name: 'SubnetHasNsg',
  severity: Severity.ERROR,
  types: ['azurerm_subnet', NETWORK],
  controls: {
    benchmark: ['NS-1'],
    policies: ['e71308d3-144b-4262-b144-efdc3cc90517', '35f9c03a-cc27-418e-9c0c-539ff999d010'],
    psRule: ['AZR-000263'],
    checkov: ['CKV2_AZURE_31'],
  },
  differs: {
    'AZR-000263':
      'Passes a GatewaySubnet with a group, which breaks its gateway, and fails subnets of NetApp volumes without one.',
    CKV2_AZURE_31:
      'Fails AzureFirewallManagementSubnet and RouteServerSubnet without a group, which do not support one, and passes a GatewaySubnet with a group, which breaks its gateway.',
  },
  // A subnet of apps is a feature of App Service, that of a virtual machine is not.
  baselinesOf: (subnet, { topology }) => {
    const { integrations, subnets } = topology;
    const holdsApps = subnets
      .definedBy(subnet)
      ?.some(({ target }) => integrations.in(target).length > 0 || integrations.doubtOf(target) !== undefined);
    return holdsApps === false ? [] : [ControlBaseline.APP_SERVICE];
  },
  summary:
    'Each subnet has a network security group, except those of gateways and other services that do not support one.',
  explanation:
    'Without a security group everything in the network, and in the networks that it is peered with, reaches what is in the subnet. A gateway stops working where its subnet has a group.',
  link: 'https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview',
  fix: 'Define azurerm_subnet_network_security_group_association, or network_security_group_id_wo from azurerm 5 on, and remove it from a GatewaySubnet; in this library networkSecurityGroup of network.SubnetProps.',
  evaluate(subnet, context) {
    if (subnet.type === NETWORK) return judgeInlineSubnets(subnet);
    const attached = context.topology.securityGroups.isAttached(Target.resource(subnet));
    if (isReservedName(subnet.name)) return judgeReserved(subnet.name!, attached);
    const service = serviceWithoutGroup(subnet);
    if (service) return RuleVerdict.notApplicable(`subnets of ${service} do not support a security group`);
    if (attached.isYes) return RuleVerdict.compliant('it has a security group');
    if (attached.isMaybe) return RuleVerdict.unknown(attached.because!);
    const doubt = doubtOf('the subnet', subnet);
    if (doubt !== undefined) return RuleVerdict.unknown(doubt);
    return RuleVerdict.violated({ message: 'no security group is associated with the subnet' });
  },
};

function judgeReserved(name: string, attached: Certainty): RuleVerdict {
  if (!isGatewayName(name) || attached.isNo) return RuleVerdict.notApplicable(`Azure controls the traffic of ${name}`);
  return attached.isYes
    ? RuleVerdict.violated(gatewayFinding(name))
    : RuleVerdict.unknown(`whether ${name} has a security group is not known: ${attached.because}`);
}

function gatewayFinding(name: string): Finding {
  const message = `${name} has a security group, with which its gateway stops working`;
  return { id: `Gateway::${name}`, message, severity: Severity.WARNING };
}

/** Subnets can also be blocks of their network. */
function judgeInlineSubnets(network: ModelResource): RuleVerdict {
  const subnets = network.blocks('subnet');
  if (subnets?.length === 0) return RuleVerdict.notApplicable('its subnets are resources of their own');
  if (!subnets) return RuleVerdict.unknown('the subnets are only known when Terraform runs');
  const judgement = new Judgement();
  subnets.forEach((subnet) => judgeInline(judgement, subnet));
  return judgement.verdict('each of its subnets that supports a security group has one');
}

function judgeInline(judgement: Judgement, subnet: Block): void {
  const name = subnet.at('name').text;
  const group = isGiven(subnet.at('security_group'));
  const isGateway = isGatewayName(name);
  if (isGateway && group.isYes) judgement.violates(gatewayFinding(name));
  const isExempt = (isReservedName(name) && !isGateway) || serviceWithoutGroup(subnet) !== undefined;
  if (isExempt || group.isYes || (isGateway && group.isNo)) return;
  const doubt = doubtOf('a subnet', subnet);
  if (group.isMaybe) judgement.cannotTell(runtimeOnly('subnet.security_group', group.because));
  else if (doubt !== undefined) judgement.cannotTell(doubt);
  else judgement.violates({ id: `Subnet::${name}`, message: `the subnet ${name} has no security group` });
}

/** Subnets of some names, and of some services, do not support a security group. */
function doubtOf(which: string, subnet: Block): string | undefined {
  const name = subnet.at('name');
  if (name.isUnknown) return runtimeOnly(`the name of ${which}`, name.decidedBy);
  return delegationsOf(subnet) ? undefined : `what ${which} is delegated to is only known when Terraform runs`;
}
