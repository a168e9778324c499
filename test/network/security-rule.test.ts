import { RuleAddress, RuleDirection, RuleProtocol, SecurityRule, SecurityRuleOptions } from '../../src/network';
import { newStack } from '../support/synth';

const INBOUND: SecurityRuleOptions = { name: 'AllowApps', direction: RuleDirection.INBOUND, priority: 100 };
const problems = (change: Partial<SecurityRuleOptions>) =>
  SecurityRule.allow({ ...INBOUND, ...change })._problems(newStack());

describe('SecurityRule', () => {
  test('matches every TCP packet unless told otherwise', () => {
    expect(SecurityRule.allow(INBOUND)._render()).toEqual({
      name: 'AllowApps',
      direction: 'Inbound',
      access: 'Allow',
      priority: 100,
      protocol: 'Tcp',
      sourcePortRange: '*',
      sourceAddressPrefix: '*',
      destinationPortRange: '*',
      destinationAddressPrefix: '*',
    });
  });

  test('uses the plural attributes, and only them, for several addresses and ports', () => {
    const rule = SecurityRule.deny({
      ...INBOUND,
      protocol: RuleProtocol.UDP,
      source: RuleAddress.cidr('10.0.0.0/26', '10.1.0.0/26'),
      destination: RuleAddress.serviceTag('AzureSignalR.CentralUS'),
      destinationPorts: ['443', '8000-8080'],
      description: 'why',
    });
    expect(rule._render()).toEqual({
      name: 'AllowApps',
      description: 'why',
      direction: 'Inbound',
      access: 'Deny',
      priority: 100,
      protocol: 'Udp',
      sourcePortRange: '*',
      sourceAddressPrefixes: ['10.0.0.0/26', '10.1.0.0/26'],
      destinationPortRanges: ['443', '8000-8080'],
      destinationAddressPrefix: 'AzureSignalR.CentralUS',
    });
  });

  test.each([
    [
      { name: 'a/b' },
      'network/rule-name',
      '"a/b" is not a rule name; use 1 to 80 letters, digits, dashes, underscores or periods',
    ],
    [{ priority: 99 }, 'network/rule-priority', 'rule AllowApps has priority 99; use a whole number from 100 to 4096'],
    [
      { priority: 4097 },
      'network/rule-priority',
      'rule AllowApps has priority 4097; use a whole number from 100 to 4096',
    ],
    [
      { priority: 100.5 },
      'network/rule-priority',
      'rule AllowApps has priority 100.5; use a whole number from 100 to 4096',
    ],
    [
      { description: 'x'.repeat(141) },
      'network/rule-description',
      'the description of rule AllowApps has 141 characters; use at most 140',
    ],
    [
      { source: RuleAddress.cidr() },
      'network/rule-address',
      'rule AllowApps: no address range given; give ranges or one service tag',
    ],
    [
      { source: RuleAddress.cidr('10.0.0.0') },
      'network/rule-address',
      'rule AllowApps: "10.0.0.0" is not an IPv4 range; use one such as 10.0.0.0/24; give ranges or one service tag',
    ],
    [
      { destination: RuleAddress.serviceTag('10.0.0.0/8') },
      'network/rule-address',
      'rule AllowApps: "10.0.0.0/8" is not a service tag; give ranges or one service tag',
    ],
    [
      { destinationPorts: [] },
      'network/rule-address',
      'rule AllowApps: no port given; use numbers from 0 to 65535, ranges such as 8000-8080, or "*" alone',
    ],
    [
      { destinationPorts: ['443', '*', '65536', '9-8'] },
      'network/rule-address',
      'rule AllowApps: "*", "65536", "9-8" given as port; use numbers from 0 to 65535, ranges such as 8000-8080, or "*" alone',
    ],
  ])('refuses %j', (change, code, message) => {
    expect(problems(change)).toEqual([{ code, message }]);
  });

  test('does not judge what is only known when Terraform runs', () => {
    const unknown = '${TfToken[TOKEN.1]}';
    const addresses = { source: RuleAddress.cidr(unknown), destination: RuleAddress.serviceTag(unknown) };
    expect(problems({ ...addresses, destinationPorts: [unknown], description: unknown.padEnd(150) })).toEqual([]);
  });
});
