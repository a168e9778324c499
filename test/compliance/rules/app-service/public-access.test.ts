import { SecurityProfile } from '../../../../src/compliance';
import { appPublicAccess } from '../../../../src/compliance/private/rules/app-service/app-public-access';
import { Case, checkRule } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';

const SUBNET_ID = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet/subnets/apps';

const isolated = (title: string, attributes: object, expected: string): Case => [
  title,
  (s) => add(s, 'azurerm_linux_web_app', 'App', attributes),
  [`App: ${expected}`],
  SecurityProfile.ISOLATED,
];
/** An app that refuses whom its rules do not name. */
const closed = (ip_restriction: unknown) => ({
  site_config: { ip_restriction_default_action: 'Deny', scm_use_main_ip_restriction: true, ip_restriction },
});

checkRule(appPublicAccess, [
  ...(
    [
      ['a list that lets an office in', [{ ip_address: '203.0.113.0/24' }], '203.0.113.0/24'],
      [
        'a list that lets both halves in',
        [{ ip_address: '0.0.0.0/1' }, { ip_address: '128.0.0.0/1' }],
        '0.0.0.0/1, 128.0.0.0/1',
      ],
      ['a list with a comma in it', [{ ip_address: '10.0.0.0/8,203.0.113.7/32' }], '203.0.113.7/32'],
      ['a list that lets Azure in', [{ service_tag: 'AzureCloud' }], 'AzureCloud'],
      [
        'a list that lets one Front Door in',
        [{ service_tag: 'AzureFrontDoor.Backend', headers: [{ x_azure_fdid: ['id'] }] }],
        'AzureFrontDoor.Backend',
      ],
      ['a list that lets IPv6 in', [{ ip_address: '2001:db8::/32' }], '2001:db8::/32'],
      [
        'a list that lets an office in before it refuses it',
        [
          { ip_address: '203.0.113.0/24', priority: 100 },
          { ip_address: '203.0.113.0/24', priority: 200, action: 'Deny' },
        ],
        '203.0.113.0/24',
      ],
      [
        'a list that refuses a part of an office before it',
        [
          { ip_address: '203.0.113.0/25', priority: 100, action: 'Deny' },
          { ip_address: '203.0.113.0/24', priority: 200 },
        ],
        '203.0.113.0/24',
      ],
    ] as const
  ).map(([title, ip_restriction, who]) =>
    isolated(
      title,
      closed(ip_restriction),
      `error [App] ip_restriction in site_config allows ${who} from the internet`,
    ),
  ),
  ...(
    [
      ['a list that lets private ranges in', [{ ip_address: '10.1.0.0/16' }, { ip_address: 'fd00::/8' }]],
      ['a list that lets a subnet in', [{ virtual_network_subnet_id: SUBNET_ID }]],
      ['a list that refuses Azure', [{ service_tag: 'AzureCloud', action: 'Deny' }]],
      [
        'a list that refuses an office in halves before it lets it in',
        [
          { ip_address: '203.0.113.0/25', priority: 100, action: 'Deny' },
          { ip_address: '203.0.113.128/25', priority: 110, action: 'Deny' },
          { ip_address: '203.0.113.0/24', priority: 200 },
        ],
      ],
      [
        'a list that refuses everybody before it lets Azure in',
        [{ ip_address: 'Any', priority: 100, action: 'Deny' }, { service_tag: 'AzureCloud' }],
      ],
    ] as const
  ).map(([title, ip_restriction]) => isolated(title, closed(ip_restriction), 'compliant')),
  isolated(
    'a list that refuses everybody, by default Allow',
    {
      site_config: [
        {
          ip_restriction: [{ ip_address: 'Any', action: 'Deny' }],
          scm_use_main_ip_restriction: true,
        },
      ],
    },
    'compliant',
  ),
  isolated(
    'a list that may refuse an office before it lets it in',
    closed([
      { ip_address: '203.0.113.0/24', priority: '${var.first}', action: 'Deny', name: 'no' },
      { ip_address: '203.0.113.0/24', priority: 200, name: 'office' },
    ]),
    'unknown, which callers ip_restriction in site_config allows is not known, since the order of no and office decides',
  ),
]);
