import { TerraformVariable } from 'cdktf';
import { FunctionHost, Naming } from '../../src';
import { newApp } from '../support/app';
import { ALL_ROLES, bodiesOf, whole, WHOLES } from '../support/naming';
import { newChat } from '../support/serverless';
import { messageOf, newStack, synth } from '../support/synth';

const wholes = Object.keys(WHOLES);

describe('a name that Azure rejects', () => {
  /** The code of a name that no type takes, by role. */
  const CODES: Readonly<Record<string, string>> = {
    resourceGroup: 'core/resource-group-name',
    virtualNetwork: 'network/name',
    integrationSubnet: 'network/subnet-name',
    integrationSubnetDelegation: 'network/delegation',
    integrationSecurityGroup: 'network/name',
    allowPrivateEndpointsOutboundRule: 'network/rule-name',
    natGateway: 'network/name',
    natGatewayPublicIp: 'network/name',
    privateEndpoint: 'privatelink/name',
    privateEndpointConnection: 'privatelink/name',
    privateEndpointNetworkInterface: 'privatelink/name',
    privateEndpointIpConfiguration: 'privatelink/name',
    privateEndpointZoneGroup: 'privatelink/name',
    privateEndpointZoneLink: 'dns/link-name',
    signalr: 'signalr/name',
    signalrLock: 'lock/name',
    signalrDiagnosticSetting: 'logs/setting-name',
    logWorkspace: 'logs/workspace-name',
    actionGroup: 'alerts/action-group-name',
    serverLoadAlert: 'alerts/name',
    identity: 'identity/name',
    servicePlan: 'appservice/plan-name',
    functionApp: 'appservice/name',
    applicationInsights: 'logs/insights-name',
    storage: 'storage/name',
    vault: 'vault/name',
    functionAppLink: 'sharedlink/name',
    functionKeySecret: 'vault/secret-name',
  };

  test('is refused with the code of its type, together with all others', () => {
    const names = Object.fromEntries(Object.keys(CODES).map((role) => [role, 'x?*/ ']));
    const message = messageOf(() => whole('functions on Linux with private storage', Naming.of(names)));
    const lines = message.split('\n');
    Object.entries(CODES).forEach(([role, code]) => {
      expect([role, lines.some((line) => line.includes(`[${code}]`) && /x\?\*\/ /.test(line))]).toEqual([role, true]);
    });
    expect(lines.length).toBeGreaterThanOrEqual(Object.keys(CODES).length);
  });

  test('is refused for a route and a container too', () => {
    const naming = Naming.of({ firewallRoute: 'x?', deploymentContainer: 'X' });
    expect(messageOf(() => whole('functions on Flex Consumption with a zone that is given', naming))).toMatch(
      /\[storage\/container-name\] deploymentContainer: "X" is not a container name[\s\S]*\[network\/route-name\]/,
    );
  });

  test.each(ALL_ROLES)('is refused for %s before anything is defined', (role) => {
    const errors = wholes.map((name) => refusalOf(() => WHOLES[name](Naming.of({ [role]: '' }), newStack())));
    const made = errors.filter((error) => error !== '');
    expect(made.length).toBeGreaterThan(0);
    made.forEach((error) => expect(error).toMatch(/^Prod\/Chat(\/\w+)?: \[[a-z]+\/[a-z-]+\] /));
  });

  test('is one with an underscore for the subnet of a Flex Consumption app', () => {
    const naming = Naming.of({ integrationSubnet: 'snet_app' });
    expect(() => newChat({ naming, host: FunctionHost.flexConsumption() })).toThrow(
      'Prod/Chat: [network/subnet-name] integrationSubnet: "snet_app" has an underscore, which Flex Consumption rejects; choose another name',
    );
    expect(() => newChat({ naming })).not.toThrow();
  });

  test('is one that Azure reserves for another subnet', () => {
    expect(() => newApp({ naming: Naming.of({ privateEndpointSubnet: 'GatewaySubnet' }) })).toThrow(
      'Prod/Chat: [network/subnet-name] privateEndpointSubnet: "GatewaySubnet" is reserved by Azure for another service; choose another name',
    );
  });
});

describe('two of one name', () => {
  test.each([
    [
      { integrationSubnet: 'a', privateEndpointSubnet: 'A' },
      'network/duplicate-subnet',
      'integrationSubnet and privateEndpointSubnet',
    ],
    [
      { integrationSecurityGroup: 'nsg', privateEndpointSecurityGroup: 'nsg' },
      'core/duplicate-name',
      'integrationSecurityGroup and privateEndpointSecurityGroup',
    ],
    [
      { serverLoadAlert: 'alert', systemErrorsAlert: 'alert' },
      'core/duplicate-name',
      'serverLoadAlert and systemErrorsAlert',
    ],
    [
      { integrationSubnet: 'snet-chat-endpoints-centralus' },
      'network/duplicate-subnet',
      'integrationSubnet and privateEndpointSubnet',
    ],
  ])('%j are refused', (names, code, roles) => {
    const message = messageOf(() => whole('app on Linux with a NAT gateway', Naming.of(names)));
    expect(message).toContain(`Prod/Chat: [${code}] ${roles} are both named "`);
  });

  test('are refused for rules of one group, also with a rule of the user', () => {
    const naming = Naming.of({ allowAppsInboundRule: 'same', denyPrivateEndpointInboundRule: 'same' });
    expect(() => newApp({ naming })).toThrow(
      'Prod/Chat/VirtualNetwork: [network/rule-name] a rule same is defined already; use another name',
    );
  });
});

describe('a name that only Terraform knows', () => {
  const variable = (stack = newStack()) => ({
    stack,
    name: new TerraformVariable(stack, 'name', { type: 'string' }).stringValue,
  });

  test.each(['webApp', 'functionApp'])('is refused for %s, of which host names are made', (role) => {
    const { stack, name } = variable();
    const naming = Naming.of({ [role]: name });
    expect(() => (role === 'webApp' ? newApp({ naming }, stack) : newChat({ naming }, stack))).toThrow(
      `Prod/Chat: [core/name-part] the name of ${role} is only known when Terraform runs, but host names are made of it at synth; give it as plain text`,
    );
  });

  test('is taken for every other role', () => {
    const taken = wholes.map((name) => {
      const stack = newStack();
      const others = ALL_ROLES.filter((role) => !['webApp', 'functionApp', 'negotiationApp'].includes(role));
      const names = others.map((role) => [role, new TerraformVariable(stack, role, { type: 'string' }).stringValue]);
      WHOLES[name](Naming.of(Object.fromEntries(names)), stack);
      const json = JSON.stringify(synth(stack));
      expect(json).not.toMatch(/TfToken/i);
      return others.filter((role) => new RegExp(`var\\.${role}\\b`).test(json));
    });
    expect(new Set(taken.flat()).size).toBe(ALL_ROLES.length - 3);
  });

  test('does not break the name of a link to a zone that is given', () => {
    const { stack, name } = variable();
    WHOLES['app on Windows with a firewall and a zone that is given'](Naming.of({ virtualNetwork: name }), stack);
    const [link] = bodiesOf(synth(stack), 'azurerm_private_dns_zone_virtual_network_link');
    expect(link.name).toMatch(/^link-vnet-chat-centralus-[0-9a-f]{6}$/);
  });
});

/** The message of a refusal; nothing where there is none. */
function refusalOf(define: () => unknown): string {
  try {
    define();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
