import { TerraformStack } from 'cdktf';
import { AppNetwork, AppNetworkOptions, AppOutbound } from '../../src';
import { SecurityBaseline } from '../../src/compliance';
import { ConnectivityReport, Origin } from '../../src/connectivity';
import { AddressRange, SubnetAttachments } from '../../src/network';
import { RequestType } from '../../src/signalr';
import { newApp } from '../support/app';
import { Major, schemaViolations } from '../support/provider-schema';
import { newChat } from '../support/serverless';
import { messageOf, newStack, only, readable, resources, synth, warnings } from '../support/synth';

const { AFTER_CREATION, AT_CREATION } = SubnetAttachments;
const PLAN_ID = '/subscriptions/0/resourceGroups/rg-hub/providers/Microsoft.Network/ddosProtectionPlans/ddos';
const ARCHITECTURES = { SecureSignalRApp: newApp, SecureServerlessSignalR: newChat };
type Architecture = keyof typeof ARCHITECTURES;

/** An architecture with a network of its own. */
function define(architecture: Architecture, azurermMajor: Major, options: AppNetworkOptions) {
  const stack = newStack('Prod', { azurermMajor });
  const network = AppNetwork.define({ outbound: AppOutbound.firewall('10.9.0.4'), ...options });
  return { stack, chat: ARCHITECTURES[architecture]({ network }, stack).chat };
}

/** Subnets that are blocks have another place than resources. */
const OWN_PLACES: [RegExp, string][] = [
  [/prod\/chat\/virtualnetwork\/resource\/subnets\/snet-chat-(app|functions)-centralus/g, 'INTEGRATION'],
  [/prod\/chat\/virtualnetwork\/resource\/subnets\/snet-chat-endpoints-centralus/g, 'ENDPOINTS'],
  [/Prod\/Chat\/VirtualNetwork\/IntegrationSubnet\/Resource/g, 'INTEGRATION'],
  [/Prod\/Chat\/VirtualNetwork\/PrivateEndpointSubnet\/Resource/g, 'ENDPOINTS'],
];

/** What the report says, with one name for a subnet. */
const connectivityOf = (stack: TerraformStack) =>
  JSON.parse(
    OWN_PLACES.reduce(
      (text, [place, name]) => text.replace(place, name),
      JSON.stringify(ConnectivityReport.of(stack).data),
    ),
  );

/** The outcomes of each rule, other than that it has nothing to judge: one finding is for all subnets that are blocks. */
function outcomesOf(stack: TerraformStack): Record<string, string[]> {
  const outcomes: Record<string, Set<string>> = {};
  const judged = SecurityBaseline.evaluate(stack).findings.filter(({ status }) => status !== 'not applicable');
  judged.forEach(({ rule, status }) => (outcomes[rule] ??= new Set()).add(status));
  return Object.fromEntries(Object.entries(outcomes).map(([rule, statuses]) => [rule, [...statuses].sort()]));
}

const associations = (stack: TerraformStack) =>
  Object.keys(readable(stack).resource!).filter((type) => /^azurerm_subnet_.*_association$/.test(type));

describe.each<[Architecture, Major]>([
  ['SecureSignalRApp', 4],
  ['SecureSignalRApp', 5],
  ['SecureServerlessSignalR', 4],
  ['SecureServerlessSignalR', 5],
])('%s with azurerm %d, whose subnets are created with what is attached', (architecture, major) => {
  const [after, at] = [AFTER_CREATION, AT_CREATION].map((subnetAttachments) =>
    define(architecture, major, { subnetAttachments }),
  );

  test('has no associations, and is accepted by the schema', () => {
    expect(associations(after.stack)).toHaveLength(2);
    expect(associations(at.stack)).toEqual([]);
    expect(schemaViolations(synth(at.stack), major)).toEqual([]);
    expect(warnings(at.stack)).toEqual(warnings(after.stack));
  });

  test('is reached by the same callers over the same paths', () => {
    expect(connectivityOf(at.stack)).toEqual(connectivityOf(after.stack));
    const { chat, stack } = at;
    const report = ConnectivityReport.of(stack);
    report.expectAllowed(Origin.of(chat.integrationSubnet), chat.signalr, RequestType.REST_API);
  });

  test('keeps and breaks the same rules', () => {
    expect(outcomesOf(at.stack)).toEqual(outcomesOf(after.stack));
  });

  test('adds further subnets the same way', () => {
    const { stack, chat } = define(architecture, major, { subnetAttachments: AT_CREATION });
    chat.addSubnet('Jobs', {
      name: 'snet-jobs',
      addressRange: AddressRange.prefixLength(28),
      networkSecurityGroup: chat.integrationSecurityGroup,
    });
    const group = '${azurerm_network_security_group.Chat_IntegrationSecurityGroup.id}';
    const [jobs] = [
      ...(only(stack, 'azurerm_virtual_network').subnet ?? []),
      ...resources(stack, 'azurerm_subnet'),
    ].filter(({ name }) => name === 'snet-jobs');
    expect(jobs[major === 4 ? 'security_group' : 'network_security_group_id_wo']).toBe(group);
    expect(associations(stack)).toEqual([]);
  });
});

test('endpoints and integrations wait for the network alone', () => {
  const { stack } = define('SecureSignalRApp', 4, { subnetAttachments: AT_CREATION });
  const { depends_on: before } = only(stack, 'azurerm_private_endpoint');
  expect(before).toEqual(['azurerm_private_dns_zone_virtual_network_link.Chat_PrivateDnsZone_VirtualNetworkLink']);
  expect(only(stack, 'azurerm_linux_web_app').virtual_network_subnet_id).toBe(
    '${azurerm_virtual_network.Chat_VirtualNetwork.id}/subnets/snet-chat-app-centralus',
  );
});

describe.each<Architecture>(['SecureSignalRApp', 'SecureServerlessSignalR'])('the DDoS plan of %s', (architecture) => {
  test('is that which a policy adds', () => {
    const { stack } = define(architecture, 4, { ddosProtectionPlanId: PLAN_ID });
    expect(only(stack, 'azurerm_virtual_network').ddos_protection_plan).toEqual({ id: PLAN_ID, enable: true });
  });

  test('has the id of one', () => {
    expect(messageOf(() => define(architecture, 4, { ddosProtectionPlanId: 'ddos' }))).toBe(
      'Prod/Chat/VirtualNetwork: [network/ddos-plan-id] "ddos" is not the id of a DDoS protection plan; use one such as /subscriptions/ID/resourceGroups/NAME/providers/Microsoft.Network/ddosProtectionPlans/NAME',
    );
  });
});
