import {
  IPolicy,
  PolicyDefinition,
  PolicyEffect,
  PolicyInitiative,
  PolicyInitiativeProps,
  PolicyParameter,
  ProfileInitiativeOptions,
  SignalRPolicies,
} from '../../src/governance';
import { builtIn } from '../support/governance';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newStack, only, synth } from '../support/synth';

const ZONE = PolicyParameter.text('/zone');

function define(change: Partial<PolicyInitiativeProps> = {}) {
  const stack = newStack();
  const policies = [{ definition: SignalRPolicies.LOCAL_AUTH_DISABLED }];
  const initiative = new PolicyInitiative(stack, 'Initiative', { name: 'i', displayName: 'I', policies, ...change });
  return { stack, initiative };
}

/** Effect of each member by its reference id. */
const effects = ({ members }: IPolicy) =>
  Object.fromEntries(members.map(({ referenceId, effect }) => [referenceId, effect]));

describe('an initiative', () => {
  test('refers to its members, the effect of each a parameter', () => {
    const custom = PolicyDefinition.custom(`/subscriptions/s${builtIn('tags')}`, { displayName: 'Tags' });
    const { stack } = define({
      description: 'For SignalR.',
      policies: [
        { definition: SignalRPolicies.LOCAL_AUTH_DISABLED, referenceId: 'keys', effect: PolicyEffect.DENY },
        { definition: SignalRPolicies.CONFIGURE_PRIVATE_DNS_ZONE, parameters: { privateDnsZoneId: ZONE } },
        { definition: custom, referenceId: 'tags', effect: PolicyEffect.AUDIT },
        { definition: custom, referenceId: 'moreTags' },
      ],
    });
    const { parameters, ...body } = only(stack, 'azurerm_policy_set_definition');
    expect(body).toEqual({
      name: 'i',
      display_name: 'I',
      description: 'For SignalR.',
      policy_type: 'Custom',
      policy_definition_reference: [
        {
          policy_definition_id: builtIn('f70eecba-335d-4bbc-81d5-5b17b03d498f'),
          reference_id: 'keys',
          parameter_values: '{"effect":{"value":"[parameters(\'effect-keys\')]"}}',
        },
        {
          policy_definition_id: builtIn('b0e86710-7fb7-4a6c-a064-32e9b829509e'),
          reference_id: 'b0e86710-7fb7-4a6c-a064-32e9b829509e',
          parameter_values:
            '{"effect":{"value":"[parameters(\'effect-b0e86710-7fb7-4a6c-a064-32e9b829509e\')]"},"privateDnsZoneId":{"value":"/zone"}}',
        },
        {
          policy_definition_id: `/subscriptions/s${builtIn('tags')}`,
          reference_id: 'tags',
          parameter_values: '{"effect":{"value":"Audit"}}',
        },
        { policy_definition_id: `/subscriptions/s${builtIn('tags')}`, reference_id: 'moreTags' },
      ],
    });
    expect(JSON.parse(parameters)).toEqual({
      'effect-keys': {
        type: 'String',
        allowedValues: ['Audit', 'Deny', 'Disabled'],
        defaultValue: 'Deny',
        metadata: {
          displayName: 'Effect of: Azure SignalR Service should have local authentication methods disabled',
        },
      },
      'effect-b0e86710-7fb7-4a6c-a064-32e9b829509e': {
        type: 'String',
        allowedValues: ['DeployIfNotExists', 'Disabled'],
        defaultValue: 'DeployIfNotExists',
        metadata: {
          displayName:
            'Effect of: Deploy - Configure private DNS zones for private endpoints connect to Azure SignalR Service',
        },
      },
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('has no parameters where no effects are known', () => {
    const definition = PolicyDefinition.custom(`/subscriptions/s${builtIn('tags')}`, { displayName: 'Tags' });
    const { stack, initiative } = define({ policies: [{ definition }] });
    expect(only(stack, 'azurerm_policy_set_definition')).not.toHaveProperty('parameters');
    expect(initiative.members[0].referenceId).toBe('tags');
  });

  test('has a name of up to 64 characters at a management group, as ALZ names them', () => {
    const { stack } = define({ managementGroup: 'mg-prod', name: 'Audit-UnusedResourcesCostOptimization' });
    expect(only(stack, 'azurerm_management_group_policy_set_definition').name).toBe(
      'Audit-UnusedResourcesCostOptimization',
    );
  });

  test('is defined at a management group', () => {
    const { stack } = define({ managementGroup: 'mg-prod' });
    expect(only(stack, 'azurerm_management_group_policy_set_definition')).toMatchObject({
      management_group_id: '/providers/Microsoft.Management/managementGroups/mg-prod',
      name: 'i',
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test.each<[string, Partial<PolicyInitiativeProps>, string]>([
    [
      'a long name at a management group',
      { name: 'x'.repeat(65), managementGroup: 'mg' },
      `[policy/name] "${'x'.repeat(65)}" is not the name of an initiative; use 1 to 64 characters without # < > * % & : \\ ? . + /, not ending with a blank`,
    ],
    ['no members', { policies: [] }, '[policy/members] no policies given; give at least one'],
    [
      'a management group that is none',
      { managementGroup: 'mg.' },
      '[identity/role-scope] "mg." is not a management group; use its id, or its name of up to 90 letters, digits, "-", "_", ".", "(" or ")", not ending with a period',
    ],
    [
      'a definition twice',
      { policies: Array(3).fill({ definition: SignalRPolicies.PRIVATE_LINK }) },
      '[policy/duplicate-reference] "2393d2cf-a342-44cd-a2e2-fe0188fd1234" is the reference id of two members; give one of them another referenceId',
    ],
    [
      'an effect that a member does not have',
      { policies: [{ definition: SignalRPolicies.PRIVATE_LINK, effect: PolicyEffect.DENY }] },
      '[policy/effect] "Deny" is not an effect of "Azure SignalR Service should use private link"; use Audit, Disabled',
    ],
    [
      'a parameter that a member does not have',
      {
        policies: [
          {
            definition: SignalRPolicies.CONFIGURE_PRIVATE_DNS_ZONE,
            parameters: { privateDnsZoneId: ZONE, zone: ZONE },
          },
        ],
      },
      '[policy/parameter] "zone" is not a parameter of "Deploy - Configure private DNS zones for private endpoints connect to Azure SignalR Service"; use privateDnsZoneId',
    ],
  ])('refuses %s', (_, change, message) => {
    expect(messageOf(() => define(change))).toBe(`Prod/Initiative: ${message}`);
  });
});

describe('an existing initiative', () => {
  test.each([
    '/providers/Microsoft.Authorization/policySetDefinitions/1f3afdf9-d0c9-4c3d-847f-89da613e70a8',
    '/subscriptions/s/providers/Microsoft.Authorization/policySetDefinitions/own',
    '/providers/Microsoft.Management/managementGroups/mg/providers/Microsoft.Authorization/policySetDefinitions/own',
  ])('is known by its id %s', (id) => {
    const initiative = PolicyInitiative.fromPolicySetDefinitionId(newStack(), 'Initiative', id);
    expect(initiative).toMatchObject({ policyDefinitionId: id, displayName: id, members: [] });
  });

  test('is refused by another id', () => {
    const id = builtIn('f70eecba-335d-4bbc-81d5-5b17b03d498f');
    expect(messageOf(() => PolicyInitiative.fromPolicySetDefinitionId(newStack(), 'Initiative', id))).toBe(
      `Prod/Initiative: [policy/definition] "${id}" is not the id of an initiative; use one such as /providers/Microsoft.Authorization/policySetDefinitions/NAME`,
    );
  });
});

describe('the initiative of a profile', () => {
  const { AUDIT, AUDIT_IF_NOT_EXISTS, DENY } = PolicyEffect;
  const PUBLIC_CLIENTS = {
    ...{ signalrLocalAuth: DENY, signalrPrivateLinkSku: DENY, signalrPrivateLink: AUDIT },
    ...{ signalrLogs: AUDIT_IF_NOT_EXISTS, appHttps: DENY, functionHttps: DENY, appFtps: AUDIT_IF_NOT_EXISTS },
    ...{ functionFtps: AUDIT_IF_NOT_EXISTS, appTls: AUDIT_IF_NOT_EXISTS, functionTls: AUDIT_IF_NOT_EXISTS },
    ...{ appIdentity: AUDIT_IF_NOT_EXISTS, functionIdentity: AUDIT_IF_NOT_EXISTS },
    ...{ appRemoteDebugging: AUDIT_IF_NOT_EXISTS, functionRemoteDebugging: AUDIT_IF_NOT_EXISTS },
    ...{ appCors: AUDIT_IF_NOT_EXISTS, functionCors: AUDIT_IF_NOT_EXISTS, appLogs: AUDIT_IF_NOT_EXISTS },
    ...{ appFtpLocalAuth: AUDIT_IF_NOT_EXISTS, appScmLocalAuth: AUDIT_IF_NOT_EXISTS },
    ...{ appVirtualNetwork: DENY, appRouteAll: DENY, planPrivateLinkSku: DENY },
  };

  const publicClients = (options?: ProfileInitiativeOptions) => {
    const stack = newStack();
    return { stack, initiative: PolicyInitiative.publicClients(stack, 'Initiative', options) };
  };

  test('for public clients refuses what the profile can do without', () => {
    const { stack, initiative } = publicClients();
    expect(effects(initiative)).toEqual(PUBLIC_CLIENTS);
    expect(only(stack, 'azurerm_policy_set_definition')).toMatchObject({
      name: 'signalr-public-clients',
      display_name: 'Azure SignalR Service with private servers and public clients',
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('for an isolated service refuses public network access as well', () => {
    const stack = newStack();
    const initiative = PolicyInitiative.isolated(stack, 'Initiative', { name: 'closed' });
    expect(effects(initiative)).toEqual({
      ...PUBLIC_CLIENTS,
      ...{ signalrPublicNetworkAccess: DENY, appPublicNetworkAccess: DENY, appPrivateLink: AUDIT_IF_NOT_EXISTS },
    });
    expect(only(stack, 'azurerm_policy_set_definition').name).toBe('closed');
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('has other effects where they are given', () => {
    const { initiative } = publicClients({ effects: { appHttps: AUDIT } });
    expect(effects(initiative)).toEqual({ ...PUBLIC_CLIENTS, appHttps: AUDIT });
  });

  test('refuses effects of what is no member', () => {
    expect(messageOf(() => publicClients({ effects: { signalrPublicNetworkAccess: AUDIT } }))).toBe(
      `Prod/Initiative: [policy/reference-id] "signalrPublicNetworkAccess" is not a member of the initiative; use signalrLocalAuth, signalrPrivateLinkSku, signalrPrivateLink, signalrLogs, appHttps, functionHttps, appFtps, functionFtps, appTls, functionTls, appIdentity, functionIdentity, appRemoteDebugging, functionRemoteDebugging, appCors, functionCors, appFtpLocalAuth, appScmLocalAuth, appLogs, appVirtualNetwork, appRouteAll, planPrivateLinkSku`,
    );
    const ofObjects = { toString: AUDIT } as unknown as ProfileInitiativeOptions['effects'];
    expect(() => publicClients({ effects: ofObjects })).toThrow('"toString" is not a member of the initiative; use ');
    const stack = newStack();
    expect(() => PolicyInitiative.isolated(stack, 'Initiative', { effects: { keys: AUDIT } })).toThrow(
      'Prod/Initiative: [policy/reference-id] "keys" is not a member of the initiative; use ',
    );
  });
});
