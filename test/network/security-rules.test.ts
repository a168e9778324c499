import { NetworkSecurityGroup, RuleAddress, RuleDirection, SecurityRule, SecurityRules } from '../../src/network';
import { schemaViolations } from '../support/provider-schema';
import { newGroup, resources, synth } from '../support/synth';

const RANGES = { apps: RuleAddress.cidr('10.0.0.0/26'), privateEndpoints: RuleAddress.cidr('10.0.0.64/27') };

const inBrief = (rules: SecurityRule[]) =>
  rules.map(({ direction, priority, name }) => `${direction} ${priority} ${name}`);

describe('SecurityRules', () => {
  test('let apps reach the endpoints and what SignalR serves publicly', () => {
    expect(inBrief(SecurityRules.forApps(RANGES))).toEqual([
      'Outbound 100 AllowPrivateEndpointsOutbound',
      'Outbound 110 AllowAzureSignalROutbound',
      'Inbound 4000 DenyAllInbound',
    ]);
  });

  test('let only apps reach the endpoints, unless clients are named', () => {
    expect(inBrief(SecurityRules.forPrivateEndpoints(RANGES))).toEqual([
      'Inbound 100 AllowAppsInbound',
      'Inbound 4000 DenyAllInbound',
    ]);
    const clients = RuleAddress.serviceTag('VirtualNetwork');
    const rules = SecurityRules.forPrivateEndpoints({ ...RANGES, clients });
    expect(inBrief(rules)).toEqual([
      'Inbound 100 AllowAppsInbound',
      'Inbound 110 AllowClientsInbound',
      'Inbound 4000 DenyAllInbound',
    ]);
    expect(rules[1]._render()).toMatchObject({
      sourceAddressPrefix: 'VirtualNetwork',
      destinationAddressPrefix: '10.0.0.64/27',
      destinationPortRange: '443',
    });
  });

  test('open no public SignalR where apps call private endpoints alone', () => {
    expect(inBrief(SecurityRules.forApps({ ...RANGES, publicSignalR: false }))).toEqual([
      'Outbound 100 AllowPrivateEndpointsOutbound',
      'Inbound 4000 DenyAllInbound',
    ]);
  });

  test('can be extended', () => {
    const { stack, resourceGroup } = newGroup();
    const own = SecurityRule.allow({ name: 'AllowBastion', direction: RuleDirection.INBOUND, priority: 200 });
    const rules = [...SecurityRules.forApps(RANGES), own];
    new NetworkSecurityGroup(stack, 'Rules', { name: 'nsg-test', resourceGroup, rules });
    expect(resources(stack, 'azurerm_network_security_rule')).toHaveLength(4);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});
