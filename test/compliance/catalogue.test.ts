import { existsSync } from 'fs';
import { join } from 'path';
import { SecurityProfile } from '../../src/compliance';
import { BASELINE_CONTROLS } from '../../src/compliance/private/baseline-controls';
import { asksFor } from '../../src/compliance/private/evaluation';
import { CATALOGUE } from '../../src/compliance/private/rules/catalogue';
import { AppServicePolicies, PolicyDefinition, PolicyEffect, SignalRPolicies } from '../../src/governance';
import { checkOf } from '../../src/governance/private/policy-checks';

const RULES = join(__dirname, '../../src/compliance/private/rules');

const FOLDERS: Readonly<Record<string, string>> = {
  SIG: 'signalr',
  NAC: 'network-access',
  PE: 'private-endpoint',
  DNS: 'dns',
  NET: 'network',
  APP: 'app-service',
  IAM: 'identity',
  KV: 'key-vault',
  STO: 'storage',
  REG: 'registry',
  LOG: 'logging',
  SPL: 'shared-private-link',
  OUT: 'outputs',
  GOV: 'governance',
  REL: 'reliability',
};

/** The file of a rule: its long name in kebab case. */
function fileOf(id: string, name: string): string {
  const words = name.replace(/SignalR/g, 'Signalr').replace(/([a-z0-9])([A-Z])/g, '$1-$2');
  return join(RULES, FOLDERS[id.replace(/\d+$/, '')], `${words.toLowerCase()}.ts`);
}

test('the catalogue has these rules, in this order', () => {
  expect(CATALOGUE.map(({ id, name, severity }) => `${id} ${name} ${severity}`)).toEqual([
    'SIG1 SignalRSkuNotFree error',
    'SIG2 SignalRLocalAuthDisabled error',
    'SIG3 SignalREntraAuthEnabled error',
    'SIG4 SignalRManagedIdentity info',
    'SIG5 SignalRCorsRestricted error',
    'SIG6 SignalRPublicNetworkAccess error',
    'SIG7 SignalRCustomCertificateFromKeyVault error',
    'SIG8 SignalRUpstreamSecured error',
    'SIG9 SignalRModeFitsCallers warning',
    'SIG10 NoSignalRKeys error',
    'SIG11 SignalRHubsApart warning',
    'NAC1 SignalRNetworkAclDefined error',
    'NAC2 SignalRNetworkAclDefaultDeny error',
    'NAC3 SignalRNoPublicServerTraffic error',
    'NAC4 SignalRPublicClients error',
    'NAC5 SignalRPrivateEndpointAcl error',
    'NAC6 SignalRNetworkAclConsistent error',
    'PE1 SignalRPrivateEndpoint error',
    'PE2 PrivateEndpointSubresource error',
    'PE3 PrivateEndpointAutoApproved warning',
    'PE4 PrivateEndpointDnsZoneGroup error',
    'DNS1 PrivateDnsZoneName error',
    'DNS2 PrivateDnsZoneLinked error',
    'DNS3 PrivateDnsNoAutoRegistration warning',
    'NET1 SubnetHasNsg error',
    'NET2 IntegrationSubnetDelegated error',
    'NET3 IntegrationSubnetSize error',
    'NET4 SubnetsSeparated error',
    'NET5 PrivateEndpointPoliciesEnabled warning',
    'NET6 NsgNoAnyInbound error',
    'NET7 NsgRestrictsOutbound warning',
    'NET8 SubnetNoDefaultOutbound warning',
    'NET9 NetworkFlowLogs info',
    'NET10 SecurityGroupUsed info',
    'APP1 AppVnetIntegration error',
    'APP2 AppVnetRouteAll warning',
    'APP3 AppHttpsOnly error',
    'APP4 AppMinTls12 error',
    'APP5 AppFtpsState error',
    'APP6 AppBasicAuthDisabled error',
    'APP7 AppManagedIdentity error',
    'APP8 AppNoSignalRKeys error',
    'APP9 AppSignalRIdentityConnection warning',
    'APP10 AppRemoteDebuggingOff error',
    'APP11 AppPublicAccess error',
    'APP12 AppCorsRestricted error',
    'APP13 AppPlanSku error',
    'APP14 AppDnsServer warning',
    'APP15 AppStorageByIdentity error',
    'APP16 AppConfigurationRouting warning',
    'APP17 AppHttp2 info',
    'APP18 AppAuthentication info',
    'APP19 AppNotBypassed warning',
    'APP20 SlotSettingsSticky warning',
    'IAM1 AppHasSignalRRole error',
    'IAM2 LeastPrivilegeRole error',
    'IAM3 RoleScopeIsResource warning',
    'IAM4 PrincipalTypeSet info',
    'IAM5 CustomRoleNoWildcard error',
    'KV1 PurgeProtection error',
    'KV2 KeyVaultRbac warning',
    'KV3 KeyVaultNetwork error',
    'KV4 KeyVaultPrivateEndpoint warning',
    'KV5 SecretHygiene warning',
    'KV6 KeyVaultLogs warning',
    'KV7 ServiceReadsVault warning',
    'KV8 CertificateRenewal warning',
    'KV9 CertificateStrength warning',
    'STO1 StorageNoAnonymousBlobs error',
    'STO2 StorageHttpsOnly error',
    'STO3 StorageMinTls12 error',
    'STO4 StorageNoSharedKeys warning',
    'STO5 StorageNetwork warning',
    'STO6 StoragePrivateEndpoint warning',
    'STO7 StorageNoLocalUsers warning',
    'STO8 StorageRecovery info',
    'STO9 StorageReachedByApps warning',
    'REG1 RegistryClosed warning',
    'REG2 AppPullsImage warning',
    'LOG1 SignalRDiagnostics error',
    'LOG2 SignalRResourceLogs error',
    'LOG3 LiveTraceOff warning',
    'LOG4 AppServiceDiagnostics warning',
    'LOG5 InsightsWorkspace warning',
    'LOG6 TelemetryNoKeys warning',
    'LOG7 TelemetryNotPublic error',
    'LOG8 WorkspaceRetention info',
    'SPL1 UpstreamUsesSharedLink warning',
    'SPL2 SharedLinkSubresource error',
    'SPL3 SharedLinkApproval info',
    'OUT1 NoSecretOutputs error',
    'OUT2 RemoteEncryptedState warning',
    'GOV1 PolicyAssigned info',
    'GOV2 WaiverExpires info',
    'REL1 SignalRPremium info',
    'REL2 PlanInstances info',
    'REL3 AppHealthCheck warning',
  ]);
});

test('each profile asks for these rules', () => {
  const pack = (profile: SecurityProfile) => CATALOGUE.filter((rule) => asksFor(profile, rule)).map(({ id }) => id);
  const isolated = [
    ...['SIG1', 'SIG2', 'SIG3', 'SIG4', 'SIG5', 'SIG6', 'SIG7', 'SIG8', 'SIG9', 'SIG10', 'SIG11'],
    ...['NAC1', 'NAC2', 'NAC3', 'NAC4', 'NAC5', 'NAC6'],
    ...['PE1', 'PE2', 'PE3', 'PE4', 'DNS1', 'DNS2', 'DNS3'],
    ...['NET1', 'NET2', 'NET3', 'NET4', 'NET5', 'NET6', 'NET7', 'NET8', 'NET9', 'NET10'],
    ...['APP1', 'APP2', 'APP3', 'APP4', 'APP5', 'APP6', 'APP7', 'APP8', 'APP9', 'APP10', 'APP11', 'APP12', 'APP13'],
    ...['APP14', 'APP15', 'APP16', 'APP17', 'APP18', 'APP19', 'APP20'],
    ...['IAM1', 'IAM2', 'IAM3', 'IAM4', 'IAM5'],
    ...['KV1', 'KV2', 'KV3', 'KV4', 'KV5', 'KV6', 'KV7', 'KV8', 'KV9'],
    ...['STO1', 'STO2', 'STO3', 'STO4', 'STO5', 'STO6', 'STO7', 'STO8', 'STO9'],
    ...['REG1', 'REG2'],
    ...['LOG1', 'LOG2', 'LOG3', 'LOG4', 'LOG5', 'LOG6', 'LOG7', 'LOG8'],
    ...['SPL1', 'SPL2', 'SPL3'],
    ...['OUT1', 'OUT2'],
    ...['GOV1', 'GOV2'],
    ...['REL1', 'REL2', 'REL3'],
  ];
  expect(pack(SecurityProfile.ISOLATED)).toEqual(isolated);
  expect(pack(SecurityProfile.PUBLIC_CLIENTS)).toEqual(
    isolated.filter((id) => !['SIG6', 'NAC4', 'APP11', 'LOG7'].includes(id)),
  );
});

test('ids and names are unique, also without regard to case', () => {
  expect(new Set(CATALOGUE.map(({ id }) => id.toLowerCase())).size).toBe(CATALOGUE.length);
  expect(new Set(CATALOGUE.map(({ name }) => name.toLowerCase())).size).toBe(CATALOGUE.length);
});

describe.each(CATALOGUE.map((rule) => [`${rule.id} ${rule.name}`, rule] as const))('%s', (_, rule) => {
  test('is in a file of its name', () => {
    expect(existsSync(fileOf(rule.id, rule.name))).toBe(true);
  });

  test('tells in sentences what it asks for, why, and what to do', () => {
    for (const text of [rule.summary, rule.explanation, rule.fix]) {
      expect(text).toMatch(/^([A-Z]|azurerm ).*[^.]\.$/);
      expect(text).not.toMatch(/  |[–—]|TODO/);
    }
    expect(rule.summary.length).toBeLessThan(160);
  });

  test('leads to a page of Azure, of azurerm or of Terraform', () => {
    expect(rule.link).toMatch(
      /^https:\/\/(learn\.microsoft\.com\/azure\/[a-z]|registry\.terraform\.io\/providers\/hashicorp\/azurerm\/latest\/docs\/|developer\.hashicorp\.com\/terraform\/language\/)[a-z0-9./_#-]+$/,
    );
  });

  test('judges types of azurerm, outputs, backends or everything', () => {
    expect(rule.types.length).toBeGreaterThan(0);
    expect(new Set(rule.types).size).toBe(rule.types.length);
    rule.types.forEach((type) => expect(type).toMatch(/^(azurerm_[a-z_]+|output|backend|\*)$/));
  });

  test('names controls as their owners do', () => {
    const { benchmark = [], policies = [], psRule = [], checkov = [] } = rule.controls;
    benchmark.forEach((id) => expect(id).toMatch(/^(NS|IM|PA|DP|LT|PV|AM)-\d$/));
    policies.forEach((id) => expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
    psRule.forEach((id) => expect(id).toMatch(/^AZR-000\d{3}$/));
    checkov.forEach((id) => expect(id).toMatch(/^CKV2?_AZURE_\d+$/));
    const cited = [...policies, ...psRule, ...checkov];
    expect(new Set(cited).size).toBe(cited.length);
    Object.entries(rule.differs ?? {}).forEach(([id, reason]) => {
      expect(cited).toContain(id);
      expect(reason).toMatch(/^[A-Za-z].*[^.]\.$/);
    });
  });
});

test('a rule that answers for a policy in another way says where they differ', () => {
  const silent = CATALOGUE.filter(({ evaluatePolicy, differs }) => evaluatePolicy && !differs);
  expect(silent.map(({ id }) => id)).toEqual([]);
});

describe('the security baselines of Azure SignalR Service and App Service', () => {
  const evaluating = new Set(BASELINE_CONTROLS.flatMap(({ rules }) => rules));

  test('is evaluated by rules that there are', () => {
    const ids = CATALOGUE.map(({ id }) => id);
    expect([...evaluating].filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('leave out only rules about what is around the services', () => {
    const others = CATALOGUE.filter(({ id }) => !evaluating.has(id)).map(({ id }) => id);
    expect(others).toEqual([
      // CORS, which the baseline of the service does not have.
      'SIG5',
      // What works, not what is secure.
      'SIG9',
      // Keys of the service that others carry.
      'SIG10',
      // Hubs that work, not what is secure.
      'SIG11',
      // A list that azurerm refuses.
      'NAC6',
      // Networks, as far as no app is in them.
      ...['NET4', 'NET5', 'NET6', 'NET8', 'NET9', 'NET10'],
      // A plan gives apps no private endpoint; DNS works or does not.
      ...['APP13', 'APP14'],
      // Speed of the protocol, a front door that others define, and what a swap exchanges.
      ...['APP17', 'APP19', 'APP20'],
      // Roles on more than the service.
      'IAM5',
      // Key Vault, Storage, Container Registry and Azure Monitor have baselines of their own.
      ...['KV1', 'KV2', 'KV3', 'KV4', 'KV5', 'KV6', 'KV8', 'KV9'],
      ...['STO1', 'STO2', 'STO3', 'STO4', 'STO5', 'STO6', 'STO7', 'STO8', 'STO9'],
      ...['REG1', 'REG2'],
      ...['LOG5', 'LOG6', 'LOG7', 'LOG8'],
      // Outbound private links, which the baselines do not have.
      ...['SPL1', 'SPL2', 'SPL3'],
      // The state of Terraform.
      ...['OUT1', 'OUT2'],
      // What is exempted from policies.
      'GOV2',
      // Reliability is no control of security.
      ...['REL1', 'REL2', 'REL3'],
    ]);
  });

  test.each(BASELINE_CONTROLS.flatMap(({ control, feature, rules }) => rules.map((id) => [id, control, feature])))(
    '%s names %s (%s) among its controls',
    (id, control) => {
      expect(CATALOGUE.find((rule) => rule.id === id)!.controls.benchmark).toContain(control);
    },
  );

  test('say why a profile leaves a rule out', () => {
    const silent = BASELINE_CONTROLS.filter(({ notAsked, rules }) => {
      const ofProfile = CATALOGUE.filter(({ id, profile }) => profile && rules.includes(id));
      return ofProfile.length > 0 !== (notAsked !== undefined);
    });
    expect(silent).toEqual([]);
  });
});

test('each policy that denies or changes, and that governance judges, is a control of one rule', () => {
  const definitions = [...Object.values(SignalRPolicies), ...Object.values(AppServicePolicies)] as PolicyDefinition[];
  const acts = ({ effects }: PolicyDefinition) =>
    effects?.some((effect) => [PolicyEffect.DENY, PolicyEffect.MODIFY].includes(effect));
  const judged = definitions
    .filter((each) => acts(each) && checkOf(each))
    .map(({ policyDefinitionId }) => policyDefinitionId.split('/').pop()!);
  const rulesOf = (guid: string) => CATALOGUE.filter(({ controls }) => controls.policies?.includes(guid));
  expect(judged).toHaveLength(17);
  expect(judged.filter((guid) => rulesOf(guid).length !== 1)).toEqual([]);
});
