import { Token } from 'cdktf';
import * as fc from 'fast-check';
import { DefaultAction, IpRule, NetworkAccess, RegionEndpoint, Sku } from '../../src/signalr';
import { cidrs } from '../support/arbitraries';
import { functionApp, newService, oldService } from '../support/links';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, only, readable, synth } from '../support/synth';

const SETTINGS = 'azapi_update_resource';
const OFFICE = '203.0.113.0/24';
const networkAccess = NetworkAccess.custom({ defaultAction: DefaultAction.ALLOW });

describe('IpRule', () => {
  test('takes every IPv4 range', () => {
    fc.assert(fc.property(cidrs(), (range) => IpRule.allow(range)._problems().length === 0));
  });

  test.each(['2001:db8::/32', '::1/128', '::/0', OFFICE])('takes %s', (range) => {
    expect(IpRule.deny(range)._problems()).toEqual([]);
    expect(IpRule.deny(range)._render()).toEqual({ action: 'Deny', value: range });
  });

  test('does not judge a range that is only known when Terraform runs', () => {
    expect(IpRule.allow(Token.asString({ resolve: () => '${var.range}' }))._problems()).toEqual([]);
  });

  test.each([
    ['203.0.113.7', '"203.0.113.7" is not an IPv4 range; use one such as 10.0.0.0/24'],
    ['203.0.113.7/24', '"203.0.113.7/24" has host bits set; use 203.0.113.0/24'],
    ['2001:db8::/129', '"2001:db8::/129" is not an IPv6 range; use one such as 2001:db8::/32'],
    ['2001:db8::/32/8', '"2001:db8::/32/8" is not an IPv6 range; use one such as 2001:db8::/32'],
    ['2001:db8::', '"2001:db8::" is not an IPv6 range; use one such as 2001:db8::/32'],
    ['AppService', '"AppService" is not an IPv4 range; use one such as 10.0.0.0/24'],
  ])('refuses %s', (range, message) => {
    expect(IpRule.allow(range)._problems()).toEqual([{ code: 'signalr/ip-rule', message }]);
  });
});

describe('IP rules of a SignalRService', () => {
  test('are written after the access control list, and again whenever it changes', () => {
    const { stack, service } = newService({ ipRules: [IpRule.deny('203.0.113.128/25')] });
    service.addIpRule(IpRule.allow(OFFICE));
    expect(only(stack, SETTINGS)).toEqual({
      type: 'Microsoft.SignalRService/signalR@2024-03-01',
      resource_id: '${azurerm_signalr_service.SignalR.id}',
      body: {
        properties: {
          networkACLs: {
            ipRules: [
              { action: 'Deny', value: '203.0.113.128/25' },
              { action: 'Allow', value: OFFICE },
            ],
          },
        },
      },
      lifecycle: { replace_triggered_by: ['azurerm_signalr_service_network_acl.SignalR_NetworkAcl'] },
      depends_on: ['azurerm_signalr_service_network_acl.SignalR_NetworkAcl'],
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('are added one by one to a service that was defined without them', () => {
    const { stack, service } = newService();
    expect(service.azapiSettingsResource).toBeUndefined();
    service.addIpRule(IpRule.allow(OFFICE));
    expect(service.azapiSettingsResource!.terraformResourceType).toBe(SETTINGS);
    expect(only(stack, SETTINGS).body.properties.networkACLs.ipRules).toHaveLength(1);
  });

  test('are cleared by an empty list', () => {
    const { stack } = newService({ ipRules: [] });
    expect(only(stack, SETTINGS).body).toEqual({ properties: { networkACLs: { ipRules: [] } } });
  });

  test('are written before shared private links', () => {
    const { stack, service } = newService();
    service.addSharedPrivateLink('Upstream', { target: functionApp(stack) });
    service.addIpRule(IpRule.allow(OFFICE));
    expect(only(stack, 'azurerm_signalr_shared_private_link_resource').depends_on).toEqual([
      'azapi_update_resource.SignalR_Settings',
    ]);
  });

  test('fail for a range that is none, whenever it is given', () => {
    const message = 'Prod/SignalR: [signalr/ip-rule] "office" is not an IPv4 range; use one such as 10.0.0.0/24';
    expect(messageOf(() => newService({ ipRules: [IpRule.allow('office')] }))).toBe(message);
    expect(messageOf(() => newService().service.addIpRule(IpRule.allow('office')))).toBe(message);
  });

  test.each<[string, Parameters<typeof newService>[0], string]>([
    [
      'there are more than Azure takes',
      { ipRules: Array.from({ length: 31 }, (_, n) => IpRule.allow(`203.0.113.${n}/32`)) },
      '[signalr/ip-rule] 31 IP rules given; use at most 30',
    ],
    [
      'a range is named twice',
      { ipRules: [IpRule.allow('2001:db8::/32'), IpRule.deny('2001:DB8::/32')] },
      '[signalr/ip-rule] there are two IP rules for 2001:db8::/32, of which the first decides; remove one',
    ],
    [
      'the public network is closed',
      {
        ipRules: [IpRule.allow(OFFICE)],
        networkAccess: NetworkAccess.custom({ publicNetworkAccess: false, defaultAction: DefaultAction.ALLOW }),
      },
      '[nac/dead-ip-rule] public network access is disabled, so 1 IP rules do nothing; remove them or enable public network access',
    ],
    [
      'they let nobody in',
      { ipRules: [IpRule.deny(OFFICE)] },
      '[nac/dead-ip-rule] no IP rule allows a caller, and the default action is Deny, so the public network is closed; add IpRule.allow(...)',
    ],
    [
      'they keep nobody out',
      { ipRules: [IpRule.allow(OFFICE)], networkAccess },
      '[nac/dead-ip-rule] no IP rule denies a caller, and the default action is Allow, so the rules do nothing; add IpRule.deny(...)',
    ],
  ])('fail when the stack is validated and %s', (_, props, message) => {
    const { stack } = newService(props);
    expect(messageOf(() => synth(stack))).toContain(`[Prod/SignalR] ${message}`);
  });

  test('may be as many as Azure takes', () => {
    const { stack } = newService({ ipRules: Array.from({ length: 30 }, (_, n) => IpRule.allow(`203.0.113.${n}/32`)) });
    expect(only(stack, SETTINGS).body.properties.networkACLs.ipRules).toHaveLength(30);
  });

  test('may keep a range out where the default action is Allow', () => {
    const { stack } = newService({ ipRules: [IpRule.deny(OFFICE)], networkAccess });
    expect(readable(stack).resource![SETTINGS]).toBeDefined();
  });
});

describe('the region endpoint of a SignalRService', () => {
  const props = { sku: Sku.premium(1), regionEndpoint: RegionEndpoint.DISABLED };

  test('is closed after the replicas that take over, in one resource with the IP rules', () => {
    const { stack, service } = newService(props);
    service.addReplica('West', { location: 'westus' });
    expect(only(stack, SETTINGS)).toEqual({
      type: 'Microsoft.SignalRService/signalR@2024-03-01',
      resource_id: '${azurerm_signalr_service.SignalR.id}',
      body: { properties: { regionEndpointEnabled: 'Disabled' } },
      depends_on: ['azapi_resource.SignalR_West'],
    });
    service.addIpRule(IpRule.allow(OFFICE));
    expect(only(stack, SETTINGS)).toMatchObject({
      body: { properties: { regionEndpointEnabled: 'Disabled', networkACLs: {} } },
      lifecycle: { replace_triggered_by: ['azurerm_signalr_service_network_acl.SignalR_NetworkAcl'] },
    });
  });

  test('fails to be closed when the stack is validated and there is no replica', () => {
    const { stack } = newService(props);
    oldService(stack).addReplica('West', { location: 'westus' });
    expect(messageOf(() => synth(stack))).toContain(
      '[Prod/SignalR] [signalr/region-endpoint] the region endpoint is disabled, but no replica is defined for clients to connect to; add one with addReplica(...)',
    );
  });

  test('may be opened without replicas', () => {
    const { stack } = newService({ regionEndpoint: RegionEndpoint.ENABLED });
    expect(readable(stack).resource![SETTINGS]).toMatchObject({
      SignalR_Settings: { body: { properties: { regionEndpointEnabled: 'Enabled' } } },
    });
  });
});
