import { Certainty } from '../../../../core/internal/certainty';
import { Ipv4Cidr } from '../../../../core/internal/ipv4-cidr';
import { Target } from '../../../../model/target';
import { liesIn, rangeOf } from '../../../../topology/network/addresses';
import { Attachments, Member } from '../../../../topology/network/attachments';
import { everybodyIn, holdAllOf, holdInternet, isEverybody } from '../../../../topology/network/internet';
import { holdPorts, isRule, listOf } from '../../../../topology/network/security-rules';
import { Block } from '../../../../topology/values';
import { SecurityProfile } from '../../../security-profile';
import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { Finding, Rule, RuleVerdict } from '../../rule';

const OPEN = 'no rule denies outbound traffic to the internet, which Azure allows by default';
const TUNNELS = ['VirtualAppliance', 'VirtualNetworkGateway', 'None'];

/** An outbound rule as far as it decides over the way to the service and to the internet. */
interface Outbound {
  readonly name: string;
  readonly priority: number;
  readonly allows: boolean;
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
  /** States whether it is for all ports and protocols. */
  readonly isFull: boolean;
  /**
   * States whether it is for connections over TCP; other packets reach name servers and clocks, and hardly anything
   * else.
   */
  readonly isTcp: boolean;
  readonly toService: boolean;
}

/** A rule, and whether it is for all that a subnet sends. */
interface Sent {
  readonly rule: Outbound;
  readonly applies: Certainty;
}

/** Problem of one way out of a subnet, or the value that is not known. */
interface Answer {
  readonly finding?: Finding;
  readonly doubt?: string;
}

export const nsgRestrictsOutbound: Rule = {
  id: 'NET7',
  name: 'NsgRestrictsOutbound',
  severity: Severity.WARNING,
  types: ['azurerm_network_security_group'],
  controls: { benchmark: ['NS-1'] },
  summary: 'Apps reach the SignalR service on port 443, and not the whole internet.',
  explanation:
    'Azure allows all outbound traffic by default, so an attacker who controls an app can send data anywhere.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/howto-service-tags',
  fix: 'Add an outbound azurerm_network_security_rule that denies Internet after those that allow 443 to VirtualNetwork or AzureSignalR, or route 0.0.0.0/0 through a firewall; in this library integrationRules, or AppOutbound.firewall.',
  evaluate(group, { topology }, profile) {
    const { integrations, routeTables, securityGroups, subnets: subnetsOf } = topology;
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
    const answers = used.flatMap((subnet) => {
      const ranges = subnetsOf.rangesOf(subnet);
      const sent = rules
        .map((rule) => ({ rule, applies: appliesTo(rule, ranges) }))
        .filter(({ applies }) => !applies.isNo);
      return [wayToService(sent), hasForcedTunnel(subnet, routeTables) ? {} : wayToInternet(sent, profile)];
    });
    const findings = new Map(answers.flatMap(({ finding }) => (finding ? [[finding.message, finding]] : [])));
    const judgement = new Judgement()
      .violates(...findings.values())
      .cannotTell(...answers.flatMap((answer) => answer.doubt ?? []));
    return judgement.verdict('it allows apps to reach the service, and not the internet');
  },
};

function outboundRules(rules: readonly Member[] | undefined): Outbound[] | undefined {
  const outbound = rules
    ?.filter(({ body }) => !isRule(body, 'Outbound').isNo)
    .map(({ body, isPlaced }) => (isPlaced ? read(body) : undefined));
  if (!outbound?.every((rule) => rule !== undefined)) return undefined;
  return outbound.sort((one, other) => one.priority - other.priority);
}

/** Reports whether routes send everything that leaves a subnet through a firewall or gateway, or nowhere. */
function hasForcedTunnel(subnet: Target, routeTables: Attachments): boolean {
  const isTunnel = ({ body, isPlaced }: Member) =>
    isPlaced && body.at('address_prefix').is('0.0.0.0/0') && TUNNELS.includes(body.at('next_hop_type').text);
  return routeTables.of(subnet)?.members.some(isTunnel) ?? false;
}

function read(rule: Block): Outbound | undefined {
  const [access, priority, protocol] = ['access', 'priority', 'protocol'].map((name) => rule.at(name));
  const destinations = listOf(rule, 'destination_address_prefix');
  const ports = listOf(rule, 'destination_port_range');
  const sources = listOf(rule, 'source_address_prefix');
  const isKnown = [access, priority, protocol].every(({ isUnknown }) => !isUnknown);
  if (!isKnown || isRule(rule, 'Outbound').isMaybe || !sources || !destinations || !ports) return undefined;
  const allows = access.is('Allow');
  // A denial counts where it is for everything, a permission also where it is for a part.
  const isFull = (ports.includes('*') || ports.length === 0) && protocol.text === '*';
  const isTcp = /^(\*|tcp)$/i.test(protocol.text);
  const is443 = isTcp && holdPorts(ports, '443');
  return {
    name: rule.at('name').text,
    priority: Number(priority.known),
    allows,
    sources,
    destinations,
    isFull,
    isTcp,
    toService: is443 && (allows ? destinations.length > 0 : destinations.some(coversPrivate)),
  };
}

/** Reports whether a rule is for what a subnet with some ranges sends. */
function appliesTo({ sources }: Outbound, ranges: readonly Ipv4Cidr[] | undefined): Certainty {
  if (sources.length === 0 || sources.some((source) => /^(virtualnetwork|\*|any)$/i.test(source))) return Certainty.YES;
  const named = sources.flatMap((source) => rangeOf(source) ?? []);
  return named.length === 0 ? Certainty.NO : liesIn(ranges, named);
}

function coversPrivate(destination: string): boolean {
  return /^virtualnetwork$/i.test(destination) || (isEverybody(destination) && !/^internet$/i.test(destination));
}

function wayToService(sent: readonly Sent[]): Answer {
  const [first, ...others] = sent.filter(({ rule }) => rule.toService);
  if (!first || first.rule.allows) return {};
  const { name } = first.rule;
  if (first.applies.isYes) {
    const message = `the rule ${name} denies what goes to private endpoints, and no rule before it allows port 443`;
    return { finding: { id: 'SignalR', message } };
  }
  const isDenied = others.some(({ rule, applies }) => !rule.allows && applies.isYes);
  return isDenied ? {} : { doubt: openSources(name) };
}

/** Reports whether apps reach the internet, which Azure allows where no rule denies it. */
function wayToInternet(sent: readonly Sent[], profile: SecurityProfile): Answer {
  const [denied, maybeDenied]: [string[], string[]] = [[], []];
  // The app signs in, and serves its users, over the internet where clients are public.
  const severity = profile === SecurityProfile.ISOLATED ? Severity.WARNING : Severity.INFO;
  for (const { rule, applies } of sent) {
    if (!rule.allows && rule.isFull) (applies.isYes ? denied : maybeDenied).push(...rule.destinations);
    if (holdInternet(denied)) return {};
    const open = rule.destinations.filter((each) => !holdAllOf(denied, each));
    if (!rule.allows || !rule.isTcp || everybodyIn(open) === undefined) continue;
    if (applies.isMaybe || holdInternet([...denied, ...maybeDenied])) return { doubt: openSources(rule.name) };
    return {
      finding: { id: 'Internet', message: `the rule ${rule.name} allows apps to reach the internet`, severity },
    };
  }
  const doubtful = sent.find(({ rule, applies }) => !rule.allows && rule.isFull && applies.isMaybe);
  return doubtful && holdInternet([...denied, ...maybeDenied])
    ? { doubt: openSources(doubtful.rule.name) }
    : { finding: { id: 'Internet', message: OPEN, severity } };
}

function openSources(name: string): string {
  return `whether the rule ${name} applies to all that the apps send is not known`;
}
