import { notes, textTable } from './text-table';
import { Markup, markup } from '../../../page/markup';
import { RuleFact, SecurityRules, SubnetFact } from '../security-rules';

/** The rules of each subnet, in the order in which Azure asks them. */
export function ruleSections({ subnets, unknown }: SecurityRules): Markup {
  return markup`<section>
<h2>Security rules</h2>
${notes('These may decide before all rules:', unknown)}${
    subnets.length === 0
      ? markup`<p>The configuration defines no subnet here.</p>
`
      : subnets.map(subnetSection)
  }</section>
`;
}

function subnetSection(subnet: SubnetFact): Markup {
  const { name, addressPrefixes, securityGroup, because, privateEndpointsFiltered, inbound, outbound } = subnet;
  const facts = [
    subnet.subnet,
    ...(addressPrefixes.length > 0 ? [addressPrefixes.join(', ')] : []),
    securityGroup ? `security group ${securityGroup.name} (${securityGroup.path})` : because!,
    `rules count for private endpoints: ${privateEndpointsFiltered}`,
  ];
  return markup`<h3>${name}</h3>
<p class="muted">${facts.join('; ')}</p>
${directionTable(`Inbound rules of ${name}`, inbound)}${directionTable(`Outbound rules of ${name}`, outbound)}`;
}

function directionTable(caption: string, rules: readonly RuleFact[]): Markup | Markup[] {
  if (rules.length === 0) return [];
  return textTable(
    caption,
    ['Priority', 'Name', 'Access', 'Protocol', 'Source', 'Destination', 'From', 'Not known'],
    rules.map((rule) => [
      rule.priority === undefined ? 'unknown' : String(rule.priority),
      rule.name ?? 'unknown',
      rule.access ?? 'unknown',
      rule.protocol ?? 'unknown',
      endOf(rule.sources, rule.sourcePorts),
      endOf(rule.destinations, rule.destinationPorts),
      rule.path ?? rule.from,
      rule.unknown ?? '',
    ]),
    '',
  );
}

function endOf(addresses: readonly string[], ports: readonly string[]): string[] {
  return [addresses.join(', '), `ports ${ports.join(', ')}`];
}
