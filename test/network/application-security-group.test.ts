import {
  ApplicationSecurityGroup,
  IApplicationSecurityGroup,
  NetworkSecurityGroup,
  RuleAddress,
  RuleDirection,
  SecurityRule,
} from '../../src/network';
import { armId } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, newStack, only, synth } from '../support/synth';

describe('ApplicationSecurityGroup', () => {
  test('has a name and a region', () => {
    const { stack, resourceGroup } = newGroup();
    new ApplicationSecurityGroup(stack, 'Apps', { name: 'asg-apps', resourceGroup, tags: { team: 'chat' } });
    expect(only(stack, 'azurerm_application_security_group')).toEqual({
      name: 'asg-apps',
      location: 'centralus',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      tags: { team: 'chat' },
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('reports every violation at once', () => {
    const { stack, resourceGroup } = newGroup();
    const props = { name: 'a b', resourceGroup, tags: { '': '' } };
    expect(messageOf(() => new ApplicationSecurityGroup(stack, 'Apps', props))).toBe(
      [
        'Prod/Apps: [network/name] "a b" is not an application security group name; use 1 to 80 letters, digits, dashes, underscores or periods, beginning with a letter or digit',
        'Prod/Apps: [core/tags] a tag name is empty; give the tag a name or remove it',
      ].join('\n'),
    );
  });

  test('defines nothing for an existing group', () => {
    const stack = newStack();
    const attributes = { applicationSecurityGroupId: armId('Microsoft.Network/applicationSecurityGroups', 'asg') };
    const group = ApplicationSecurityGroup.fromApplicationSecurityGroupAttributes(stack, 'Apps', attributes);
    expect(group).toMatchObject(attributes);
    expect(synth(stack).resource).toBeUndefined();
  });
});

describe('RuleAddress.applicationSecurityGroups', () => {
  const newGroups = (count: number): IApplicationSecurityGroup[] => {
    const stack = newStack();
    return Array.from({ length: count }, (_, index) =>
      ApplicationSecurityGroup.fromApplicationSecurityGroupAttributes(stack, `Group${index}`, {
        applicationSecurityGroupId: armId('Microsoft.Network/applicationSecurityGroups', `asg-${index}`),
      }),
    );
  };

  test('names the groups, and no prefix, on either side of a rule', () => {
    const { stack, resourceGroup } = newGroup();
    const apps = new ApplicationSecurityGroup(stack, 'Apps', { name: 'asg-apps', resourceGroup });
    const endpoints = new ApplicationSecurityGroup(stack, 'Endpoints', { name: 'asg-endpoints', resourceGroup });
    const rule = SecurityRule.allow({
      name: 'AllowApps',
      direction: RuleDirection.INBOUND,
      priority: 100,
      source: RuleAddress.applicationSecurityGroups(apps),
      destination: RuleAddress.applicationSecurityGroups(apps, endpoints),
    });
    new NetworkSecurityGroup(stack, 'Rules', { name: 'nsg-test', resourceGroup, rules: [rule] });
    expect(only(stack, 'azurerm_network_security_rule')).toEqual({
      name: 'AllowApps',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      network_security_group_name: '${azurerm_network_security_group.Rules.name}',
      direction: 'Inbound',
      access: 'Allow',
      priority: 100,
      protocol: 'Tcp',
      source_port_range: '*',
      source_application_security_group_ids: ['${azurerm_application_security_group.Apps.id}'],
      destination_port_range: '*',
      destination_application_security_group_ids: [
        '${azurerm_application_security_group.Apps.id}',
        '${azurerm_application_security_group.Endpoints.id}',
      ],
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test.each([0, 11])('refuses %d groups', (count) => {
    const source = RuleAddress.applicationSecurityGroups(...newGroups(count));
    const rule = SecurityRule.deny({ name: 'DenyApps', direction: RuleDirection.INBOUND, priority: 100, source });
    expect(rule._problems(newStack())).toEqual([
      {
        code: 'network/rule-address',
        message: `rule DenyApps: ${count} application security groups given; give 1 to 10`,
      },
    ]);
  });

  test.each([1, 10])('takes %d groups', (count) => {
    expect(RuleAddress.applicationSecurityGroups(...newGroups(count))._problems).toEqual([]);
  });
});
