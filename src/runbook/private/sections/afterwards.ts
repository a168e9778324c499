import { markdownTable } from '../../../core/internal/markdown';
import { Context } from '../context';
import { codeLink, commands, troubleshooting } from '../text';

/** Changes of the program, by the code of the verdict. */
const CHANGES: readonly (readonly [codes: readonly string[], change: string])[] = [
  [
    ['dns/not-linked', 'dns/missing-record'],
    'Link the network to the zone, and give the endpoint its zone: `dns: AppDns...` of the architecture, `zone.addVirtualNetworkLink(...)`, `DnsIntegration.zone(...)`.',
  ],
  [
    ['dns/custom-servers'],
    'Forward the domain to a resolver in a linked network, and say so with `AppDns.customServers(...)` or `DnsIntegration.customServers(zone)`.',
  ],
  [
    ['network/no-subnet', 'network/not-routed'],
    'Integrate the app with its subnet, and lead all of its traffic there: `subnet` and `vnet_route_all_enabled`, which this library sets.',
  ],
  [
    ['network/denied', 'network/routed-away'],
    'Allow TCP 443 between the two subnets before the rule that denies it, or leave the route out: `integrationRules`, `AppOutbound...`.',
  ],
  [
    ['network/not-peered'],
    'Peer the networks in both directions with `VirtualNetworkPeering`, or give the network of the app an endpoint.',
  ],
  [
    ['nac/denied'],
    'Name the kind of request where it comes from: `networkAccess: NetworkAccess.custom(...)`, `signalr.addAccessRules(endpoint, rules)`.',
  ],
  [
    ['privatelink/pending'],
    'Let the owner of the target approve, or use `Approval.automatic()` where the deployer may approve.',
  ],
];

/** The section on what follows an incident: the change in the program, and the way back. */
export function afterwards({ inventory }: Context): string[] {
  const folders = [...new Set(inventory.holders.map(({ place }) => place.stack))];
  const rows = CHANGES.map(([codes, change]) => [codes.map(codeLink).join(', '), change]);
  return [
    '## 6. After the incident',
    'Change the program, not the portal: the next apply takes back what was changed by hand. The connectivity report says which verdict holds; this is what changes it:',
    markdownTable(['Verdict', 'What to change'], rows),
    `See first what was changed outside of Terraform, in the folder of the stack below \`stacks\` of the output${folders.length > 1 ? ' (one of several)' : ''}:`,
    commands(['# Expect: no changes.', 'terraform plan -refresh-only', 'terraform plan'].join('\n')),
    [
      `- A plan that shows the same change each time: ${troubleshooting('A change in every plan')}.`,
      `- To roll back: revert the commit, synthesize, look at the plan, apply. A plan that replaces the service or an endpoint also changes addresses; apply once more for the access control list.`,
      `- Terraform fails: ${troubleshooting('Terraform fails')}.`,
    ].join('\n'),
  ];
}
