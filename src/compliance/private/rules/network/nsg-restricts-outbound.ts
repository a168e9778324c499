import { Target } from '../../../../model/target';
import { Attachments, Member } from '../../../../topology/network/attachments';
import { isEverybody } from '../../../../topology/network/internet';
import { isRule, listOf } from '../../../../topology/network/security-rules';
import { Block } from '../../../../topology/values';
import { SecurityProfile } from '../../../security-profile';
import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const TUNNELS = ['VirtualAppliance', 'VirtualNetworkGateway', 'None'];

/** An outbound rule as far as it decides over the way to the service and to the internet. */
interface Outbound {
  readonly name: string;
  readonly priority: number;
  readonly allows: boolean;
  readonly toInternet: boolean;
  readonly toService: boolean;
}

export const nsgRestrictsOutbound: Rule = {
  id: 'NET7',
  name: 'NsgRestrictsOutbound',
  severity: Severity.WARNING,
  types: ['azurerm_network_security_group'],
  controls: { benchmark: ['NS-1'] },
  summary: 'Apps reach the SignalR service on port 443, and not the whole internet.',
  explanation: 'Azure allows all outbound traffic by default, so an app that is taken over can send data anywhere.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/howto-service-tags',
  fix: 'Add an outbound azurerm_network_security_rule that denies Internet after those that allow 443 to VirtualNetwork or AzureSignalR, or route 0.0.0.0/0 through a firewall; in this library integrationRules, or AppOutbound.firewall.',
  evaluate(group, { topology }, profile) {
    const { integrations, routeTables, securityGroups } = topology;
    const { subnets, doubt } = securityGroups.subnetsOf(group);
    const used = subnets.filter((subnet) => integrations.in(subnet).length > 0);
    if (used.length === 0) {
      const [hidden] = subnets.flatMap((subnet) => integrations.doubtOf(subnet) ?? []);
      return (doubt ?? hidden)
        ? RuleVerdict.unknown((doubt ?? hidden)!)
        : RuleVerdict.notApplicable('no app calls out through a subnet of the group');
    }
    const rules = outboundRules(securityGroups.membersOf(group));
    if (!rules) return RuleVerdict.unknown('the outbound rules are only known when Terraform runs');
    const judgement = new Judgement();
    judgeService(judgement, rules);
    const open = wayToInternet(rules);
    if (open && !used.every((subnet) => hasForcedTunnel(subnet, routeTables))) {
      // The app signs in, and serves its users, over the internet where clients are public.
      const severity = profile === SecurityProfile.ISOLATED ? Severity.WARNING : Severity.INFO;
      judgement.violates({ id: 'Internet', message: open, severity });
    }
    return judgement.verdict('it lets apps reach the service, and not the internet');
  },
};

function outboundRules(rules: readonly Member[] | undefined): Outbound[] | undefined {
  const outbound = rules
    ?.filter(({ body }) => !isRule(body, 'Outbound').isNo)
    .map(({ body, isPlaced }) => (isPlaced ? read(body) : undefined));
  if (!outbound?.every((rule) => rule !== undefined)) return undefined;
  return outbound.sort((one, other) => one.priority - other.priority);
}

/** Whether routes send everything that leaves a subnet through a firewall or gateway, or nowhere. */
function hasForcedTunnel(subnet: Target, routeTables: Attachments): boolean {
  const isTunnel = ({ body, isPlaced }: Member) =>
    isPlaced && body.at('address_prefix').is('0.0.0.0/0') && TUNNELS.includes(body.at('next_hop_type').text);
  return routeTables.of(subnet)?.members.some(isTunnel) ?? false;
}

function read(rule: Block): Outbound | undefined {
  const [access, priority, protocol] = ['access', 'priority', 'protocol'].map((name) => rule.at(name));
  const destinations = listOf(rule, 'destination_address_prefix');
  const ports = listOf(rule, 'destination_port_range');
  const isKnown = [access, priority, protocol].every(({ isUnknown }) => !isUnknown);
  if (!isKnown || isRule(rule, 'Outbound').isMaybe || !destinations || !ports) return undefined;
  const allows = access.is('Allow');
  // A denial counts where it is for everything, a permission also where it is for a part.
  const isFull = (ports.includes('*') || ports.length === 0) && protocol.text === '*';
  const isTcp = /^(\*|tcp)$/i.test(protocol.text);
  const is443 = isTcp && ports.some(covers443);
  return {
    name: rule.at('name').text,
    priority: Number(priority.known),
    allows,
    toInternet: destinations.some(isEverybody) && (allows || isFull),
    toService: is443 && (allows ? destinations.length > 0 : destinations.some(coversPrivate)),
  };
}

function covers443(ports: string): boolean {
  const [from, to = from] = ports.split('-');
  return ports === '*' || (Number(from) <= 443 && 443 <= Number(to));
}

function coversPrivate(destination: string): boolean {
  return /^virtualnetwork$/i.test(destination) || (isEverybody(destination) && !/^internet$/i.test(destination));
}

function judgeService(judgement: Judgement, rules: readonly Outbound[]): void {
  const first = rules.find(({ toService }) => toService);
  if (first && !first.allows) {
    const message = `the rule ${first.name} denies what goes to private endpoints, and no rule before it allows port 443`;
    judgement.violates({ id: 'SignalR', message });
  }
}

/** How apps reach the internet; `undefined` where they do not. */
function wayToInternet(rules: readonly Outbound[]): string | undefined {
  const first = rules.find(({ toInternet }) => toInternet);
  if (!first) return 'no rule denies outbound traffic to the internet, which Azure allows by default';
  return first.allows ? `the rule ${first.name} lets apps reach the internet` : undefined;
}
