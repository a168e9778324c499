import { AppServicePolicies, PolicyDefinition, PolicyEffect, SignalRPolicies } from '../../src/governance';
import { checkOf } from '../../src/governance/private/policy-checks';

const all = Object.entries({ ...prefixed('SignalR', SignalRPolicies), ...prefixed('App', AppServicePolicies) });

function prefixed(prefix: string, policies: object): Record<string, PolicyDefinition> {
  const entries = Object.entries(policies) as [string, PolicyDefinition][];
  return Object.fromEntries(entries.map(([name, policy]) => [`${prefix}.${name}`, policy]));
}

/** First six digits of each GUID with the effects, the default first, as Azure/azure-policy has them. */
const EXPECTED: Record<string, string> = {
  'SignalR.PRIVATE_LINK': '2393d2 Audit,Disabled',
  'SignalR.PUBLIC_NETWORK_ACCESS_DISABLED': '21a976 Audit,Deny,Disabled',
  'SignalR.LOCAL_AUTH_DISABLED': 'f70eec Audit,Deny,Disabled',
  'SignalR.PRIVATE_LINK_SKU': '464a16 Audit,Deny,Disabled',
  'SignalR.DIAGNOSTIC_LOGS': 'd9f1f9 AuditIfNotExists,Disabled',
  'SignalR.CONFIGURE_LOCAL_AUTH_DISABLED': '702133 Modify,Disabled 8cf5e2',
  'SignalR.CONFIGURE_PUBLIC_NETWORK_ACCESS_DISABLED': '62a3ae Modify,Disabled 8cf5e2',
  'SignalR.CONFIGURE_PRIVATE_ENDPOINT': 'ef4585 DeployIfNotExists,Disabled 4d97b9,8cf5e2 privateEndpointSubnetId',
  'SignalR.CONFIGURE_LOGS_TO_WORKSPACE': '93a604 DeployIfNotExists,AuditIfNotExists,Disabled 92aaf0 logAnalytics',
  'SignalR.CONFIGURE_PRIVATE_DNS_ZONE': 'b0e867 DeployIfNotExists,Disabled 4d97b9 privateDnsZoneId',
  'App.HTTPS_ONLY': 'a4af4a Audit,Deny,Disabled',
  'App.FUNCTION_HTTPS_ONLY': '6d555d Audit,Deny,Disabled',
  'App.LATEST_TLS': 'f0e6e8 AuditIfNotExists,Disabled',
  'App.FUNCTION_LATEST_TLS': 'f9d614 AuditIfNotExists,Disabled',
  'App.FTPS_ONLY': '4d24b6 AuditIfNotExists,Disabled',
  'App.FUNCTION_FTPS_ONLY': '399b26 AuditIfNotExists,Disabled',
  'App.MANAGED_IDENTITY': '2b9ad5 AuditIfNotExists,Disabled',
  'App.FUNCTION_MANAGED_IDENTITY': '0da106 AuditIfNotExists,Disabled',
  'App.REMOTE_DEBUGGING_OFF': 'cb510b AuditIfNotExists,Disabled',
  'App.FUNCTION_REMOTE_DEBUGGING_OFF': '0e60b8 AuditIfNotExists,Disabled',
  'App.CORS_RESTRICTED': '574471 AuditIfNotExists,Disabled',
  'App.FUNCTION_CORS_RESTRICTED': '0820b7 AuditIfNotExists,Disabled',
  'App.RESOURCE_LOGS': '91a78b AuditIfNotExists,Disabled',
  'App.FTP_LOCAL_AUTH_DISABLED': '871b20 AuditIfNotExists,Disabled',
  'App.SCM_LOCAL_AUTH_DISABLED': 'aede30 AuditIfNotExists,Disabled',
  'App.VIRTUAL_NETWORK': '72d04c Audit,Deny,Disabled',
  'App.ROUTE_ALL': 'a691ea Audit,Deny,Disabled',
  'App.CONFIGURATION_ROUTING': '801543 Audit,Deny,Disabled',
  'App.PUBLIC_NETWORK_ACCESS_DISABLED': '1b5ef7 Audit,Deny,Disabled',
  'App.FUNCTION_PUBLIC_NETWORK_ACCESS_DISABLED': '969ac9 Audit,Deny,Disabled',
  'App.PRIVATE_LINK': '687aa4 AuditIfNotExists,Disabled',
  'App.PRIVATE_LINK_SKU': '546fe8 Audit,Deny,Disabled',
  'App.CONFIGURE_HTTPS_ONLY': '0f9836 Modify,Disabled de139f',
  'App.CONFIGURE_FUNCTION_HTTPS_ONLY': 'a096cb Modify,Disabled de139f',
  'App.CONFIGURE_PUBLIC_NETWORK_ACCESS_DISABLED': '237460 Modify,Disabled de139f,4d97b9,f1a074',
  'App.CONFIGURE_FUNCTION_PUBLIC_NETWORK_ACCESS_DISABLED': 'cd7943 Modify,Disabled de139f,4d97b9,f1a074',
  'App.CONFIGURE_LATEST_TLS': 'ae44c1 DeployIfNotExists,Disabled de139f',
  'App.CONFIGURE_FUNCTION_LATEST_TLS': '1f01f1 DeployIfNotExists,Disabled de139f',
  'App.CONFIGURE_REMOTE_DEBUGGING_OFF': 'a5e3fe DeployIfNotExists,Disabled de139f',
  'App.CONFIGURE_FUNCTION_REMOTE_DEBUGGING_OFF': '25a504 DeployIfNotExists,Disabled de139f',
  'App.CONFIGURE_FTP_LOCAL_AUTH_DISABLED': '572e34 DeployIfNotExists,Disabled de139f',
  'App.CONFIGURE_SCM_LOCAL_AUTH_DISABLED': '5e97b7 DeployIfNotExists,Disabled de139f',
  'App.CONFIGURE_PRIVATE_DNS_ZONE': 'b318f8 DeployIfNotExists,Disabled 4d97b9 privateDnsZoneId',
};

test('the built-in policies are those of Azure', () => {
  const seen = all.map(([name, { policyDefinitionId, effects, roles, parameters }]) => {
    const guid = policyDefinitionId.replace('/providers/Microsoft.Authorization/policyDefinitions/', '');
    const parts = [guid.slice(0, 6), effects?.join(), roles.map(({ id }) => id.slice(0, 6)).join(), parameters?.join()];
    return [name, parts.filter(Boolean).join(' ')];
  });
  expect(Object.fromEntries(seen)).toEqual(EXPECTED);
});

test.each(all)('%s has a well-formed id, and its default is the first of its effects', (_, policy) => {
  expect(policy._problems(undefined, policy.parameters ?? [])).toEqual([]);
  expect(policy.defaultEffect).toBe(policy.effects?.[0]);
});

/** What these deploy may not fit what else the configuration defines; others set an attribute as the library does. */
const JUDGED_DEPLOYMENTS = ['CONFIGURE_PRIVATE_ENDPOINT', 'CONFIGURE_LOGS_TO_WORKSPACE', 'CONFIGURE_PRIVATE_DNS_ZONE'];

test.each(all)('%s is judged if it can refuse or change, or deploys endpoints, zones or logs', (name, policy) => {
  const acts = policy.effects?.some((effect) => [PolicyEffect.DENY, PolicyEffect.MODIFY].includes(effect));
  const deploys = JUDGED_DEPLOYMENTS.includes(name.split('.')[1]);
  expect(checkOf(policy) !== undefined).toBe(acts || deploys);
});

test('a definition may have another default than its first effect, or none that is known', () => {
  const { AUDIT, DENY } = PolicyEffect;
  const of = (options: object) => PolicyDefinition.builtIn('x', { displayName: 'X', ...options }).defaultEffect;
  expect([of({ effects: [AUDIT, DENY], defaultEffect: DENY }), of({ effects: [DENY] }), of({})]).toEqual([
    DENY,
    DENY,
    undefined,
  ]);
});
