import { AppServiceVirtualNetworkSwiftConnection } from '@cdktf/provider-azurerm/lib/app-service-virtual-network-swift-connection';
import { SignalrServiceNetworkAcl } from '@cdktf/provider-azurerm/lib/signalr-service-network-acl';
import { TerraformStack, TerraformVariable } from 'cdktf';
import { AppHost, Negotiation } from '../../src';
import { AccessRestrictions } from '../../src/appservice';
import { SecurityBaseline, SecurityProfile } from '../../src/compliance';
import {
  AppServicePolicies,
  PolicyAssignment,
  PolicyAssignmentProps,
  PolicyDefinition,
  PolicyEffect,
  PolicyInitiative,
  PolicyParameter,
  SignalRPolicies,
} from '../../src/governance';
import { RoleScope } from '../../src/identity';
import { NetworkAccess } from '../../src/signalr';
import { newApp } from '../support/app';
import {
  assign,
  CHANGED,
  HAND_WRITTEN,
  judged,
  OPEN,
  Overrides,
  REFUSED,
  VARIABLE,
  warningsOf,
} from '../support/governance';
import { withoutReadOn } from '../support/read-on';
import { newChat } from '../support/serverless';
import { newStack, synth } from '../support/synth';

const { DENY, MODIFY } = PolicyEffect;
const { PUBLIC_NETWORK_ACCESS_DISABLED } = SignalRPolicies;

const SUBNET = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/s';

describe('what a policy says of a resource that is written by hand', () => {
  test.each<[string, PolicyDefinition, string, Overrides, string[]]>([
    ['public by default', PUBLIC_NETWORK_ACCESS_DISABLED, 'service', {}, REFUSED],
    ['public', PUBLIC_NETWORK_ACCESS_DISABLED, 'service', { public_network_access_enabled: true }, REFUSED],
    ['private', PUBLIC_NETWORK_ACCESS_DISABLED, 'service', { public_network_access_enabled: false }, []],
    ['private as text', PUBLIC_NETWORK_ACCESS_DISABLED, 'service', { public_network_access_enabled: 'false' }, []],
    ['open', PUBLIC_NETWORK_ACCESS_DISABLED, 'service', { public_network_access_enabled: VARIABLE }, OPEN],
    ['no service', PUBLIC_NETWORK_ACCESS_DISABLED, 'web', {}, []],
    ['keys by default', SignalRPolicies.LOCAL_AUTH_DISABLED, 'service', {}, REFUSED],
    ['keys', SignalRPolicies.LOCAL_AUTH_DISABLED, 'service', { local_auth_enabled: true }, REFUSED],
    ['no keys', SignalRPolicies.LOCAL_AUTH_DISABLED, 'service', { local_auth_enabled: false }, []],
    ['Free', SignalRPolicies.PRIVATE_LINK_SKU, 'service', { 'sku.name': 'Free_F1' }, REFUSED],
    ['Standard', SignalRPolicies.PRIVATE_LINK_SKU, 'service', {}, []],
    ['an open SKU', SignalRPolicies.PRIVATE_LINK_SKU, 'service', { 'sku.name': VARIABLE }, OPEN],
    ['HTTP by default', AppServicePolicies.HTTPS_ONLY, 'web', {}, REFUSED],
    ['HTTPS', AppServicePolicies.HTTPS_ONLY, 'web', { https_only: true }, []],
    ['HTTP of functions', AppServicePolicies.HTTPS_ONLY, 'functions', {}, []],
    ['HTTP of functions', AppServicePolicies.FUNCTION_HTTPS_ONLY, 'functions', {}, REFUSED],
    ['HTTPS of functions', AppServicePolicies.FUNCTION_HTTPS_ONLY, 'functions', { https_only: true }, []],
    ['a public app', AppServicePolicies.PUBLIC_NETWORK_ACCESS_DISABLED, 'web', {}, REFUSED],
    ['public functions', AppServicePolicies.PUBLIC_NETWORK_ACCESS_DISABLED, 'functions', {}, REFUSED],
    ['public workflows', AppServicePolicies.PUBLIC_NETWORK_ACCESS_DISABLED, 'workflows', {}, REFUSED],
    [
      'closed workflows',
      AppServicePolicies.PUBLIC_NETWORK_ACCESS_DISABLED,
      'workflows',
      { public_network_access: 'Disabled' },
      [],
    ],
    ['workflows as functions', AppServicePolicies.FUNCTION_PUBLIC_NETWORK_ACCESS_DISABLED, 'workflows', {}, []],
    ['workflows outside of a network', AppServicePolicies.VIRTUAL_NETWORK, 'workflows', {}, REFUSED],
    [
      'workflows in a network',
      AppServicePolicies.VIRTUAL_NETWORK,
      'workflows',
      { virtual_network_subnet_id: SUBNET },
      [],
    ],
    ['public functions', AppServicePolicies.FUNCTION_PUBLIC_NETWORK_ACCESS_DISABLED, 'functions', {}, REFUSED],
    ['a public app', AppServicePolicies.FUNCTION_PUBLIC_NETWORK_ACCESS_DISABLED, 'web', {}, []],
    [
      'a private app',
      AppServicePolicies.PUBLIC_NETWORK_ACCESS_DISABLED,
      'web',
      { public_network_access_enabled: false },
      [],
    ],
    ['no subnet', AppServicePolicies.VIRTUAL_NETWORK, 'web', {}, REFUSED],
    ['no subnet for functions', AppServicePolicies.VIRTUAL_NETWORK, 'functions', {}, REFUSED],
    ['an empty subnet', AppServicePolicies.VIRTUAL_NETWORK, 'web', { virtual_network_subnet_id: '' }, REFUSED],
    ['a subnet', AppServicePolicies.VIRTUAL_NETWORK, 'web', { virtual_network_subnet_id: SUBNET }, []],
    ['an open subnet', AppServicePolicies.VIRTUAL_NETWORK, 'web', { virtual_network_subnet_id: VARIABLE }, OPEN],
    ['no routing', AppServicePolicies.ROUTE_ALL, 'web', {}, REFUSED],
    ['routing', AppServicePolicies.ROUTE_ALL, 'web', { 'site_config.vnet_route_all_enabled': true }, []],
    ['no routing of functions', AppServicePolicies.ROUTE_ALL, 'functions', {}, []],
    ['configuration', AppServicePolicies.CONFIGURATION_ROUTING, 'web', { vnet_image_pull_enabled: true }, REFUSED],
    ['a Basic plan', AppServicePolicies.PRIVATE_LINK_SKU, 'plan', {}, []],
    ['a Premium plan', AppServicePolicies.PRIVATE_LINK_SKU, 'plan', { sku_name: 'P1v3' }, []],
    ['a Flex plan', AppServicePolicies.PRIVATE_LINK_SKU, 'plan', { sku_name: 'FC1' }, []],
    ['a Free plan', AppServicePolicies.PRIVATE_LINK_SKU, 'plan', { sku_name: 'F1' }, REFUSED],
    ['a Consumption plan', AppServicePolicies.PRIVATE_LINK_SKU, 'plan', { sku_name: 'Y1' }, REFUSED],
    ['a plan of a new size', AppServicePolicies.PRIVATE_LINK_SKU, 'plan', { sku_name: 'P0v4' }, []],
    ['an isolated plan', AppServicePolicies.PRIVATE_LINK_SKU, 'plan', { sku_name: 'I5mv2' }, []],
    [
      'a plan of a size that later versions left out',
      AppServicePolicies.PRIVATE_LINK_SKU,
      'plan',
      { sku_name: 'I1' },
      OPEN,
    ],
    ['a plan of a later size', AppServicePolicies.PRIVATE_LINK_SKU, 'plan', { sku_name: 'P0v5' }, OPEN],
    ['an open plan', AppServicePolicies.PRIVATE_LINK_SKU, 'plan', { sku_name: VARIABLE }, OPEN],
  ])('%s', (_, policy, kind, overrides, codes) => {
    const stack = newStack();
    new TerraformVariable(stack, 'given', {});
    HAND_WRITTEN[kind](stack, overrides);
    expect(judged(assign(stack, { policy }))).toEqual(codes);
  });

  test.each<[PolicyDefinition, string, Overrides]>([
    [SignalRPolicies.CONFIGURE_PUBLIC_NETWORK_ACCESS_DISABLED, 'service', { public_network_access_enabled: false }],
    [SignalRPolicies.CONFIGURE_LOCAL_AUTH_DISABLED, 'service', { local_auth_enabled: false }],
    [AppServicePolicies.CONFIGURE_HTTPS_ONLY, 'web', { https_only: true }],
    [AppServicePolicies.CONFIGURE_FUNCTION_HTTPS_ONLY, 'functions', { https_only: true }],
    [AppServicePolicies.CONFIGURE_PUBLIC_NETWORK_ACCESS_DISABLED, 'web', { public_network_access_enabled: false }],
    [
      AppServicePolicies.CONFIGURE_FUNCTION_PUBLIC_NETWORK_ACCESS_DISABLED,
      'functions',
      { public_network_access_enabled: false },
    ],
  ])('a policy that changes: %p', (policy, kind, good) => {
    const verdicts = [{}, good].map((overrides) => {
      const stack = newStack();
      HAND_WRITTEN[kind](stack, overrides);
      const assignment = assign(stack, { policy, effect: MODIFY, location: 'centralus' });
      return judged(assignment).filter((code) => code !== 'identity/wide-scope');
    });
    expect(verdicts).toEqual([CHANGED, []]);
  });
});

describe('a policy reads the request for a resource alone, also where a rule accepts or only warns', () => {
  const REFUSALS: [what: string, policy: PolicyDefinition, rule: string, define: (stack: TerraformStack) => unknown][] =
    [
      [
        'a list that closes the service',
        PUBLIC_NETWORK_ACCESS_DISABLED,
        'SIG6',
        (stack) => {
          const signalrServiceId = HAND_WRITTEN.service(stack, {}).getStringAttribute('id');
          new SignalrServiceNetworkAcl(stack, 'L', { signalrServiceId, defaultAction: 'Deny', publicNetwork: {} });
        },
      ],
      [
        'access restrictions that close the app',
        AppServicePolicies.PUBLIC_NETWORK_ACCESS_DISABLED,
        'APP11',
        (stack) =>
          HAND_WRITTEN.web(stack, {
            site_config: { ip_restriction_default_action: 'Deny', scm_ip_restriction_default_action: 'Deny' },
          }),
      ],
      [
        'a network that the app joins by a resource of its own',
        AppServicePolicies.VIRTUAL_NETWORK,
        'APP1',
        (stack) =>
          new AppServiceVirtualNetworkSwiftConnection(stack, 'C', {
            appServiceId: HAND_WRITTEN.web(stack, {}).getStringAttribute('id'),
            subnetId: SUBNET,
          }),
      ],
    ];

  test.each(REFUSALS)('%s', (_, policy, rule, define) => {
    const stack = newStack();
    define(stack);
    const { findings } = SecurityBaseline.evaluate(stack, { profile: SecurityProfile.ISOLATED });
    const blocking = findings.filter(({ status, severity }) => status === 'violated' && severity === 'error');
    expect(findings.map((finding) => finding.rule)).toContain(rule);
    expect(blocking.map((finding) => finding.rule)).not.toContain(rule);
    expect(judged(assign(stack, { policy }))).toEqual(REFUSED);
  });
});

describe('messages', () => {
  test('of a refused, a changed and an open resource', () => {
    const stack = newStack();
    new TerraformVariable(stack, 'given', {});
    const service = HAND_WRITTEN.service(stack, {});
    const assignment = assign(stack);
    expect(assignment.node.validate().map(withoutReadOn)).toEqual([
      '[policy/denies-own-design] "Azure SignalR Service should disable public network access" denies Prod/S, because public_network_access_enabled is not set, which means true. Set public_network_access_enabled to false; in this library networkAccess: NetworkAccess.privateOnly(). Or give the policy another effect than Deny, or exempt the resource with addExemption',
    ]);
    const { CONFIGURE_PUBLIC_NETWORK_ACCESS_DISABLED: policy } = SignalRPolicies;
    const scope = RoleScope.resource(service.getStringAttribute('id'));
    const changing = new PolicyAssignment(stack, 'Changing', { name: 'c', scope, policy, location: 'centralus' });
    expect(changing.node.validate()).toEqual([]);
    expect(changing.node.validate()).toEqual([]);
    expect(warningsOf(changing)).toEqual([
      '[policy/modifies-own-design] "Modify Azure SignalR Service resources to disable public network access" changes Prod/S, because public_network_access_enabled is not set, which means true. It changes each request, also those of Terraform, so each plan shows the change again. Set public_network_access_enabled to false; in this library networkAccess: NetworkAccess.privateOnly(). Or exempt it with addExemption',
    ]);
    service.addOverride('public_network_access_enabled', VARIABLE);
    assignment.node.validate();
    changing.node.validate();
    expect(warningsOf(assignment)).toEqual([
      '[policy/may-deny-own-design] only Terraform knows whether "Azure SignalR Service should disable public network access" denies Prod/S: public_network_access_enabled is only known when Terraform runs',
    ]);
    expect(warningsOf(changing)[1]).toMatch(
      /^\[policy\/may-deny-own-design\] only Terraform knows whether .* changes Prod\/S: public_network_access_enabled /,
    );
  });
});

describe('an effect', () => {
  test.each<[string, Partial<PolicyAssignmentProps>, string[]]>([
    ['that refuses', {}, REFUSED],
    ['that only reports', { effect: PolicyEffect.AUDIT }, []],
    ['that is the default', { effect: undefined }, []],
    ['that is not enforced', { enforce: false }, []],
  ])('%s', (_, change, codes) => {
    const stack = newStack();
    HAND_WRITTEN.service(stack, {});
    expect(judged(assign(stack, change))).toEqual(codes);
  });

  test('that only Terraform knows', () => {
    const stack = newStack();
    const variable = new TerraformVariable(stack, 'given', {});
    HAND_WRITTEN.service(stack, {});
    expect(judged(assign(stack, { effect: variable.stringValue as PolicyEffect }))).toEqual(OPEN);
  });

  test.each(['enforce', 'overrides', 'resource_selectors'])('that %s may change', (attribute) => {
    const stack = newStack();
    new TerraformVariable(stack, 'given', {});
    HAND_WRITTEN.service(stack, {});
    const assignment = assign(stack);
    assignment.resource.addOverride(attribute, attribute === 'enforce' ? VARIABLE : [{ value: 'Audit' }]);
    expect(judged(assignment)).toEqual(OPEN);
  });

  test.each<[string, (assignment: PolicyAssignment) => unknown, string]>([
    [
      'its enforcement',
      ({ resource }) => resource.addOverride('enforce', VARIABLE),
      'enforce of the assignment decides',
    ],
    ['its overrides', ({ resource }) => resource.addOverride('overrides', [{}]), 'overrides of the assignment decides'],
    ['what it leaves out', ({ resource }) => resource.addOverride('not_scopes', VARIABLE), 'not_scopes decides'],
    ['its scope', ({ resource }) => resource.addOverride('subscription_id', VARIABLE), 'the scope decides'],
    [
      'how often it is there',
      ({ resource }) => resource.addOverride('count', VARIABLE),
      'count or for_each of the assignment decides',
    ],
  ])('names what decides: %s', (_, change, reason) => {
    const stack = newStack();
    new TerraformVariable(stack, 'given', {});
    HAND_WRITTEN.service(stack, {});
    const assignment = assign(stack);
    change(assignment);
    expect(assignment.node.validate()).toEqual([]);
    expect(warningsOf(assignment)).toEqual([
      `[policy/may-deny-own-design] only Terraform knows whether "${PUBLIC_NETWORK_ACCESS_DISABLED.displayName}" denies Prod/S: ${reason}, and public_network_access_enabled is not set, which means true`,
    ]);
  });

  test('names the count of the resource where that decides', () => {
    const stack = newStack();
    new TerraformVariable(stack, 'given', {});
    HAND_WRITTEN.service(stack, {}).addOverride('count', VARIABLE);
    const assignment = assign(stack);
    expect(assignment.node.validate()).toEqual([]);
    expect(warningsOf(assignment)).toEqual([expect.stringContaining(': count or for_each of Prod/S decides')]);
  });

  test('is open once for a resource of which more is open', () => {
    const stack = newStack();
    const variable = new TerraformVariable(stack, 'given', {});
    HAND_WRITTEN.service(stack, { public_network_access_enabled: VARIABLE });
    expect(judged(assign(stack, { effect: variable.stringValue as PolicyEffect }))).toEqual([]);
  });
});

describe('an initiative', () => {
  test('refuses by the effects of its members, unless the assignment gives others', () => {
    const verdicts = [undefined, 'Audit'].map((effect) => {
      const stack = newStack();
      HAND_WRITTEN.service(stack, {});
      const policies = [{ referenceId: 'network', definition: PUBLIC_NETWORK_ACCESS_DISABLED, effect: DENY }];
      const policy = new PolicyInitiative(stack, 'Initiative', { name: 'i', displayName: 'I', policies });
      const parameters = effect ? { 'effect-network': PolicyParameter.text(effect) } : undefined;
      return judged(assign(stack, { policy, parameters, effect: undefined }));
    });
    expect(verdicts).toEqual([REFUSED, []]);
  });
});

const CLOSED = AppHost.linuxWebApp({ accessRestrictions: AccessRestrictions.privateEndpointOnly() });

describe("this library's own designs", () => {
  const preset = (stack: TerraformStack, isolated: boolean): string[] => {
    const policy = isolated
      ? PolicyInitiative.isolated(stack, 'Initiative')
      : PolicyInitiative.publicClients(stack, 'Initiative');
    return judged(assign(stack, { policy, effect: undefined }));
  };

  test.each<[string, () => { readonly stack: TerraformStack }, boolean, number]>([
    ['an app with public clients, by its profile', () => newApp(), false, 0],
    ['a Serverless app with public clients, by its profile', () => newChat(), false, 0],
    [
      'an isolated app, by its profile',
      () => newApp({ networkAccess: NetworkAccess.privateOnly(), host: CLOSED }),
      true,
      0,
    ],
    ['an app with public clients, by the isolated one', () => newApp(), true, 2],
    [
      'an app with an open web app, by the isolated one',
      () => newApp({ networkAccess: NetworkAccess.privateOnly() }),
      true,
      1,
    ],
    // Service and negotiation.
    ['a Serverless app with public clients, by the isolated one', () => newChat(), true, 2],
    [
      'a Serverless app that negotiates privately, by the isolated one',
      () => newChat({ negotiation: Negotiation.privateFunctionApp() }),
      true,
      1,
    ],
    [
      'an isolated Serverless app, by its profile',
      () => newChat({ networkAccess: NetworkAccess.privateOnly() }),
      true,
      0,
    ],
  ])('%s', (_, define, isolated, refusals) => {
    expect(preset(define().stack, isolated)).toEqual(Array(refusals).fill(REFUSED[0]));
  });

  test('are refused by the policy against public access, which a Deny makes an error of synth', () => {
    const { stack, chat } = newApp();
    assign(stack, { scope: RoleScope.resourceGroup(chat.resourceGroup) });
    expect(() => synth(stack)).toThrow(
      '[policy/denies-own-design] "Azure SignalR Service should disable public network access" denies Prod/Chat/SignalR/Resource, because public_network_access_enabled is true. Set public_network_access_enabled to false; in this library networkAccess: NetworkAccess.privateOnly(). Or give the policy another effect than Deny, or exempt the resource with addExemption',
    );
  });
});
